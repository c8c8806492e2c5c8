package org.anchang.backing;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// By itself: what the others start would take the ports that it looks at.
@Isolated
class PortsTest {
    @Test
    @DisplayName("a free port is chosen once, is no port of outgoing connections, and nobody listens on it")
    void free() throws Exception {
        var chosen = new HashSet<Integer>();
        for (int i = 0; i < 200; i++) {
            var port = Ports.free();
            assertTrue(chosen.add(port), "chosen before: " + port);
            assertTrue(port >= 20_000 && port < 32_000, "chosen: " + port);
            new ServerSocket(port).close();
        }
    }

    @Test
    @DisplayName("a port that somebody listens on is passed over")
    void taken() throws Exception {
        var next = Ports.free() + 1;
        try (var _ = new ServerSocket(next)) {
            assertNotEquals(next, Ports.free());
        }
    }
}

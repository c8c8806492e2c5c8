package org.anchang.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.anchang.backing.BackingFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpOptionsTest {

    private static final Path ROOT = Path.of("/anchang");

    @Test
    @DisplayName("without options: the usual ports, data kept, a clock nobody may set")
    void usual() {
        var options = UpOptions.of(ROOT, List.of());

        assertEquals(8080, options.plan().port(OfficePlan.GATEWAY));
        assertEquals(ROOT.resolve(".office"), options.plan().folder());
        assertFalse(options.fresh());
        assertFalse(options.plan().settableClock());
        assertFalse(options.training());
        assertTrue(UpOptions.of(ROOT, List.of("--training")).training());
    }

    @Test
    @DisplayName("a demo has a settable clock and takes its own options along")
    void demo() {
        var options = UpOptions.of(ROOT, List.of("--demo", "--seed", "7", "--fresh"));

        assertTrue(options.plan().settableClock());
        assertEquals(List.of("--seed", "7"), options.rest());
    }

    @Test
    @DisplayName("ports are moved one by one, services left out one by one")
    void moved() {
        var options =
                UpOptions.of(ROOT, List.of("--port", "9090", "--port", "kafka=9092", "--without", "deal-service"));

        assertEquals(9090, options.plan().port(OfficePlan.GATEWAY));
        assertEquals(9092, options.plan().port(OfficePlan.KAFKA));
        assertEquals(
                Set.of(
                        Application.CUSTOMER,
                        Application.INVENTORY,
                        Application.APPROVAL,
                        Application.COMMISSION,
                        Application.REPORTING,
                        Console.CONSOLE),
                options.plan().servers());
    }

    @Test
    @DisplayName("the console is left out as a service is, and goes with them; its port can be moved")
    void withoutConsole() {
        var services = Set.<Server>of(Application.values());
        var moved = UpOptions.of(ROOT, List.of("--without", "console", "--port", "console=9086"))
                .plan();

        assertEquals(services, moved.servers());
        assertEquals(9086, moved.port("console"));
        assertEquals(
                Set.of(), UpOptions.of(ROOT, List.of("--backing-only")).plan().servers());
    }

    @ParameterizedTest
    @CsvSource({"--frehs", "--port", "--port x", "--port fax=1", "--port 65536", "--without shop", "--seed 1"})
    @DisplayName("what is not understood is refused in one line")
    void refused(String words) {
        var failure = assertThrows(BackingFailure.class, () -> UpOptions.of(ROOT, List.of(words.split(" "))));

        assertEquals(1, failure.getMessage().lines().count());
    }
}

package org.anchang.backing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnProcessTest {

    private static final Duration REST = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private OwnProcess process;

    @AfterEach
    void end() {
        process.kill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"while sleep 0.1; do echo at it; done", "while :; do :; done"})
    @DisplayName("what says something or computes is waited for, however long it takes")
    void atWork(String script) {
        process = start(script);
        var end = System.nanoTime() + REST.multipliedBy(2).toNanos();

        assertTrue(process.awaitReady(() -> System.nanoTime() > end, REST));
    }

    @Test
    @DisplayName("what neither says nor does anything any more is given up, with its last line and no innocent one")
    void atRest() {
        process = start("echo 'no ERROR so far'; echo waiting for Godot; exec sleep 60");

        assertFalse(process.awaitReady(() -> false, REST));
        var failure = process.failure("the server", "try again").getMessage();
        assertTrue(
                failure.startsWith("part: the server is not ready and does nothing more: waiting for Godot ("),
                failure);
    }

    @Test
    @DisplayName("what has ended is not waited for, and the line that says most of its end is told")
    void ended() {
        process = start("echo 'ERROR: no room'; echo bye; exit 3");

        assertFalse(process.awaitReady(() -> false, Duration.ofMinutes(1)));
        var failure = process.failure("the server", "try again").getMessage();
        assertTrue(failure.startsWith("part: the server ended with code 3: ERROR: no room ("), failure);
    }

    private OwnProcess start(String script) {
        return OwnProcess.start(new OwnProcess.Program(
                "part", List.of("sh", "-c", script), Map.of(), folder, folder.resolve("part.log")));
    }
}

package org.anchang.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.anchang.backing.BackingFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Path log;
    private Supervision supervision;
    private boolean alive = true;
    private boolean startable = true;
    private int starts;
    private long now = System.nanoTime();

    @BeforeEach
    void open() throws IOException {
        log = Files.writeString(
                folder.resolve("kafka.log"), "one\ntwo\n\nthree\nfour\nfive\nTerminating due to memory\n");
        supervision =
                new Supervision(List.of(new Part("Kafka", log, () -> alive, this::start)), Runnable::run, said::add);
    }

    @Test
    @DisplayName("a part that runs is left alone")
    void runs() {
        look(Duration.ofHours(1));

        assertEquals(0, starts);
        assertEquals(List.of(), said);
    }

    @Test
    @DisplayName("a part that has ended is told, with its last word, and started again after a pause")
    void ended() {
        alive = false;
        look(Duration.ZERO);

        assertEquals(
                List.of("Kafka has ended by itself: Terminating due to memory (log: %s); it starts again in 1 s"
                        .formatted(log)),
                said);
        look(Duration.ofMillis(900));
        assertEquals(0, starts);
        look(Duration.ofMillis(200));
        assertEquals(1, starts);
        assertTrue(said.getLast().startsWith("Kafka is ready again, after "), said::toString);
    }

    @Test
    @DisplayName("a part that keeps ending is told so, with its last lines; the pauses grow to a minute and never end")
    void keepsEnding() {
        var pauses = new ArrayList<Integer>();
        for (int i = 0; i < 9; i++) {
            alive = false;
            look(Duration.ZERO);
            pauses.add(pause());
        }

        assertEquals(List.of(1, 2, 4, 8, 16, 32, 60, 60, 60), pauses);
        assertEquals(9, starts);
        var third = said.stream()
                .filter(line -> line.contains("3 times in a row"))
                .findFirst()
                .orElseThrow();
        assertTrue(third.contains("keeps ending"), third);
        assertEquals(
                List.of("two", "three", "four", "five", "Terminating due to memory"),
                third.lines().skip(1).map(String::strip).toList());
    }

    @Test
    @DisplayName("after five minutes at work an end is the first again")
    void recovered() {
        alive = false;
        look(Duration.ZERO);
        pause();
        look(Duration.ofMinutes(6));
        alive = false;
        look(Duration.ZERO);

        assertEquals(1, pause());
    }

    @Test
    @DisplayName("a start that fails is told and tried again")
    void doesNotStart() {
        alive = false;
        startable = false;
        look(Duration.ZERO);
        pause();

        assertEquals("Kafka did not start: no room", said.getLast());
        startable = true;
        look(Duration.ZERO);
        assertEquals(2, pause());
        assertTrue(alive);
    }

    private void look(Duration later) {
        now += later.toNanos();
        supervision.look(now);
    }

    /// @return how many seconds went by until it was started
    private int pause() {
        var before = starts;
        var seconds = 0;
        while (starts == before && seconds < 100) {
            seconds++;
            look(Duration.ofSeconds(1));
        }
        return seconds;
    }

    private void start() {
        starts++;
        if (!startable) {
            throw new BackingFailure("no room");
        }
        alive = true;
    }
}

package org.anchang.office;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.anchang.backing.BackingFailure;

/// Starts a part again that has ended by itself, as the supervisors of operators do: after a pause, which grows while
/// it keeps ending, and never giving it up. All of it is said.
final class Supervision {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /// After that long, an end has nothing to do with the one before.
    private static final Duration RECOVERED = Duration.ofMinutes(5);
    private static final int KEEPS_ENDING = 3;
    private static final int LAST_LINES = 5;

    private final List<Watched> parts;
    private final Executor starts;
    private final Progress progress;

    /// @param starts where parts are started, beside each other
    Supervision(List<Part> parts, Executor starts, Progress progress) {
        this.parts = parts.stream().map(Watched::new).toList();
        this.starts = starts;
        this.progress = progress;
    }

    /// Looks after each part.
    ///
    /// @param now by [System#nanoTime()]
    synchronized void look(long now) {
        parts.forEach(part -> part.look(now));
    }

    /// Does something in which parts end because they are told to.
    synchronized void undisturbed(Runnable work) {
        work.run();
    }

    private final class Watched {

        private final Part part;
        private int ends;
        private long since;
        private State state = State.RUNS;

        private enum State {
            RUNS,
            PAUSES,
            STARTS
        }

        Watched(Part part) {
            this.part = part;
        }

        synchronized void look(long now) {
            switch (state) {
                case RUNS -> {
                    if (part.isAlive()) {
                        recover(now);
                    } else {
                        tellEnd();
                        enter(State.PAUSES, now);
                    }
                }
                case PAUSES -> {
                    if (now - since >= pause().toNanos()) {
                        enter(State.STARTS, now);
                        starts.execute(this::start);
                    }
                }
                case STARTS -> {}
            }
        }

        private void start() {
            var begun = System.nanoTime();
            try {
                part.start().run();
                progress.say(String.format(
                        Locale.ROOT,
                        "%s is ready again, after %.1f s",
                        part.name(),
                        (System.nanoTime() - begun) / 1e9));
            } catch (BackingFailure e) {
                progress.say("%s did not start: %s".formatted(part.name(), e.getMessage()));
            } finally {
                enter(State.RUNS, System.nanoTime());
            }
        }

        private synchronized void enter(State next, long now) {
            state = next;
            since = now;
        }

        private void recover(long now) {
            if (now - since > RECOVERED.toNanos()) {
                ends = 0;
            }
        }

        private Duration pause() {
            var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(ends - 1, 10));
            return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }

        private void tellEnd() {
            ends++;
            var again = "; it starts again in %d s".formatted(pause().toSeconds());
            if (ends < KEEPS_ENDING) {
                progress.say("%s has ended by itself: %s (log: %s)%s"
                        .formatted(part.name(), part.lastLine(), part.log(), again));
            } else {
                var said = new ArrayList<String>();
                said.add("%s keeps ending, %d times in a row now%s; its last lines (log: %s):"
                        .formatted(part.name(), ends, again, part.log()));
                said.addAll(part.lastLines(LAST_LINES));
                progress.say(String.join("\n             ", said));
            }
        }
    }
}

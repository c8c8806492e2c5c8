package org.anchang.backing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// Whether a process that is to become ready is still at work: its log grows, or it and its children compute. A first
/// start on a slow machine may take as long as it likes; one that does nothing any more is not worth waiting for.
final class Labour {

    /// To look goes through all processes of the machine.
    private static final int LOOKS = 60;

    /// A JVM that only waits computes less than the hundredth part of the time.
    private static final int SIGN = 100;

    private final ProcessHandle process;
    private final Path log;
    private final Duration restsAtMost;
    private long said;
    private Duration computed = Duration.ZERO;
    private long since = System.nanoTime();
    private long looked = since;

    /// @param restsAtMost how long it may do nothing
    Labour(ProcessHandle process, Path log, Duration restsAtMost) {
        this.process = process;
        this.log = log;
        this.restsAtMost = restsAtMost;
    }

    /// Whether it has done nothing for too long.
    boolean isOver() {
        var now = System.nanoTime();
        if (now - looked >= restsAtMost.toNanos() / LOOKS) {
            looked = now;
            look(now);
        }
        return now - since > restsAtMost.toNanos();
    }

    private void look(long now) {
        var says = log.toFile().length();
        if (says != said) {
            said = says;
            since = now;
            return;
        }
        var computes = Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
        // Less than before where a child has ended, which is a sign too.
        if (computes.minus(computed).abs().multipliedBy(SIGN).compareTo(restsAtMost) >= 0) {
            computed = computes;
            since = now;
        }
    }
}

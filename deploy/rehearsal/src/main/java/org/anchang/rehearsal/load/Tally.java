package org.anchang.rehearsal.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Counts answers as they come; used by one thread at a time.
final class Tally {
    private static final int DONE = 200;
    private static final int NOT_DONE = 300;
    private static final int CONFLICT = 409;
    private static final int BREAKS_A_RULE = 422;

    private final Histogram latency = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    private final List<Result.Grant> grants = new ArrayList<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final long began = System.nanoTime();
    private long granted;
    private long refused;
    private long failed;
    private long unknown;
    private long ended = began;

    /// @param due when the request was to be sent, which is earlier than it was sent if the sender fell behind
    void answered(Shot shot, long due, long sentAt, Answered answer) {
        note(due);
        statuses.merge(answer.status(), 1L, Long::sum);
        if (answer.status() >= DONE && answer.status() < NOT_DONE) {
            granted++;
            grants.add(new Result.Grant(shot, sentAt, answer.body()));
        } else if (answer.status() == CONFLICT || answer.status() == BREAKS_A_RULE) {
            refused++;
        } else {
            failed++;
        }
    }

    /// Nobody knows whether it was done.
    void unanswered(long due) {
        note(due);
        unknown++;
    }

    Result result() {
        return new Result(
                granted,
                refused,
                failed,
                unknown,
                Duration.ofNanos(ended - began),
                latency,
                List.copyOf(grants),
                Map.copyOf(statuses));
    }

    private void note(long due) {
        ended = System.nanoTime();
        latency.recordValue(Math.min((ended - due) / 1_000, latency.getHighestTrackableValue()));
    }

    record Answered(int status, String body) {}
}

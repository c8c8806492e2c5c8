package org.anchang.rehearsal.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// What came of a load.
///
/// @param granted  requests that were done
/// @param refused  requests that the office refused (409, 422)
/// @param failed   requests that were answered by an error
/// @param unknown  requests that were not answered
/// @param elapsed  from the start to the last answer
/// @param latency  in microseconds, from when a request was to be sent to its answer
/// @param grants   in the order of their answers
/// @param statuses how often each status was answered
public record Result(
        long granted,
        long refused,
        long failed,
        long unknown,
        Duration elapsed,
        Histogram latency,
        List<Grant> grants,
        Map<Integer, Long> statuses) {
    /// A request that was done.
    ///
    /// @param sentAt of the JVM's clock for intervals, in nanoseconds
    public record Grant(Shot shot, long sentAt, String answer) {}

    public long sent() {
        return granted + refused + failed + unknown;
    }

    public double perSecond() {
        return sent() / seconds();
    }

    public double grantedPerSecond() {
        return granted / seconds();
    }

    public double refusedPerSecond() {
        return refused / seconds();
    }

    public double millisAt(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1_000.0;
    }

    private double seconds() {
        return Math.max(1, elapsed.toMillis()) / 1_000.0;
    }
}

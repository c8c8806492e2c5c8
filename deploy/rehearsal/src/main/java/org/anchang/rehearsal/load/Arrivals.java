package org.anchang.rehearsal.load;

import java.time.Duration;

/// When requests are to be sent, counted in nanoseconds from the start, in order.
public record Arrivals(long[] at) {
    /// How the rate of arrivals runs over the time.
    public enum Curve {
        /// The same rate all the time.
        CONSTANT {
            @Override
            double moment(double share) {
                return share;
            }
        },
        /// Doors open: the rate is highest at once and falls to a fiftieth by the end.
        OPENING {
            @Override
            double moment(double share) {
                return -Math.log(1 - share * (1 - Math.exp(-DECAY))) / DECAY;
            }
        };

        private static final double DECAY = Math.log(50);

        /// When this share of all requests has been sent, as a share of the time.
        abstract double moment(double share);
    }

    /// So many requests over the time.
    public static Arrivals of(Curve curve, int requests, Duration time) {
        var at = new long[requests];
        for (int i = 0; i < requests; i++) {
            at[i] = (long) (curve.moment((i + 0.5) / requests) * time.toNanos());
        }
        return new Arrivals(at);
    }

    public int count() {
        return at.length;
    }

    /// The most requests in any one second.
    public int busiestSecond() {
        int most = 0;
        for (int first = 0, last = 0; last < at.length; last++) {
            while (at[last] - at[first] >= 1_000_000_000L) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}

package org.anchang.rehearsal.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Two loads in turns, each first as often as the other: what slows the machine for a while meets both.
///
/// The 99th percentile of a load is the median of those of its rounds, because one wait for the disk is the slowest
/// hundredth of a whole round.
final class InTurns {
    private static final int ROUNDS = 10;

    /// One round of a load.
    interface Load {
        Histogram round(int number) throws Exception;
    }

    private final Side one = new Side();
    private final Side other = new Side();

    private static final class Side {
        private final List<Double> p99 = new ArrayList<>();
        private final Histogram all = new Histogram(600_000_000L, 3);

        void add(Histogram round) {
            p99.add(millisAt99(round));
            all.add(round);
        }

        double median() {
            var sorted = p99.stream().sorted().toList();
            return (sorted.get((ROUNDS - 1) / 2) + sorted.get(ROUNDS / 2)) / 2;
        }
    }

    static InTurns of(Load one, Load other) throws Exception {
        var turns = new InTurns();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                turns.one.add(one.round(round));
                turns.other.add(other.round(round));
            } else {
                turns.other.add(other.round(round));
                turns.one.add(one.round(round));
            }
        }
        return turns;
    }

    double ratio() {
        return one.median() / other.median();
    }

    String how() {
        return String.format(
                Locale.ROOT,
                "%.1f ÷ %.1f ms, medians of %d rounds in turns; all rounds as one: %.1f ÷ %.1f ms",
                one.median(),
                other.median(),
                ROUNDS,
                millisAt99(one.all),
                millisAt99(other.all));
    }

    private static double millisAt99(Histogram histogram) {
        return histogram.getValueAtPercentile(99) / 1_000.0;
    }
}

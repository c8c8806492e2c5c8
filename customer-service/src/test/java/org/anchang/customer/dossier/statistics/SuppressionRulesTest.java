package org.anchang.customer.dossier.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SuppressionRulesTest {
    private static final long LEAST = 5;

    @Test
    @DisplayName("CUS-5 a group below the project's least is hidden, and nobody where nobody is to be found")
    void few() {
        var hidden = Suppression.of(new long[][] {{12, 12, 0}, {3, 3, 0}, {20, 20, 0}}, false, LEAST);

        assertThat(hidden[0]).containsExactly(false, false, false);
        assertThat(hidden[1]).containsExactly(true, true, false);
        assertThat(hidden[2]).containsExactly(false, false, false);
    }

    @Test
    @DisplayName("CUS-5 what a hidden stage could be reckoned from is hidden too: the next smallest of its row")
    void difference() {
        var hidden = Suppression.of(new long[][] {{30, 2, 8, 20}}, false, LEAST);

        assertThat(hidden[0]).containsExactly(false, true, true, false);
    }

    @Test
    @DisplayName("CUS-5 where each customer gave one answer, a hidden one has company in its column and in the sum")
    void partition() {
        var hidden = Suppression.of(new long[][] {{2, 2}, {7, 7}, {40, 40}}, true, LEAST);

        assertThat(hidden).isDeepEqualTo(new boolean[][] {{true, true}, {true, true}, {false, false}});
    }

    @Test
    @DisplayName("CUS-5 of no table can a group below the least be had as the difference of a sum and what is shown")
    void never() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var isPartition = random.nextBoolean();
            var counts = table(random);
            var hidden = Suppression.of(counts, isPartition, LEAST);
            for (int row = 0; row < counts.length; row++) {
                assertThat(!hidden[row][0] && counts[row][0] > 0 && counts[row][0] < LEAST)
                        .isFalse();
                if (!hidden[row][0]) {
                    assertSafe(counts[row], hidden[row], 1);
                }
            }
            for (int column = 0; isPartition && column < counts[0].length; column++) {
                var at = column;
                var one = IntStream.range(0, counts.length).mapToLong(row -> counts[row][at]);
                var covered = new boolean[counts.length];
                IntStream.range(0, counts.length).forEach(row -> covered[row] = hidden[row][at]);
                assertSafe(one.toArray(), covered, 0);
            }
        }
    }

    /// What is hidden of a line whose sum is known: nothing, or several that are not few, or all that there is.
    private static void assertSafe(long[] counts, boolean[] hidden, int from) {
        var covered = IntStream.range(from, counts.length)
                .filter(nth -> hidden[nth])
                .mapToLong(nth -> counts[nth])
                .toArray();
        var shown = IntStream.range(from, counts.length)
                .filter(nth -> !hidden[nth])
                .mapToLong(nth -> counts[nth])
                .sum();
        var sum = java.util.Arrays.stream(covered).sum();
        assertThat(covered.length == 0 || covered.length > 1 && sum >= LEAST || shown == 0)
                .as("%s %s", java.util.Arrays.toString(counts), java.util.Arrays.toString(hidden))
                .isTrue();
    }

    private static long[][] table(Random random) {
        var counts = new long[1 + random.nextInt(5)][5];
        for (var row : counts) {
            for (int column = 1; column < row.length; column++) {
                row[column] = random.nextInt(3) == 0 ? 0 : random.nextInt(14);
                row[0] += row[column];
            }
        }
        return counts;
    }
}

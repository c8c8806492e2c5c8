package org.anchang.customer.dossier.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// CUS-5: which numbers of a table may be shown, so that no group below the least can be read, nor reckoned from others
/// (decision 39). Nothing is read or written here.
///
/// The table has a row for each answer and a column for each stage, and the sum of each row in front. How many answered
/// at all, and at each stage, may be known from elsewhere: another field tells it where all answered both. So
///
/// 1. stages at which too few are, are told of no answer, and the next smallest with them;
/// 2. an answer of too few is hidden, and the next smallest with it;
/// 3. of an answer that has too few at a stage only the sum is shown;
/// 4. those of whom only the sum is shown, or nothing, are at each stage nobody, or not too few: else the stages of one
///    more answer are hidden.
///
/// Whoever is hidden could then be as many as the least, for all that is shown: nobody can even tell which are few.
final class Suppression {
    private final long[][] counts;
    private final long least;
    private final boolean[] stageUntold;
    private final boolean[] sumHidden;
    private final boolean[] stagesHidden;

    private Suppression(long[][] counts, int columns, long least) {
        this.counts = counts;
        this.least = least;
        this.stageUntold = new boolean[columns];
        this.sumHidden = new boolean[counts.length];
        this.stagesHidden = new boolean[counts.length];
    }

    /// Of a field to which each customer gives one answer.
    ///
    /// @param counts by answer, then sum and stages
    /// @return which are hidden
    static boolean[][] ofOneAnswer(long[][] counts, long least) {
        return counts.length == 0 ? new boolean[0][] : new Suppression(counts, counts[0].length, least).hidden();
    }

    /// Of a field to which customers give several: who did not give an answer is a group as well as who did.
    ///
    /// @param answered customers who gave any, sum and stages
    static boolean[][] ofManyAnswers(long[][] counts, long[] answered, long least) {
        return Arrays.stream(counts)
                .map(gave -> ofOneAnswer(new long[][] {gave, others(gave, answered)}, least)[0])
                .toArray(boolean[][]::new);
    }

    private static long[] others(long[] gave, long[] answered) {
        return IntStream.range(0, gave.length)
                .mapToLong(column -> answered[column] - gave[column])
                .toArray();
    }

    private boolean[][] hidden() {
        hideWithCompany(stageUntold, IntStream.range(1, stageUntold.length), this::atStage);
        hideWithCompany(sumHidden, IntStream.range(0, counts.length), row -> counts[row][0]);
        var told = told();
        for (int row = 0; row < counts.length; row++) {
            var its = row;
            stagesHidden[row] = sumHidden[row] || told.stream().anyMatch(stages -> isFew(count(its, stages)));
        }
        // Each round hides more, and once all is hidden there is nothing left to find.
        boolean isMore = true;
        while (isMore) {
            isMore = told.stream().anyMatch(this::hidesMore);
        }
        return IntStream.range(0, counts.length).mapToObj(this::hiddenOf).toArray(boolean[][]::new);
    }

    private boolean[] hiddenOf(int row) {
        var hidden = new boolean[counts[row].length];
        hidden[0] = sumHidden[row];
        for (int column = 1; column < hidden.length; column++) {
            hidden[column] = stagesHidden[row] || stageUntold[column] && counts[row][0] > 0;
        }
        return hidden;
    }

    /// Hides whoever are few and then the next smallest, until any of them could be as many as the least even though
    /// each of the others is somebody. Where there are not enough for that, not even who is nobody is shown.
    private void hideWithCompany(boolean[] hidden, IntStream places, IntToLongFunction size) {
        var bySize = places.filter(place -> size.applyAsLong(place) > 0)
                .boxed()
                .sorted(Comparator.comparingLong(size::applyAsLong))
                .toList();
        if (bySize.isEmpty() || size.applyAsLong(bySize.getFirst()) >= least) {
            return;
        }
        long most = 1;
        for (int place : bySize) {
            if (size.applyAsLong(place) >= least && most >= least) {
                return;
            }
            hidden[place] = true;
            most += size.applyAsLong(place) - 1;
        }
        if (most < least) {
            Arrays.fill(hidden, true);
        }
    }

    /// What a shown row tells: each stage, and of those that are not told what they are together.
    private List<int[]> told() {
        var told = new ArrayList<int[]>();
        var untold = IntStream.range(1, stageUntold.length)
                .filter(column -> stageUntold[column])
                .toArray();
        IntStream.range(1, stageUntold.length)
                .filter(column -> !stageUntold[column])
                .forEach(column -> told.add(new int[] {column}));
        told.add(untold);
        return told;
    }

    private boolean hidesMore(int[] stages) {
        var together = IntStream.range(0, counts.length)
                .filter(row -> stagesHidden[row])
                .mapToLong(row -> count(row, stages))
                .sum();
        if (!isFew(together)) {
            return false;
        }
        var next = IntStream.range(0, counts.length)
                .filter(row -> !stagesHidden[row] && count(row, stages) > 0)
                .boxed()
                .min(Comparator.comparingLong(row -> count(row, stages)));
        next.ifPresent(row -> stagesHidden[row] = true);
        return next.isPresent();
    }

    private boolean isFew(long count) {
        return count > 0 && count < least;
    }

    private long atStage(int column) {
        return Arrays.stream(counts).mapToLong(row -> row[column]).sum();
    }

    private long count(int row, int[] stages) {
        return Arrays.stream(stages).mapToLong(column -> counts[row][column]).sum();
    }
}

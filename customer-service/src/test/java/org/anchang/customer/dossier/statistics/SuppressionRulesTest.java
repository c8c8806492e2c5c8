package org.anchang.customer.dossier.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SuppressionRulesTest {
    private static final long LEAST = 5;
    private static final int ANSWERS = 3;
    private static final int STAGES = 3;

    /// What one question is answered with: sums in front, then stages; what is hidden is not read.
    private record Table(long[][] counts, boolean[][] hidden, boolean isOneAnswer) {}

    /// Customers who are told of together, by the answers they gave and their stages; each a set of bits.
    private record Group(int answers, int stages, long customers) {}

    @Test
    @DisplayName("CUS-5 a group below the project's least is hidden, and the next smallest with it")
    void few() {
        var hidden = Suppression.ofOneAnswer(new long[][] {{12, 12, 0}, {3, 3, 0}, {20, 20, 0}, {0, 0, 0}}, LEAST);

        assertThat(hidden).isDeepEqualTo(new boolean[][] {
            {true, true, true}, {true, true, true}, {false, false, false}, {false, false, false}
        });
    }

    @Test
    @DisplayName("CUS-5 a stage at which too few are is told of no answer, and the next smallest stage with it")
    void fewAtStage() {
        var hidden = Suppression.ofOneAnswer(new long[][] {{30, 2, 8, 20}, {30, 0, 10, 20}}, LEAST);

        assertThat(hidden).isDeepEqualTo(new boolean[][] {{false, true, true, false}, {false, true, true, false}});
    }

    @Test
    @DisplayName("CUS-5 of an answer with too few at a stage only the sum is shown, and of one more answer")
    void sumOnly() {
        var hidden = Suppression.ofOneAnswer(new long[][] {{30, 10, 20}, {32, 3, 29}, {40, 20, 20}}, LEAST);

        assertThat(hidden)
                .isDeepEqualTo(new boolean[][] {{false, true, true}, {false, true, true}, {false, false, false}});
    }

    @Test
    @DisplayName("CUS-5 where there are too few for any number, not even who is nobody is shown")
    void tooFewAtAll() {
        assertThat(Suppression.ofOneAnswer(new long[][] {{1, 1, 0}, {0, 0, 0}, {2, 1, 1}}, LEAST))
                .isDeepEqualTo(new boolean[][] {{true, true, true}, {true, true, true}, {true, true, true}});
        assertThat(Suppression.ofOneAnswer(new long[][] {{0, 0}, {0, 0}}, LEAST))
                .isDeepEqualTo(new boolean[][] {{false, false}, {false, false}});
    }

    @Test
    @DisplayName("CUS-5 where customers give several answers, who did not give one is a group too")
    void others() {
        var hidden = Suppression.ofManyAnswers(
                new long[][] {{19, 19}, {14, 14}, {4, 4}, {20, 20}}, new long[] {20, 20}, LEAST);

        assertThat(hidden).isDeepEqualTo(new boolean[][] {{true, true}, {false, false}, {true, true}, {false, false}});
    }

    @Test
    @DisplayName("CUS-5 of no two answers to any two questions is the difference a group below the least")
    void differences() {
        var random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            var least = 2 + random.nextInt(4);
            var told = questions(random, 5 + random.nextInt(40), least).stream()
                    .map(SuppressionRulesTest::told)
                    .toList();
            for (var one : told) {
                for (var other : told) {
                    assertNoSmallDifference(one, other, one == other, least);
                }
            }
        }
    }

    @Test
    @DisplayName("CUS-5 whoever is hidden could be as many as the least, for all that other answers show")
    void couldBeMany() {
        var random = new Random(11);
        for (int round = 0; round < 400; round++) {
            var least = 2 + random.nextInt(2);
            var questions = questions(random, least + 5 + random.nextInt(3), least);
            for (var question : questions) {
                assertCouldBeMany(question, questions.getFirst(), least);
            }
        }
    }

    /// Small random customers who have answered all: a question to which all gave one answer, so that it tells how many
    /// there are; one to which they gave different ones; and one to which they gave several.
    private static List<Table> questions(Random random, int customers, long least) {
        var all = new long[1][1 + STAGES];
        var one = new long[ANSWERS][1 + STAGES];
        var many = new long[ANSWERS][1 + STAGES];
        var skew = 1 + random.nextInt(3);
        for (int nth = 0; nth < customers; nth++) {
            var stage = 1 + skewed(random, STAGES, skew);
            add(all[0], stage);
            add(one[skewed(random, ANSWERS, skew)], stage);
            var given = 1 + random.nextInt((1 << ANSWERS) - 1);
            for (int answer = 0; answer < ANSWERS; answer++) {
                if ((given >> answer & 1) == 1) {
                    add(many[answer], stage);
                }
            }
        }
        return List.of(
                new Table(all, Suppression.ofOneAnswer(all, least), true),
                new Table(one, Suppression.ofOneAnswer(one, least), true),
                new Table(many, Suppression.ofManyAnswers(many, all[0], least), false));
    }

    private static int skewed(Random random, int places, int skew) {
        return (int) (places * Math.pow(random.nextDouble(), skew));
    }

    private static void add(long[] row, int stage) {
        row[0]++;
        row[stage]++;
    }

    /// All that can be added up of what is shown: any stages of one answer, and where each customer gave one, of
    /// several.
    private static List<Group> told(Table table) {
        var groups = new ArrayList<Group>();
        for (int answers = 1; answers < 1 << table.counts().length; answers++) {
            if (!table.isOneAnswer() && Integer.bitCount(answers) > 1) {
                continue;
            }
            for (int stages = 1; stages < 1 << STAGES; stages++) {
                var sum = sum(table, answers, stages);
                if (sum >= 0) {
                    groups.add(new Group(
                            table.counts().length == 1 || table.isOneAnswer() && Integer.bitCount(answers) == ANSWERS
                                    ? everybody()
                                    : answers,
                            stages,
                            sum));
                }
            }
        }
        return groups;
    }

    private static int everybody() {
        return (1 << ANSWERS) - 1;
    }

    /// @return -1 where something of it is hidden
    private static long sum(Table table, int answers, int stages) {
        long sum = 0;
        for (int row = 0; row < table.counts().length; row++) {
            if ((answers >> row & 1) == 0) {
                continue;
            }
            if (stages == (1 << STAGES) - 1 && !table.hidden()[row][0]) {
                sum += table.counts()[row][0];
                continue;
            }
            for (int stage = 0; stage < STAGES; stage++) {
                if ((stages >> stage & 1) == 1) {
                    if (table.hidden()[row][1 + stage]) {
                        return -1;
                    }
                    sum += table.counts()[row][1 + stage];
                }
            }
        }
        return sum;
    }

    /// Of the same question a group lies in another by its answers; of two questions only in everybody.
    private static void assertNoSmallDifference(List<Group> ones, List<Group> others, boolean isSame, long least) {
        for (var all : ones) {
            assertThat(all.customers() == 0 || all.customers() >= least).isTrue();
            for (var part : others) {
                var isWithin =
                        (all.answers() == everybody() || isSame && (all.answers() & part.answers()) == part.answers())
                                && (all.stages() & part.stages()) == part.stages();
                if (isWithin) {
                    var difference = all.customers() - part.customers();
                    assertThat(difference == 0 || difference >= least)
                            .as("%s without %s, least %d", all, part, least)
                            .isTrue();
                }
            }
        }
    }

    /// Of a question with several answers it is, for each, who gave it and who did not.
    private static void assertCouldBeMany(Table table, Table everybody, long least) {
        var asked = table.isOneAnswer()
                ? List.of(table)
                : IntStream.range(0, ANSWERS)
                        .mapToObj(row -> withOthers(table, row, everybody))
                        .toList();
        for (var one : asked) {
            var couldBeMany = new boolean[one.counts().length][1 + STAGES];
            tryAll(one, everybody, new long[one.counts().length][1 + STAGES], 0, tried -> {
                for (int row = 0; row < tried.length; row++) {
                    for (int column = 0; column <= STAGES; column++) {
                        couldBeMany[row][column] |= tried[row][column] >= least;
                    }
                }
            });
            for (int row = 0; row < (table.isOneAnswer() ? one.counts().length : 1); row++) {
                for (int column = 0; column <= STAGES; column++) {
                    assertThat(!one.hidden()[row][column] || one.counts()[row][column] == 0 || couldBeMany[row][column])
                            .as("%s, least %d", Arrays.deepToString(one.counts()), least)
                            .isTrue();
                }
            }
        }
    }

    private static Table withOthers(Table table, int row, Table everybody) {
        var gave = table.counts()[row];
        var others = IntStream.rangeClosed(0, STAGES)
                .mapToLong(column -> everybody.counts()[0][column] - gave[column])
                .toArray();
        var unseen = new boolean[1 + STAGES];
        Arrays.fill(unseen, true);
        return new Table(new long[][] {gave, others}, new boolean[][] {table.hidden()[row], unseen}, false);
    }

    /// All tables that would show the same, beside what is known of everybody.
    private static void tryAll(Table table, Table everybody, long[][] tried, int place, Consumer<long[][]> found) {
        if (place == tried.length * STAGES) {
            if (showsTheSame(table, everybody, tried)) {
                found.accept(tried);
            }
            return;
        }
        int row = place / STAGES;
        int column = 1 + place % STAGES;
        var left = left(table, everybody, tried, row, column);
        var isShown = !table.hidden()[row][column];
        var from = isShown ? table.counts()[row][column] : 0;
        for (long count = from; count <= (isShown ? from : left); count++) {
            tried[row][column] = count;
            tried[row][0] += count;
            tryAll(table, everybody, tried, place + 1, found);
            tried[row][0] -= count;
        }
        tried[row][column] = 0;
    }

    /// As many as can stand here: more would add up to other sums than are shown.
    private static long left(Table table, Table everybody, long[][] tried, int row, int column) {
        long left = everybody.counts()[0][0];
        long ofStage = everybody.counts()[0][column];
        for (var one : tried) {
            left -= one[0];
            ofStage -= one[column];
        }
        if (!everybody.hidden()[0][column]) {
            left = Math.min(left, ofStage);
        }
        return table.hidden()[row][0] ? left : Math.min(left, table.counts()[row][0] - tried[row][0]);
    }

    /// Where one sum or stage is shown, the hidden ones are known to be somebody.
    private static boolean showsTheSame(Table table, Table everybody, long[][] tried) {
        var isAnySumShown = Arrays.stream(table.hidden()).anyMatch(row -> !row[0]);
        for (int row = 0; row < tried.length; row++) {
            if (table.hidden()[row][0]
                    ? isAnySumShown && table.isOneAnswer() && tried[row][0] == 0
                    : tried[row][0] != table.counts()[row][0]) {
                return false;
            }
        }
        var known = everybody.hidden()[0];
        var isAnyStageShown = IntStream.rangeClosed(1, STAGES).anyMatch(stage -> !known[stage]);
        for (int column = 0; column <= STAGES; column++) {
            var its = column;
            var total = Arrays.stream(tried).mapToLong(row -> row[its]).sum();
            if (known[column]
                    ? isAnyStageShown && total == 0
                    : total != everybody.counts()[0][column]) {
                return false;
            }
        }
        return true;
    }
}

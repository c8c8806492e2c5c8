package org.anchang.inventory.opening.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchang.inventory.opening.Seed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LotteryRulesTest {
    private static final Seed SEED = new Seed("松风一期开盘");
    private static final List<String> NUMBERS = List.of("A001", "A002", "A003", "A004", "A005", "A006", "贵宾01");

    private final Lottery lottery = new Lottery(SEED);

    @Test
    @DisplayName("INV-13 the order is the one that sha256sum and sort come to, from seed and numbers alone")
    void asAnybodyComputesIt() {
        // for n in …; do echo "$(printf '%s:%s' 松风一期开盘 "$n" | sha256sum | cut -c1-64) $n"; done | sort
        assertThat(lottery.order(NUMBERS)).containsExactly("A004", "A003", "A005", "A002", "A001", "A006", "贵宾01");
        assertThat(lottery.digest("A004"))
                .isEqualTo("1bfee21321fbd1214204c0e4010e7b796b1efec4a0452354bd21ef23ea63e22f");
        assertThat(SEED.hash()).isEqualTo("914fc93652d2e3a12e2c825233bee2cb2df154bde0048c59a4d9ec3417e28eab");
    }

    @Test
    @DisplayName("INV-13 the order in which tickets are given in changes nothing; another seed draws another order")
    void reproducible() {
        var tickets = tickets(500);
        var order = lottery.order(tickets);

        for (int i = 0; i < 10; i++) {
            Collections.shuffle(tickets, new Random(i));
            assertThat(lottery.order(tickets)).isEqualTo(order);
        }
        assertThat(new Lottery(new Seed("松风一期开盘 ")).order(tickets)).isNotEqualTo(order);
    }

    @Test
    @DisplayName(
            "INV-13 every ticket has one place, by its own number: who else checks in changes no two others' order")
    void everyTicket() {
        var tickets = tickets(300);
        var order = lottery.order(tickets);

        assertThat(order).containsExactlyInAnyOrderElementsOf(tickets);
        for (var absent : tickets) {
            var others = new ArrayList<>(tickets);
            others.remove(absent);
            var expected = new ArrayList<>(order);
            expected.remove(absent);
            assertThat(lottery.order(others)).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("INV-13 over many seeds each ticket is as often among the first as any other")
    void fair() {
        var first = new int[20];
        var tickets = tickets(first.length);
        for (int seed = 0; seed < 4_000; seed++) {
            first[
                    tickets.indexOf(
                            new Lottery(new Seed("seed " + seed)).order(tickets).getFirst())]++;
        }

        // 200 expected; five standard deviations are 69.
        assertThat(IntStream.of(first)).allSatisfy(times -> assertThat(times).isBetween(131, 269));
    }

    private static List<String> tickets(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("A%03d"::formatted)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}

package org.anchang.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.hold.Standing.ByTicket;
import org.anchang.inventory.hold.Standing.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HoldPolicyRulesTest {
    private static final Instant NOW = Instant.parse("2026-05-01T02:00:00Z");
    private static final UUID SOMETHING = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    @DisplayName("INV-5 whom no rule forbids it gets the unit: at the last of each limit, with the turn over, in line")
    void nothingForbids() {
        assertThat(HoldPolicy.broken(of(_ -> {}))).isEmpty();
        assertThat(HoldPolicy.broken(of(HoldPolicyRulesTest::byTicket))).isEmpty();
    }

    @ParameterizedTest(name = "{0} forbids")
    @MethodSource("broken")
    @DisplayName("INV-4 INV-5 each rule forbids a hold by itself, from its boundary on, and says what it rests on")
    void forbids(HoldPolicy rule, Consumer<Given> given, @Nullable String fact) {
        var standing = of(given);

        assertThat(HoldPolicy.broken(standing)).contains(rule);
        assertThat(rule.refused(standing).refusal()).isEqualTo(rule);
        if (fact == null) {
            assertThat(rule.refused(standing).facts()).isEmpty();
        } else {
            assertThat(rule.refused(standing).facts()).containsOnlyKeys(fact);
        }
    }

    @ParameterizedTest(name = "{0} allows: {1}")
    @MethodSource("kept")
    @DisplayName("INV-4 INV-5 each rule allows a hold up to its boundary")
    void allows(HoldPolicy rule, String why, Consumer<Given> given) {
        assertThat(HoldPolicy.broken(of(given))).as(rule + ": " + why).isEmpty();
    }

    @Test
    @DisplayName(
            "INV-4 INV-5 of two rules that forbid a hold the first speaks, in the order in which they are declared")
    void inOrder() {
        var all = broken().map(Broken::of).toList();
        assertThat(all.stream().map(Broken::rule).distinct()).containsExactly(HoldPolicy.values());
        for (int first = 0; first < all.size(); first++) {
            for (int second = first + 1; second < all.size(); second++) {
                var one = all.get(first);
                var other = all.get(second);
                // A ticket is shown or not: of these rules the later one given decides which.
                var both = of(other.given().andThen(one.given()));
                assertThat(HoldPolicy.broken(both))
                        .as(one.rule() + " before " + other.rule())
                        .contains(one.rule());
            }
        }
    }

    @Test
    @DisplayName("INV-5 a hold lasts as many minutes as the project says, and never more than its longest")
    void lasts() {
        assertThat(HoldPolicy.lastsUntil(of(_ -> {}).facts())).isEqualTo(NOW.plusSeconds(900));
        assertThat(HoldPolicy.lastsUntil(of(given -> given.holdMinutes = 31).facts()))
                .isEqualTo(NOW.plusSeconds(1_800));
    }

    @Test
    @DisplayName("SEC-1 INV-6 INV-11 what other commands refuse too is one refusal with them")
    void sharedRefusals() {
        for (var rule : HoldPolicy.values()) {
            Stream.of(InventoryRefusal.values())
                    .filter(shared -> shared.name().equals(rule.name()))
                    .forEach(shared -> assertThat(List.of(rule.rule(), rule.status()))
                            .isEqualTo(List.of(shared.rule(), shared.status())));
        }
    }

    @Test
    @DisplayName("INV-13 the slot of a ticket that is taken is the lowest that is free")
    void slots() {
        assertThat(new ByTicket(SOMETHING, true, true, 3, Set.of()).freeSlot()).hasValue(1);
        assertThat(new ByTicket(SOMETHING, true, true, 3, Set.of(1, 3)).freeSlot())
                .hasValue(2);
        assertThat(new ByTicket(SOMETHING, true, true, 3, Set.of(1, 2, 3)).freeSlot())
                .isEmpty();
    }

    private record Broken(HoldPolicy rule, Consumer<Given> given) {
        @SuppressWarnings("unchecked")
        static Broken of(Arguments arguments) {
            return new Broken(
                    (HoldPolicy) arguments.get()[0], (Consumer<Given>) arguments.get()[1]);
        }
    }

    static Stream<Arguments> broken() {
        var cases = new ArrayList<Arguments>();
        add(cases, HoldPolicy.CUSTOMER_IS_NOT_YOURS, null, given -> given.isAnothers = true);
        add(cases, HoldPolicy.TICKET_NEEDED, null, given -> given.ticket = ByTicket.NONE_SHOWN);
        add(cases, HoldPolicy.TICKET_IS_NOT_PRESENT, null, given -> given.ticket = ByTicket.unknown(SOMETHING));
        add(
                cases,
                HoldPolicy.TICKET_IS_ANOTHERS,
                null,
                given -> given.ticket = new ByTicket(SOMETHING, true, false, 2, Set.of(1, 2)));
        add(
                cases,
                HoldPolicy.TICKET_QUOTA_REACHED,
                "quota",
                given -> given.ticket = new ByTicket(SOMETHING, true, true, 2, Set.of(1, 2)));
        add(cases, HoldPolicy.UNIT_IS_ATTACHED, null, given -> given.isAttached = true);
        add(cases, HoldPolicy.ATTACHED_UNIT_NOT_AVAILABLE, "attached", given -> given.attachedTaken = "车位 12");
        add(cases, HoldPolicy.CERTIFICATES_INCOMPLETE, "building", given -> given.uncertified = SOMETHING);
        add(cases, HoldPolicy.NEXT_IN_LINE_COMES_FIRST, "until", given -> given.othersTurnUntil = NOW);
        add(cases, HoldPolicy.UNIT_WAS_HELD_JUST_NOW, "until", given -> {
            given.othersWait = true;
            given.holdAgainAt = NOW.plusMillis(1);
        });
        add(cases, HoldPolicy.HOLD_LIMIT_REACHED, "limit", given -> given.ofConsultant = 3);
        add(cases, HoldPolicy.CUSTOMER_HOLD_LIMIT_REACHED, "limit", given -> given.forCustomer = 2);
        return cases.stream();
    }

    private static void add(List<Arguments> cases, HoldPolicy rule, @Nullable String fact, Consumer<Given> given) {
        cases.add(Arguments.of(rule, given, fact));
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                kept(HoldPolicy.TICKET_NEEDED, "no opening day is on", given -> given.ticket = null),
                kept(
                        HoldPolicy.TICKET_QUOTA_REACHED,
                        "one slot is left",
                        given -> given.ticket = new ByTicket(SOMETHING, true, true, 2, Set.of(2))),
                kept(HoldPolicy.UNIT_WAS_HELD_JUST_NOW, "the time is over", given -> {
                    given.othersWait = true;
                    given.holdAgainAt = NOW;
                }),
                kept(
                        HoldPolicy.UNIT_WAS_HELD_JUST_NOW,
                        "nobody else waits",
                        given -> given.holdAgainAt = NOW.plusSeconds(60)),
                kept(HoldPolicy.UNIT_WAS_HELD_JUST_NOW, "the customer is in line too", given -> {
                    given.othersWait = true;
                    given.isInLine = true;
                    given.holdAgainAt = NOW.plusSeconds(60);
                }),
                kept(HoldPolicy.UNIT_WAS_HELD_JUST_NOW, "it was somebody else's", given -> given.othersWait = true),
                kept(HoldPolicy.HOLD_LIMIT_REACHED, "one below", given -> given.ofConsultant = 2),
                kept(HoldPolicy.CUSTOMER_HOLD_LIMIT_REACHED, "one below", given -> given.forCustomer = 1),
                kept(HoldPolicy.CUSTOMER_HOLD_LIMIT_REACHED, "the ticket's quota counts instead", given -> {
                    byTicket(given);
                    given.forCustomer = 2;
                }));
    }

    private static Arguments kept(HoldPolicy rule, String why, Consumer<Given> given) {
        return Arguments.of(rule, why, given);
    }

    private static void byTicket(Given given) {
        given.ticket = new ByTicket(SOMETHING, true, true, 1, Set.of());
    }

    private static Standing of(Consumer<Given> how) {
        var given = new Given();
        how.accept(given);
        return given.standing();
    }

    /// A unit that is free, asked for by its customer's consultant; limits of three and two.
    private static final class Given {
        private boolean isAnothers;
        private @Nullable ByTicket ticket;
        private boolean isAttached;
        private @Nullable String attachedTaken;
        private @Nullable UUID uncertified;
        private @Nullable Instant othersTurnUntil;
        private boolean isInLine;
        private boolean othersWait;
        private @Nullable Instant holdAgainAt;
        private int ofConsultant;
        private int forCustomer;
        private int holdMinutes = 15;

        Standing standing() {
            return new Standing(
                    new Facts(
                            1,
                            isAttached,
                            ticket == null ? null : SOMETHING,
                            SOMETHING,
                            isAnothers,
                            attachedTaken,
                            uncertified,
                            othersTurnUntil,
                            isInLine,
                            othersWait,
                            holdAgainAt,
                            ofConsultant,
                            forCustomer,
                            3,
                            2,
                            holdMinutes,
                            30,
                            NOW),
                    ticket,
                    NOW);
        }
    }
}

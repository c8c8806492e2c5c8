package org.anchang.customer.duty.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.duty.turn.DutyEvent.DutyEventKind;
import org.anchang.customer.duty.turn.TurnPolicy.Assignment;
import org.anchang.customer.duty.turn.TurnPolicy.Visitor;
import org.anchang.customer.reception.ReceptionRule;
import org.anchang.customer.reception.Whereabouts.Out;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnRulesTest {
    private static final Queue.Settings USUAL = new Queue.Settings(false, true);
    private static final Visitor NEW = new Visitor(ArrivalKind.NEW, null);

    private final Map<String, Out> out = new HashMap<>();
    private Queue queue = opened(USUAL, "a", "b", "c");

    @Test
    @DisplayName("REC-1 the first visitor goes to the first seat, the next to the second, and so on round and round")
    void inOrder() {
        assertThat(List.of(comesAndLeaves(), comesAndLeaves(), comesAndLeaves(), comesAndLeaves()))
                .containsExactly("a", "b", "c", "a");
    }

    @Test
    @DisplayName("REC-1 REC-2 whoever is with a visitor is passed over; a new visitor belongs to the receiver")
    void busy() {
        var first = comes(NEW);
        var second = comes(NEW);

        assertThat(first.receiver()).isEqualTo("a");
        assertThat(first.rule()).isEqualTo(ReceptionRule.NEW_VISITOR_ON_TURN);
        assertThat(second.receiver()).isEqualTo("b");
    }

    @Test
    @DisplayName("REC-1 who is away is passed over, keeps the place, and is made up nothing")
    void away() {
        out("a", ReceptionReason.OWNER_ON_ERRAND);
        assertThat(comesAndLeaves()).isEqualTo("b");
        out.clear();

        assertThat(List.of(comesAndLeaves(), comesAndLeaves(), comesAndLeaves()))
                .containsExactly("c", "a", "b");
    }

    @Test
    @DisplayName("REC-1 who comes late stands at the end, though the turn has gone round")
    void late() {
        comesAndLeaves();
        queue.take(DutyEvent.of(DutyEventKind.SIGNED_IN, "d"));
        queue.take(DutyEvent.of(DutyEventKind.PLACED, "d"));

        assertThat(List.of(comesAndLeaves(), comesAndLeaves(), comesAndLeaves(), comesAndLeaves(), comesAndLeaves()))
                .containsExactly("b", "c", "a", "d", "b");
        assertThat(queue.isLate("d")).isTrue();
        assertThat(queue.isLate("a")).isFalse();
    }

    @Test
    @DisplayName("REC-7 while nobody is free, or the day is not open, nobody receives")
    void nobody() {
        comes(NEW);
        comes(NEW);
        comes(NEW);

        assertThat(TurnPolicy.decide(queue, NEW, out)).isEmpty();
        assertThat(TurnPolicy.decide(new Queue(USUAL), NEW, out)).isEmpty();
    }

    @Test
    @DisplayName("REC-3 a returning visitor goes to the first consultant, which uses up no turn")
    void returning() {
        var again = comes(new Visitor(ArrivalKind.RETURNING, "b"));

        assertThat(again.receiver()).isEqualTo("b");
        assertThat(again.rule()).isEqualTo(ReceptionRule.FIRST_CONSULTANT);
        assertThat(comes(NEW).receiver()).isEqualTo("a");
        assertThat(comes(NEW).receiver()).isEqualTo("c");
    }

    @Test
    @DisplayName("REC-5 whom a customer sent goes to the introducer's first consultant")
    void referral() {
        var sent = comes(new Visitor(ArrivalKind.REFERRAL, "c"));

        assertThat(sent.receiver()).isEqualTo("c");
        assertThat(sent.rule()).isEqualTo(ReceptionRule.INTRODUCERS_CONSULTANT);
        assertThat(comes(NEW).receiver()).isEqualTo("a");
    }

    @ParameterizedTest
    @DisplayName("REC-3 while the first consultant is out the one on turn receives, and the rule says how")
    @CsvSource({
        "OWNER_ON_ERRAND,ERRAND_IN_TOUCH",
        "OWNER_ON_BUSINESS_TRIP,TRIP_SUBSTITUTE",
        "OWNER_ON_LEAVE,LEAVE_SUBSTITUTE"
    })
    void substitute(ReceptionReason reason, ReceptionRule rule) {
        var absence = out("b", reason);

        var again = comes(new Visitor(ArrivalKind.RETURNING, "b"));

        assertThat(again.receiver()).isEqualTo("a");
        assertThat(again.rule()).isEqualTo(rule);
        assertThat(again.absence()).isEqualTo(absence);
        assertThat(again.basis()).isEqualTo(Basis.IN_PLACE);
    }

    @Test
    @DisplayName("REC-3 the first consultant who has not signed in is asked, one who is with a visitor is stood in for")
    void notHere() {
        assertThat(comes(new Visitor(ArrivalKind.RETURNING, "nobody.today")).rule())
                .isEqualTo(ReceptionRule.OFF_DUTY_IN_TOUCH);
        comes(new Visitor(ArrivalKind.RETURNING, "b"));
        var second = comes(new Visitor(ArrivalKind.RETURNING, "b"));

        assertThat(second.rule()).isEqualTo(ReceptionRule.RECEIVING_IN_PLACE);
        assertThat(second.receiver()).isEqualTo("c");
    }

    @Test
    @DisplayName("REC-9 a turn that came while receiving for somebody else is made up before all others")
    void madeUp() {
        out("c", ReceptionReason.OWNER_ON_LEAVE);
        var inPlace = comes(new Visitor(ArrivalKind.RETURNING, "c"));
        var turnOfA = comes(NEW);

        assertThat(inPlace.receiver()).isEqualTo("a");
        assertThat(turnOfA.receiver()).isEqualTo("b");
        assertThat(queue.owed("a")).isEqualTo(1);
        endAll();
        assertThat(comes(NEW))
                .extracting(Assignment::receiver, Assignment::basis)
                .containsExactly("a", Basis.MADE_UP);
        assertThat(queue.owed("a")).isZero();
        // The turn has not moved by it: after b comes a again, as c is on leave.
        endAll();
        assertThat(comes(NEW))
                .extracting(Assignment::receiver, Assignment::basis)
                .containsExactly("a", Basis.ON_TURN);
    }

    @Test
    @DisplayName("REC-9 where the project makes up nothing, a turn missed for somebody else is lost")
    void notMadeUp() {
        queue = opened(new Queue.Settings(false, false), "a", "b", "c");
        out("c", ReceptionReason.OWNER_ON_LEAVE);
        comes(new Visitor(ArrivalKind.RETURNING, "c"));
        comes(NEW);
        endAll();

        assertThat(queue.owed("a")).isZero();
        assertThat(comes(NEW))
                .extracting(Assignment::receiver, Assignment::basis)
                .containsExactly("a", Basis.ON_TURN);
        assertThat(comes(NEW).receiver()).isEqualTo("b");
    }

    @Test
    @DisplayName("REC-9 where a returning visitor uses up the turn, the next one goes past who received them")
    void usesTurn() {
        queue = opened(new Queue.Settings(true, true), "a", "b", "c");
        comes(new Visitor(ArrivalKind.RETURNING, "a"));
        endAll();

        assertThat(List.of(comesAndLeaves(), comesAndLeaves(), comesAndLeaves()))
                .containsExactly("b", "c", "a");
    }

    @Test
    @DisplayName("REC-1 a turn that is passed goes to the next, and comes again in the next round")
    void passes() {
        var turn = TurnPolicy.next(queue, out.keySet()).orElseThrow();
        queue.take(DutyEvent.passed(turn, PassReason.ON_THE_PHONE));

        assertThat(turn.person()).isEqualTo("a");
        assertThat(List.of(comesAndLeaves(), comesAndLeaves(), comesAndLeaves()))
                .containsExactly("b", "c", "a");
    }

    @Test
    @DisplayName("REC-10 the board says who comes next, and whoever is owed a turn stands before the line")
    void coming() {
        queue.take(DutyEvent.of(DutyEventKind.GIVEN_BACK, "c"));
        out("b", ReceptionReason.OWNER_ON_ERRAND);

        assertThat(TurnPolicy.comingTurns(queue, out.keySet(), 4)).containsExactly("c", "a");
        assertThat(queue.owed("c")).as("looking ahead changes nothing").isEqualTo(1);
    }

    private String comesAndLeaves() {
        var decision = comes(NEW);
        endAll();
        return decision.receiver();
    }

    private final java.util.Map<UUID, String> here = new java.util.LinkedHashMap<>();

    private Assignment comes(Visitor visitor) {
        var arrival = UUID.randomUUID();
        queue.take(DutyEvent.of(DutyEventKind.CAME, arrival));
        var decision = TurnPolicy.decide(queue, visitor, out).orElseThrow();
        decision.before().forEach(queue::take);
        queue.take(DutyEvent.received(arrival, decision));
        here.put(arrival, decision.receiver());
        return decision;
    }

    private void endAll() {
        here.forEach((arrival, receiver) -> queue.take(DutyEvent.ended(arrival, receiver)));
        here.clear();
    }

    private UUID out(String person, ReceptionReason reason) {
        var absence = UUID.randomUUID();
        out.put(person, new Out(person, absence, reason, Instant.MAX));
        return absence;
    }

    private static Queue opened(Queue.Settings settings, String... people) {
        var queue = new Queue(settings);
        Arrays.stream(people).forEach(person -> queue.take(DutyEvent.of(DutyEventKind.SIGNED_IN, person)));
        queue.take(DutyEvent.of(DutyEventKind.OPENED));
        Arrays.stream(people).forEach(person -> queue.take(DutyEvent.of(DutyEventKind.PLACED, person)));
        return queue;
    }
}

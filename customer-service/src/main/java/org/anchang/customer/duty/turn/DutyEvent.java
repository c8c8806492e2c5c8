package org.anchang.customer.duty.turn;

import java.util.Objects;
import java.util.UUID;
import org.anchang.customer.reception.ReceptionRule;
import org.jspecify.annotations.Nullable;

/// Something that moved the queue.
public record DutyEvent(
        DutyEventKind kind,
        @Nullable String person,
        @Nullable UUID arrival,
        @Nullable Basis basis,
        @Nullable ReceptionRule rule,
        @Nullable PassReason reason) {
    public enum DutyEventKind {
        SIGNED_IN,
        SIGNED_OUT,
        OPENED,
        /// At opening by seats, afterwards at the end.
        PLACED,
        CLOSED,
        CAME,
        RECEIVED,
        /// REC-9: the turn came while they received another's customer.
        MISSED,
        /// REC-9: the turn went past them for one that they had out of turn.
        REPAID,
        /// REC-9: they received a returning visitor, which uses up their next turn.
        CHARGED,
        /// REC-9: the new visitor turned out to be another's customer.
        GIVEN_BACK,
        PASSED,
        ENDED,
        /// Without having been received.
        LEFT
    }

    public static DutyEvent of(DutyEventKind kind) {
        return new DutyEvent(kind, null, null, null, null, null);
    }

    public static DutyEvent of(DutyEventKind kind, String person) {
        return new DutyEvent(kind, person, null, null, null, null);
    }

    public static DutyEvent of(DutyEventKind kind, UUID arrival) {
        return new DutyEvent(kind, null, arrival, null, null, null);
    }

    public static DutyEvent received(UUID arrival, TurnPolicy.Assignment by) {
        return new DutyEvent(DutyEventKind.RECEIVED, by.receiver(), arrival, by.basis(), by.rule(), null);
    }

    public static DutyEvent ended(UUID arrival, String receiver) {
        return new DutyEvent(DutyEventKind.ENDED, receiver, arrival, null, null, null);
    }

    public static DutyEvent passed(TurnPolicy.Turn turn, PassReason reason) {
        return new DutyEvent(DutyEventKind.PASSED, turn.person(), null, turn.basis(), null, reason);
    }

    public String who() {
        return Objects.requireNonNull(person);
    }

    public UUID what() {
        return Objects.requireNonNull(arrival);
    }
}

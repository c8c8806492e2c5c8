package org.anchang.customer.reception;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Partner;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-3: one visit: who received, whose customer it was, and why the two may differ. Never altered.
///
/// @param note    sealed
/// @param arrival REC-10: the turn, with its `rule`; none where it was recorded without the queue
/// @param channel by which the customer came; unknown of a visit that another system recorded
/// @param partner who of a partner brought them
public record Visit(
        UUID id,
        String project,
        UUID customer,
        String receiver,
        String owner,
        ReceptionReason reason,
        @Nullable UUID absence,
        @Nullable String note,
        Instant receivedAt,
        @Nullable UUID arrival,
        @Nullable ReceptionRule rule,
        @Nullable Channel channel,
        @Nullable Partner partner) {
    /// The paper on which a visitor signs that they were here.
    public static final String CONFIRMATION = "visit-confirmation";

    /// What is known when a visitor stands there.
    ///
    /// @param returning    whether the customer was here before
    /// @param ownersAbsence what keeps the owner away at this moment
    /// @param partner       who brought them this time; none: who brought the customer
    record Circumstances(
            Customer customer,
            boolean returning,
            Optional<Absence> ownersAbsence,
            @Nullable String note,
            @Nullable Partner partner,
            Instant at) {}

    /// REC-2, REC-3 where there is no queue (with it `TurnPolicy` decides): a visitor goes to their own consultant;
    /// another receives only while that one is recorded as out.
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_IN_THE_POOL, OWNER_IS_PRESENT
    static Visit withoutQueue(String receiver, Circumstances circumstances, Sealing sealing) {
        var customer = circumstances.customer();
        var isOwn = customer.belongsTo(receiver);
        refuseIf(!isOwn && customer.isPooled(), CustomerRefusal.CUSTOMER_IS_IN_THE_POOL);
        if (!isOwn && circumstances.ownersAbsence().isEmpty()) {
            throw refuse(CustomerRefusal.OWNER_IS_PRESENT).with("owner", customer.owner());
        }
        var away = circumstances.ownersAbsence().filter(_ -> !isOwn);
        var id = Ids.next();
        return new Visit(
                id,
                customer.project(),
                customer.id(),
                receiver,
                customer.owner(),
                away.map(its -> its.kind().reason()).orElseGet(() -> ofOwn(circumstances.returning())),
                away.map(Absence::id).orElse(null),
                sealing.sealIfAny(circumstances.note(), noteOf(id)),
                circumstances.at(),
                null,
                null,
                channel(customer, circumstances.partner()),
                partner(customer, circumstances.partner()));
    }

    /// REC-10: as the queue decided, with the turn and the rule.
    static Visit inTurn(Customer customer, boolean returning, RecordingReceptions.Reception reception) {
        var isOwn = customer.belongsTo(reception.receiver());
        var away = reception.absence().filter(_ -> !isOwn);
        return new Visit(
                Ids.next(),
                customer.project(),
                customer.id(),
                reception.receiver(),
                customer.owner(),
                // As far as others are told: what keeps the owner away, or that they could be asked.
                isOwn ? ofOwn(returning) : away.map(Whereabouts.Out::reason).orElse(ReceptionReason.OWNER_ON_ERRAND),
                away.map(Whereabouts.Out::absence).orElse(null),
                null,
                reception.at(),
                reception.arrival(),
                reception.rule(),
                channel(customer, reception.partner()),
                partner(customer, reception.partner()));
    }

    private static ReceptionReason ofOwn(boolean returning) {
        return returning ? ReceptionReason.OWN_CUSTOMER : ReceptionReason.NEW_VISITOR;
    }

    /// CUS-1: another than who brought the customer first brings them as a partner.
    private static Channel channel(Customer customer, @Nullable Partner thisTime) {
        return thisTime == null || thisTime.equals(customer.partner()) ? customer.channel() : Channel.PARTNER;
    }

    private static @Nullable Partner partner(Customer customer, @Nullable Partner thisTime) {
        return thisTime == null ? customer.partner() : thisTime;
    }

    VisitReceived event() {
        return new VisitReceived(
                customer,
                project,
                receivedAt,
                id,
                receiver,
                owner,
                reason,
                requireNonNull(channel).name(),
                Partner.broker(partner),
                Partner.registration(partner));
    }

    public static Place noteOf(UUID visit) {
        return new Place("visit", "note", visit);
    }
}

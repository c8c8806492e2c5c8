package org.anchang.customer.reception;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
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
@Entity
public class Visit {
    /// The paper on which a visitor signs that they were here.
    public static final String CONFIRMATION = "visit-confirmation";

    /// What is known when a visitor stands there.
    ///
    /// @param returning    whether the customer was here before
    /// @param ownersAbsence what keeps the owner away at this moment
    /// @param partner       who brought them this time; none: who brought the customer
    record Arrival(
            Customer customer,
            boolean returning,
            Optional<Absence> ownersAbsence,
            @Nullable String note,
            @Nullable Partner partner,
            Instant at) {}

    @Id
    private UUID id;

    private String project;
    private UUID customer;
    private String receiver;
    private String owner;

    @Enumerated(EnumType.STRING)
    private ReceptionReason reason;

    private @Nullable UUID absence;
    private @Nullable String note;
    private Instant receivedAt;
    private @Nullable UUID arrival;

    @Enumerated(EnumType.STRING)
    private @Nullable ReceptionRule rule;

    @Enumerated(EnumType.STRING)
    private @Nullable Channel channel;

    @Embedded
    private @Nullable Partner partner;

    @SuppressWarnings("NullAway.Init")
    protected Visit() {}

    /// REC-2, REC-3 where there is no queue (with it `TurnPolicy` decides): a visitor goes to their own consultant;
    /// another receives only while that one is recorded as out.
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_IN_THE_POOL, OWNER_IS_PRESENT
    static Visit withoutQueue(String receiver, Arrival arrival, Sealing sealing) {
        var customer = arrival.customer();
        var visit = new Visit();
        visit.id = Ids.next();
        visit.project = customer.project();
        visit.customer = customer.id();
        visit.receiver = receiver;
        visit.owner = customer.owner();
        visit.broughtBy(customer, arrival.partner());
        visit.note = sealing.sealIfAny(arrival.note(), visit.notePlace());
        visit.receivedAt = arrival.at();
        if (customer.belongsTo(receiver)) {
            visit.reason = arrival.returning() ? ReceptionReason.OWN_CUSTOMER : ReceptionReason.NEW_VISITOR;
            return visit;
        }
        refuseIf(customer.isPooled(), CustomerRefusal.CUSTOMER_IS_IN_THE_POOL);
        var away = arrival.ownersAbsence()
                .orElseThrow(() -> refuse(CustomerRefusal.OWNER_IS_PRESENT).with("owner", customer.owner()));
        visit.reason = away.kind().reason();
        visit.absence = away.id();
        return visit;
    }

    /// REC-10: as the queue decided, with the turn and the rule.
    static Visit inTurn(Customer customer, boolean returning, RecordingReceptions.Reception reception) {
        var visit = new Visit();
        visit.id = Ids.next();
        visit.project = customer.project();
        visit.customer = customer.id();
        visit.receiver = reception.receiver();
        visit.owner = customer.owner();
        visit.reason = RecordingReceptions.reason(customer, returning, reception);
        visit.absence = customer.belongsTo(visit.receiver)
                ? null
                : reception.absence().map(Whereabouts.Out::absence).orElse(null);
        visit.broughtBy(customer, reception.partner());
        visit.receivedAt = reception.at();
        visit.arrival = reception.arrival();
        visit.rule = reception.rule();
        return visit;
    }

    /// CUS-1: by which channel, and by whom: another than who brought the customer first brings them as a partner.
    private void broughtBy(Customer customer, @Nullable Partner thisTime) {
        var isAnother = thisTime != null && !thisTime.equals(customer.partner());
        channel = isAnother ? Channel.PARTNER : customer.channel();
        partner = isAnother ? thisTime : customer.partner();
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

    /// By which the customer came; unknown of a visit that another system recorded.
    @Nullable
    Channel channel() {
        return channel;
    }

    /// Who of a partner brought them.
    @Nullable
    Partner partner() {
        return partner;
    }

    public UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    public UUID customer() {
        return customer;
    }

    public String receiver() {
        return receiver;
    }

    public String owner() {
        return owner;
    }

    public ReceptionReason reason() {
        return reason;
    }

    @Nullable
    UUID absence() {
        return absence;
    }

    /// REC-10: the turn; none where it was recorded without the queue.
    @Nullable
    UUID arrival() {
        return arrival;
    }

    @Nullable
    ReceptionRule rule() {
        return rule;
    }

    /// Sealed.
    public @Nullable String note() {
        return note;
    }

    public Place notePlace() {
        return new Place("visit", "note", id);
    }

    public Instant receivedAt() {
        return receivedAt;
    }
}

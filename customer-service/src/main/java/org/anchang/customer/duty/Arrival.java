package org.anchang.customer.duty;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.duty.turn.ArrivalKind;
import org.anchang.customer.duty.turn.Basis;
import org.anchang.customer.duty.turn.TurnPolicy;
import org.anchang.customer.household.FamilyTie;
import org.anchang.customer.reception.ReceptionRule;
import org.anchang.kit.seal.Place;
import org.jspecify.annotations.Nullable;

/// Somebody has come: one visitor, or a group that belongs together. It waits until the queue says who receives it.
@Entity
class Arrival {
    /// Whose the visitor is, as the desk found out.
    ///
    /// @param belongsTo  REC-3, REC-5
    /// @param introducer REC-5
    /// @param family     REC-4
    record Whose(
            ArrivalKind kind,
            @Nullable String belongsTo,
            @Nullable UUID customer,
            @Nullable UUID introducer,
            @Nullable Family family) {
        /// Nobody's relative, as far as they say.
        Whose(ArrivalKind kind, @Nullable String belongsTo, @Nullable UUID customer, @Nullable UUID introducer) {
            this(kind, belongsTo, customer, introducer, null);
        }
    }

    /// REC-4: whose relative somebody is.
    record Family(UUID relative, FamilyTie relation) {}

    /// @param met  by whom at the desk
    record Met(String project, UUID day, int persons, String by, Instant at) {}

    @Id
    private UUID id;

    private UUID day;
    private String project;

    @Enumerated(EnumType.STRING)
    private ArrivalKind kind;

    private @Nullable String belongsTo;
    private @Nullable UUID customer;
    private @Nullable UUID introducer;
    private @Nullable UUID relative;

    @Enumerated(EnumType.STRING)
    private @Nullable FamilyTie relation;

    private @Nullable UUID call;
    private int persons;
    private @Nullable String name;
    private @Nullable String phone;
    private Instant cameAt;
    private String metBy;
    private @Nullable String receiver;

    @Enumerated(EnumType.STRING)
    private @Nullable Basis basis;

    @Enumerated(EnumType.STRING)
    private @Nullable ReceptionRule rule;

    private @Nullable UUID absence;
    private @Nullable Instant receivedAt;
    private @Nullable Instant inTouchAt;
    private @Nullable String inTouchBy;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;
    private @Nullable UUID visit;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Arrival() {}

    static Arrival of(UUID id, Whose whose, Met met) {
        var arrival = new Arrival();
        arrival.id = id;
        arrival.day = met.day();
        arrival.project = met.project();
        arrival.kind = whose.kind();
        arrival.belongsTo = whose.belongsTo();
        arrival.customer = whose.customer();
        arrival.introducer = whose.introducer();
        var family = whose.family();
        arrival.relative = family == null ? null : family.relative();
        arrival.relation = family == null ? null : family.relation();
        arrival.persons = met.persons();
        arrival.cameAt = met.at();
        arrival.metBy = met.by();
        return arrival;
    }

    /// TEL-1: they called before.
    void called(UUID taken) {
        call = taken;
    }

    /// What was said of themselves, sealed; nothing once the customer is registered.
    void said(@Nullable String sealedName, @Nullable String sealedPhone) {
        name = sealedName;
        phone = sealedPhone;
    }

    /// The queue has decided.
    void receive(TurnPolicy.Assignment decision, Instant at) {
        receiver = decision.receiver();
        basis = decision.basis();
        rule = decision.rule();
        absence = decision.absence();
        receivedAt = at;
    }

    /// CUS-3: whom they turned out to be.
    void is(UUID known, UUID visited) {
        customer = known;
        visit = visited;
        said(null, null);
    }

    /// CUS-3: another's customer, though they were received as new.
    @Nullable
    String belongsTo() {
        return belongsTo;
    }

    void belongsToAnother(@Nullable String owner) {
        belongsTo = owner;
        rule = ReceptionRule.FOUND_TO_BE_ANOTHERS;
    }

    /// REC-3: the consultant was asked before somebody received in their place.
    ///
    /// @throws org.anchang.kit.problem.Refused NOBODY_TO_GET_IN_TOUCH_WITH
    void getInTouch(String by, Instant at) {
        refuseUnless(rule != null && rule.isForAnother(), CustomerRefusal.NOBODY_TO_GET_IN_TOUCH_WITH);
        inTouchBy = by;
        inTouchAt = at;
    }

    /// @throws org.anchang.kit.problem.Refused NOBODY_RECEIVES_YET, RECEPTION_HAS_ENDED
    String end(String by, Instant at) {
        var receives = receiver();
        mustBeHere();
        endedBy = by;
        endedAt = at;
        return receives;
    }

    /// Without having been received.
    ///
    /// @throws org.anchang.kit.problem.Refused IS_RECEIVED, RECEPTION_HAS_ENDED
    void leave(String by, Instant at) {
        mustBeHere();
        mustWait();
        endedBy = by;
        endedAt = at;
        said(null, null);
    }

    /// @throws org.anchang.kit.problem.Refused RECEPTION_HAS_ENDED
    void mustBeHere() {
        refuseIf(endedAt != null, CustomerRefusal.RECEPTION_HAS_ENDED);
    }

    /// @throws org.anchang.kit.problem.Refused IS_RECEIVED
    void mustWait() {
        if (receiver != null) {
            throw refuse(CustomerRefusal.IS_RECEIVED).with("receiver", receiver);
        }
    }

    /// @throws org.anchang.kit.problem.Refused NOBODY_RECEIVES_YET
    String receiver() {
        if (receiver == null) {
            throw refuse(CustomerRefusal.NOBODY_RECEIVES_YET);
        }
        return receiver;
    }

    TurnPolicy.Visitor visitor() {
        return new TurnPolicy.Visitor(kind, belongsTo);
    }

    /// REC-2, REC-3, REC-5: whose customer they are; nobody's yet while nobody receives them.
    @Nullable
    String owner() {
        return belongsTo == null ? receiver : belongsTo;
    }

    static Place nameOf(UUID id) {
        return new Place("arrival", "name", id);
    }

    static Place phoneOf(UUID id) {
        return new Place("arrival", "phone", id);
    }

    UUID id() {
        return id;
    }

    UUID day() {
        return day;
    }

    String project() {
        return project;
    }

    ArrivalKind kind() {
        return kind;
    }

    @Nullable
    UUID customer() {
        return customer;
    }

    @Nullable
    UUID introducer() {
        return introducer;
    }

    /// REC-4
    Optional<Family> family() {
        return relative == null || relation == null ? Optional.empty() : Optional.of(new Family(relative, relation));
    }

    /// TEL-1
    @Nullable
    UUID call() {
        return call;
    }

    int persons() {
        return persons;
    }

    /// Sealed.
    @Nullable
    String name() {
        return name;
    }

    /// Sealed.
    @Nullable
    String phone() {
        return phone;
    }

    Instant cameAt() {
        return cameAt;
    }

    @Nullable
    String receiverIfAny() {
        return receiver;
    }

    @Nullable
    Basis basis() {
        return basis;
    }

    @Nullable
    ReceptionRule rule() {
        return rule;
    }

    @Nullable
    UUID absence() {
        return absence;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    Instant inTouchAt() {
        return inTouchAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    UUID visit() {
        return visit;
    }
}

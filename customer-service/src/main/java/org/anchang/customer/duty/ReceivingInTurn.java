package org.anchang.customer.duty;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Partner;
import org.anchang.customer.duty.DutyDays.HeldDay;
import org.anchang.customer.duty.ReceptionResource.ReceiveInTurn;
import org.anchang.customer.duty.ReceptionResource.RegisterVisitor;
import org.anchang.customer.duty.turn.ArrivalKind;
import org.anchang.customer.duty.turn.Basis;
import org.anchang.customer.duty.turn.DutyEvent;
import org.anchang.customer.duty.turn.DutyEvent.DutyEventKind;
import org.anchang.customer.duty.turn.TurnPolicy;
import org.anchang.customer.household.FamilyTie;
import org.anchang.customer.household.LinkingFamilies;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.reception.RecordingReceptions;
import org.anchang.customer.reception.Whereabouts;
import org.anchang.customer.reception.Whereabouts.Out;
import org.anchang.customer.registration.RegisteringCustomer;
import org.anchang.customer.registration.RegistrationResource.RegisterCustomer;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-2, REC-3, REC-5, REC-7: somebody has come, and the queue says who receives them: one act, while the
/// day is held.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReceivingInTurn {
    /// How a customer of the pool came to their owner.
    private static final String RECEIVED = "RECEIVED";

    @Inject
    DutyDays days;

    @Inject
    Arrivals arrivals;

    @Inject
    Whereabouts whereabouts;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    Roster roster;

    @Inject
    RegisteringCustomer registering;

    @Inject
    RecordingReceptions recording;

    @Inject
    MovingCustomers moving;

    @Inject
    LinkingFamilies linking;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// Where nobody is free, or the day has not been opened, the visitor waits, and is given to whoever is
    /// free first.
    Arrival receive(ReceiveInTurn visitor) {
        return receive(visitor, null);
    }

    /// @param call TEL-1: the call before
    Arrival receive(ReceiveInTurn visitor, @Nullable UUID call) {
        caller.mustBeBoundTo(visitor.project());
        roster.meetCaller(visitor.project());
        var held = days.holdToday(visitor.project());
        refuseIf(held.queue().hasEnded(), CustomerRefusal.DAY_HAS_ENDED);
        var id = Ids.next();
        var met = new Arrival.Met(
                visitor.project(),
                held.day().id(),
                visitor.persons() == null ? 1 : visitor.persons(),
                caller.name(),
                clock.instant());
        var arrival = Arrival.of(id, whose(visitor), met);
        if (call != null) {
            arrival.called(call);
        }
        if (arrival.customer() == null) {
            arrival.said(
                    sealing.sealIfAny(visitor.name(), Arrival.nameOf(id)),
                    sealing.sealIfAny(visitor.phone(), Arrival.phoneOf(id)));
        }
        arrivals.persist(arrival);
        link(arrival);
        held.write(DutyEvent.of(DutyEventKind.CAME, id));
        serveWaiting(held);
        return arrival;
    }

    /// Gives those who wait to those who are free, the first come first.
    void serveWaiting(HeldDay held) {
        if (!held.queue().isOpen() || held.queue().waiting().isEmpty()) {
            return;
        }
        var out = whereabouts.out(held.day().project());
        for (var id : held.queue().waiting()) {
            var arrival = arrivals.findById(id);
            TurnPolicy.decide(held.queue(), arrival.visitor(), out)
                    .ifPresent(decision -> give(held, arrival, decision, out));
        }
    }

    /// TRK-7: whoever waits for somebody who is gone waits for the customer's consultant or the successor;
    /// for whoever is on turn where that is no consultant.
    void passOn(HeldDay held, String gone, String heir) {
        var project = held.day().project();
        var next = roster.isConsultant(new Roster.Worker(project, heir)) ? heir : null;
        for (var id : held.queue().waiting()) {
            var arrival = arrivals.findById(id);
            if (gone.equals(arrival.belongsTo())) {
                var known = arrival.customer();
                arrival.belongsToAnother(known == null ? next : ownerOf(customers.anyOf(project, known)));
            }
        }
        serveWaiting(held);
    }

    private void give(HeldDay held, Arrival arrival, TurnPolicy.Assignment decision, Map<String, Out> out) {
        var events = new ArrayList<>(decision.before());
        events.add(DutyEvent.received(arrival.id(), decision));
        held.write(events);
        arrival.receive(decision, clock.instant());
        var known = arrival.customer();
        if (known != null) {
            var customer = customers.anyOf(arrival.project(), known);
            takeFromPool(customer, arrival);
            record(arrival, customer, null, out);
        } else if (arrival.name() != null && arrival.phone() != null) {
            var said = new RegisterVisitor(
                    sealing.open(arrival.name(), Arrival.nameOf(arrival.id())),
                    sealing.open(arrival.phone(), Arrival.phoneOf(arrival.id())),
                    null,
                    null,
                    null,
                    null);
            register(held, arrival, said);
        }
    }

    /// Asks again for a visitor who waits.
    ///
    /// @throws org.anchang.kit.problem.Refused NOBODY_IS_FREE
    Arrival assign(UUID id) {
        var arrival = arrivals.get(caller.scope(), id);
        var held = held(arrival);
        arrival.mustBeHere();
        arrival.mustWait();
        serveWaiting(held);
        refuseIf(arrival.receiverIfAny() == null, CustomerRefusal.NOBODY_IS_FREE);
        return arrival;
    }

    /// The receiver is free again, for whoever waits.
    Arrival end(UUID id) {
        var arrival = arrivals.get(caller.scope(), id);
        var held = held(arrival);
        mustBeReceivers(arrival);
        var receiver = arrival.end(caller.name(), clock.instant());
        arrivals.flush();
        held.write(DutyEvent.ended(arrival.id(), receiver));
        serveWaiting(held);
        return arrival;
    }

    Arrival leave(UUID id) {
        var arrival = arrivals.get(caller.scope(), id);
        var held = held(arrival);
        arrival.leave(caller.name(), clock.instant());
        held.write(DutyEvent.of(DutyEventKind.LEFT, arrival.id()));
        return arrival;
    }

    Arrival getInTouch(UUID id) {
        var arrival = arrivals.get(caller.scope(), id);
        held(arrival);
        mustBeReceivers(arrival);
        arrival.getInTouch(caller.name(), clock.instant());
        days.changed(arrival.project());
        return arrival;
    }

    /// CUS-1, CUS-3: the visitor has said who they are.
    Arrival register(UUID id, RegisterVisitor visitor) {
        var arrival = arrivals.get(caller.scope(), id);
        var held = held(arrival);
        mustBeReceivers(arrival);
        refuseIf(arrival.customer() != null, CustomerRefusal.IS_REGISTERED);
        register(held, arrival, visitor);
        return arrival;
    }

    private void register(HeldDay held, Arrival arrival, RegisterVisitor visitor) {
        var receiver = arrival.receiver();
        var owner = Optional.ofNullable(arrival.owner()).orElse(receiver);
        var partner = Partner.of(visitor.broker(), visitor.registration());
        var customer = registering.visitorOf(
                owner,
                new RegisterCustomer(
                        arrival.project(),
                        visitor.name(),
                        visitor.phone(),
                        channel(arrival, partner),
                        null,
                        arrival.introducer(),
                        visitor.gender(),
                        null,
                        visitor.note(),
                        visitor.broker(),
                        visitor.registration()));
        if (!customer.belongsTo(owner)) {
            arrival.belongsToAnother(customer.owner());
            var usedTurn = arrival.basis() == Basis.ON_TURN || arrival.basis() == Basis.MADE_UP;
            if (usedTurn && held.queue().settings().missedIsMadeUp()) {
                held.write(DutyEvent.of(DutyEventKind.GIVEN_BACK, receiver));
            }
        }
        record(arrival, customer, partner, whereabouts.out(arrival.project()));
    }

    /// REC-2, TRK-5: whoever comes again while nobody owns them belongs to the consultant on turn, like a new
    /// visitor.
    private void takeFromPool(Customer customer, Arrival arrival) {
        if (customer.isPooled()) {
            var decided = new Customer.Decision(arrival.receiver(), caller.name(), clock.instant(), RECEIVED);
            moving.move(List.of(customer), _ -> decided, null);
        }
    }

    private static @Nullable String ownerOf(Customer customer) {
        return customer.isPooled() ? null : customer.owner();
    }

    private void record(Arrival arrival, Customer customer, @Nullable Partner partner, Map<String, Out> out) {
        var visit = recording.record(
                customer,
                new RecordingReceptions.Reception(
                        arrival.id(),
                        arrival.receiver(),
                        requireNonNull(arrival.rule()),
                        Optional.ofNullable(out.get(customer.owner())),
                        partner,
                        requireNonNull(arrival.receivedAt())));
        arrival.is(customer.id(), visit);
        link(arrival);
        days.changed(arrival.project());
    }

    /// REC-4: whoever has come is of the family that they named.
    private void link(Arrival arrival) {
        var known = arrival.customer();
        arrival.family()
                .filter(_ -> known != null)
                .ifPresent(family -> linking.met(
                        customers.anyOf(arrival.project(), family.relative()),
                        customers.anyOf(arrival.project(), requireNonNull(known)),
                        family.relation()));
    }

    private static Channel channel(Arrival arrival, @Nullable Partner partner) {
        return switch (arrival.kind()) {
            case NEW, RETURNING, FAMILY -> partner == null ? Channel.WALK_IN : Channel.PARTNER;
            case REFERRAL -> Channel.REFERRAL;
            case CALLED -> Channel.PHONE_IN;
        };
    }

    /// REC-3, REC-5: the visitor is asked; a phone that the project knows says more than they do.
    private Arrival.Whose whose(ReceiveInTurn visitor) {
        var relative = relative(visitor);
        var family = relative.map(
                        one -> new Arrival.Family(one.id(), requireNonNullElse(visitor.relation(), FamilyTie.OTHER)))
                .orElse(null);
        var known = known(visitor.project(), visitor.customer(), visitor.phone());
        if (known.isPresent()) {
            var kind = visitor.kind() == ArrivalKind.CALLED ? ArrivalKind.CALLED : ArrivalKind.RETURNING;
            return new Arrival.Whose(kind, ownerOf(known.get()), known.get().id(), null, family);
        }
        return switch (visitor.kind()) {
            case NEW, CALLED -> new Arrival.Whose(visitor.kind(), null, null, null);
            case RETURNING ->
                throw refuse(
                        visitor.phone() == null && visitor.customer() == null
                                ? CustomerRefusal.VISITOR_MISSING
                                : CustomerRefusal.VISITOR_NOT_KNOWN);
            case FAMILY ->
                new Arrival.Whose(
                        ArrivalKind.FAMILY,
                        relative.map(ReceivingInTurn::ownerOf).orElse(null),
                        null,
                        null,
                        family);
            case REFERRAL -> {
                var introducer = known(visitor.project(), visitor.introducer(), visitor.introducerPhone())
                        .orElseThrow(() -> refuse(
                                visitor.introducer() == null && visitor.introducerPhone() == null
                                        ? CustomerRefusal.INTRODUCER_MISSING
                                        : CustomerRefusal.INTRODUCER_UNKNOWN));
                yield new Arrival.Whose(ArrivalKind.REFERRAL, consultantOf(introducer), null, introducer.id());
            }
        };
    }

    /// REC-4: of whose family the visitor is.
    private Optional<Customer> relative(ReceiveInTurn visitor) {
        if (visitor.kind() != ArrivalKind.FAMILY) {
            return Optional.empty();
        }
        return Optional.of(known(visitor.project(), visitor.relative(), visitor.relativePhone())
                .orElseThrow(() -> refuse(
                        visitor.relative() == null && visitor.relativePhone() == null
                                ? CustomerRefusal.VISITOR_MISSING
                                : CustomerRefusal.VISITOR_NOT_KNOWN)));
    }

    /// REC-5: the first consultant, or whose the introducer is now if that one has gone.
    private @Nullable String consultantOf(Customer introducer) {
        var first = introducer.firstConsultant();
        return roster.isConsultant(new Roster.Worker(introducer.project(), first)) ? first : ownerOf(introducer);
    }

    private Optional<Customer> known(String project, @Nullable UUID customer, @Nullable String phone) {
        var id = Optional.ofNullable(customer)
                .or(() -> Optional.ofNullable(phone).flatMap(one -> phones.whose(project, Phone.of(one))));
        return id.map(one -> customers.anyOf(project, one));
    }

    private HeldDay held(Arrival arrival) {
        var held = days.hold(arrival.day());
        // Read before the day was held.
        arrivals.getEntityManager().refresh(arrival);
        return held;
    }

    private void mustBeReceivers(Arrival arrival) {
        var receiver = arrival.receiver();
        var mayAct = receiver.equals(caller.name())
                || caller.holds(arrival.project(), Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
        if (!mayAct) {
            throw refuse(CustomerRefusal.RECEPTION_IS_NOT_YOURS).with("receiver", receiver);
        }
    }
}

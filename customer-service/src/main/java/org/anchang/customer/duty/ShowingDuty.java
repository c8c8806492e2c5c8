package org.anchang.customer.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.duty.ShownDuty.DutyStage;
import org.anchang.customer.duty.ShownDuty.DutyState;
import org.anchang.customer.duty.ShownDuty.OnDuty;
import org.anchang.customer.duty.turn.Basis;
import org.anchang.customer.duty.turn.Queue;
import org.anchang.customer.duty.turn.TurnPolicy;
import org.anchang.customer.household.HouseholdOwner;
import org.anchang.customer.reception.Whereabouts;
import org.anchang.customer.reception.Whereabouts.Out;
import org.anchang.customer.rota.Rota;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// The board, and what whoever asks can do.
@ApplicationScoped
class ShowingDuty {
    private static final int NEXT = 4;

    private static final Offer REGISTER = Offer.of(CustomerAction.REGISTER, ReceptionResource.class, "registerVisitor");
    private static final Offer ASSIGN = Offer.of(CustomerAction.ASSIGN, ReceptionResource.class, "assign");
    private static final Offer DEPART = Offer.of(CustomerAction.DEPART, ReceptionResource.class, "depart");
    private static final Offer GET_IN_TOUCH = Offer.of(CustomerAction.GET_IN_TOUCH, ReceptionResource.class, "contact");
    private static final Offer END = Offer.of(CustomerAction.END, ReceptionResource.class, "endReception");
    private static final Offer END_DUTY_DAY = Offer.of(CustomerAction.END, DutyResource.class, "endDay");
    private static final Offer OPEN_DAY = Offer.of(CustomerAction.OPEN_DAY, DutyResource.class, "open");
    private static final Offer RECEIVE = Offer.of(CustomerAction.RECEIVE, ReceptionResource.class, "receiveInTurn");
    private static final Offer SIGN_IN = Offer.of(CustomerAction.SIGN_IN, DutyResource.class, "signIn");
    private static final Offer SIGN_OUT = Offer.of(CustomerAction.SIGN_OUT, DutyResource.class, "signOut");
    private static final Offer GO_OUT = Offer.of(CustomerAction.GO_OUT, DutyResource.class, "goOut");
    private static final Offer COME_BACK = Offer.of(CustomerAction.COME_BACK, DutyResource.class, "comeBack");
    private static final Offer PASS = Offer.of(CustomerAction.PASS, DutyResource.class, "pass");

    @Inject
    DutyDays days;

    @Inject
    Arrivals arrivals;

    @Inject
    Customers customers;

    @Inject
    Whereabouts whereabouts;

    @Inject
    Rota rota;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    ShownDuty board(String project) {
        var today = clock.today();
        var day = days.find(project, today);
        var queue = day.map(days::queue).orElseGet(() -> new Queue(days.settings(project)));
        var out = whereabouts.out(project);
        var all = day.map(one -> arrivals.of(one.id())).orElse(List.of());
        var here = all.stream().filter(one -> one.endedAt() == null).toList();
        var coming = queue.isOpen() ? TurnPolicy.comingTurns(queue, out.keySet(), NEXT) : List.<String>of();
        var received = all.stream().filter(one -> one.receiverIfAny() != null).toList();
        var desk = rota.atDesk(project);
        return new ShownDuty(
                project,
                today,
                queue.isOpen() ? DutyStage.OPEN : queue.hasEnded() ? DutyStage.ENDED : DutyStage.NOT_OPEN,
                queue.events(),
                queue.settings().returningUsesTurn(),
                queue.settings().missedIsMadeUp(),
                HouseholdOwner.valueOf(settings.text(project, CustomerSetting.HOUSEHOLD_OWNER)),
                coming.isEmpty() ? null : coming.getFirst(),
                coming.isEmpty() ? List.of() : coming.subList(1, coming.size()),
                people(queue, out, received, days.seats(project), desk),
                rota.now(project),
                desk,
                shown(here),
                received.size(),
                received.stream().mapToInt(Arrival::persons).sum(),
                actions(project, queue, out));
    }

    ShownReception one(Arrival arrival) {
        return shown(List.of(arrival)).getFirst();
    }

    private List<OnDuty> people(
            Queue queue, Map<String, Out> out, List<Arrival> received, List<String> seats, List<String> desk) {
        var open = received.stream()
                .filter(one -> one.endedAt() == null)
                .collect(Collectors.toMap(Arrival::receiverIfAny, Arrival::id));
        var turns = received.stream()
                .filter(one -> one.basis() == Basis.ON_TURN || one.basis() == Basis.MADE_UP)
                .collect(Collectors.groupingBy(Arrival::receiverIfAny, Collectors.counting()));
        var all = new LinkedHashSet<>(seats);
        all.addAll(queue.present());
        all.addAll(desk);
        return all.stream()
                .map(person -> {
                    var away = out.get(person);
                    return new OnDuty(
                            person,
                            state(queue, person, away),
                            queue.isLate(person),
                            desk.contains(person),
                            away == null ? null : away.until(),
                            open.get(person),
                            queue.owed(person),
                            turns.getOrDefault(person, 0L).intValue());
                })
                .toList();
    }

    private static DutyState state(Queue queue, String person, @Nullable Out away) {
        if (queue.receives(person)) {
            return DutyState.RECEIVING;
        }
        if (away != null) {
            return switch (away.reason()) {
                case OWNER_ON_BUSINESS_TRIP -> DutyState.BUSINESS_TRIP;
                case OWNER_ON_LEAVE -> DutyState.LEAVE;
                case OWNER_ON_ERRAND, OWN_CUSTOMER, NEW_VISITOR -> DutyState.ERRAND;
            };
        }
        return queue.isPresent(person) ? DutyState.ON_DUTY : DutyState.OFF;
    }

    private List<ShownReception> shown(List<Arrival> some) {
        var ids = some.stream().map(Arrival::customer).filter(Objects::nonNull).collect(Collectors.toSet());
        var names = customers.each(ids, this::masked);
        return some.stream().map(one -> shown(one, names)).toList();
    }

    private ShownReception shown(Arrival one, Map<UUID, String> names) {
        var said = Optional.ofNullable(one.name())
                .map(name -> Mask.name(sealing.open(name, Arrival.nameOf(one.id()))))
                .orElse(null);
        var customer = one.customer();
        return new ShownReception(
                one.id(),
                one.project(),
                one.kind(),
                one.persons(),
                customer,
                customer == null ? said : names.get(customer),
                one.owner(),
                one.receiverIfAny(),
                one.rule(),
                one.absence(),
                one.visit(),
                one.call(),
                one.cameAt(),
                one.receivedAt(),
                one.inTouchAt(),
                one.endedAt(),
                actions(one));
    }

    private String masked(Customer customer) {
        return Mask.name(sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id())));
    }

    private List<Action> actions(Arrival one) {
        var actions = new ArrayList<Action>();
        var desk = caller.holds(one.project(), Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
        var theirs = caller.name().equals(one.receiverIfAny())
                || caller.holds(one.project(), Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
        if (one.receiverIfAny() != null && one.customer() == null) {
            actions.add(REGISTER.on(theirs, one.id()));
        }
        if (one.endedAt() != null) {
            return actions;
        }
        if (one.receiverIfAny() == null) {
            actions.add(ASSIGN.on(desk, one.id()));
            actions.add(DEPART.on(desk, one.id()));
            return actions;
        }
        var rule = one.rule();
        if (rule != null && rule.isForAnother() && one.inTouchAt() == null) {
            actions.add(GET_IN_TOUCH.on(theirs, one.id()));
        }
        actions.add(END.on(theirs, one.id()));
        return actions;
    }

    private List<Action> actions(String project, Queue queue, Map<String, Out> out) {
        var actions = new ArrayList<Action>();
        var self = caller.name();
        var isConsultant = caller.holds(project, Role.CONSULTANT);
        var manages = caller.holds(project, Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
        var isHere = queue.isPresent(self);
        if (queue.isOpen()) {
            actions.add(END_DUTY_DAY.on(manages, project));
        } else {
            actions.add(OPEN_DAY.on(manages, project));
        }
        if (!queue.hasEnded()) {
            actions.add(RECEIVE.on(isConsultant || manages));
            actions.add(SIGN_IN.on(isConsultant && !isHere, project));
        }
        if (isHere) {
            var isOut = out.containsKey(self);
            var receives = queue.receives(self);
            actions.add(SIGN_OUT.on(!receives, project));
            actions.add(GO_OUT.on(!receives && !isOut, project));
            actions.add(COME_BACK.on(isOut, project));
            var isOnTurn = queue.isOpen()
                    && TurnPolicy.next(queue, out.keySet())
                            .filter(turn -> turn.person().equals(self))
                            .isPresent();
            actions.add(PASS.on(isOnTurn, project));
        }
        return actions;
    }
}

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
import org.anchang.customer.reception.Whereabouts.Out;
import org.anchang.customer.reception.Whereabouts;
import org.anchang.customer.rota.Rota;
import org.anchang.kit.Action;
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
    private static final String RECEPTIONS = "/api/v1/receptions";
    private static final int NEXT = 4;

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
        Map<UUID, String> names = ids.isEmpty()
                ? Map.of()
                : customers.list("id in ?1", ids).stream().collect(Collectors.toMap(Customer::id, this::masked));
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
        var address = RECEPTIONS + "/" + one.id();
        var desk = caller.holds(one.project(), Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
        var theirs = caller.name().equals(one.receiverIfAny())
                || caller.holds(one.project(), Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
        if (one.receiverIfAny() != null && one.customer() == null) {
            actions.add(action(CustomerAction.REGISTER, address + "/registration", theirs));
        }
        if (one.endedAt() != null) {
            return actions;
        }
        if (one.receiverIfAny() == null) {
            actions.add(action(CustomerAction.ASSIGN, address + "/assignment", desk));
            actions.add(action(CustomerAction.DEPART, address + "/departure", desk));
            return actions;
        }
        var rule = one.rule();
        if (rule != null && rule.isForAnother() && one.inTouchAt() == null) {
            actions.add(action(CustomerAction.GET_IN_TOUCH, address + "/contact", theirs));
        }
        actions.add(action(CustomerAction.END, address + "/end", theirs));
        return actions;
    }

    private List<Action> actions(String project, Queue queue, Map<String, Out> out) {
        var actions = new ArrayList<Action>();
        var address = "/api/v1/duty-days/" + project;
        var self = caller.name();
        var isConsultant = caller.holds(project, Role.CONSULTANT);
        var manages = caller.holds(project, Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
        var isHere = queue.isPresent(self);
        if (queue.isOpen()) {
            actions.add(manager(CustomerAction.END, address + "/end", manages));
        } else {
            actions.add(manager(CustomerAction.OPEN_DAY, address + "/opening", manages));
        }
        if (!queue.hasEnded()) {
            actions.add(action(CustomerAction.RECEIVE, RECEPTIONS, isConsultant || manages));
            actions.add(action(CustomerAction.SIGN_IN, address + "/sign-ins", isConsultant && !isHere));
        }
        if (isHere) {
            var isOut = out.containsKey(self);
            var receives = queue.receives(self);
            actions.add(action(CustomerAction.SIGN_OUT, address + "/sign-outs", !receives));
            actions.add(action(CustomerAction.GO_OUT, address + "/errands", !receives && !isOut));
            actions.add(action(CustomerAction.COME_BACK, address + "/returns", isOut));
            var isOnTurn = queue.isOpen()
                    && TurnPolicy.next(queue, out.keySet())
                            .filter(turn -> turn.person().equals(self))
                            .isPresent();
            actions.add(action(CustomerAction.PASS, address + "/passes", isOnTurn));
        }
        return actions;
    }

    private static Action action(CustomerAction name, String href, boolean yours) {
        return Action.post(name, href, yours, Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
    }

    private static Action manager(CustomerAction name, String href, boolean yours) {
        return Action.post(name, href, yours, Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
    }
}

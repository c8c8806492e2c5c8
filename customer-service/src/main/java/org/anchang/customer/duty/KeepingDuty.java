package org.anchang.customer.duty;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.duty.DutyDays.HeldDay;
import org.anchang.customer.duty.turn.DutyEvent;
import org.anchang.customer.duty.turn.DutyEvent.DutyEventKind;
import org.anchang.customer.duty.turn.PassReason;
import org.anchang.customer.duty.turn.TurnPolicy;
import org.anchang.customer.reception.Whereabouts;
import org.anchang.customer.roster.InCharge;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.jspecify.annotations.Nullable;

/// REC-1: the day begins and ends, people sign in and out, go out and come back, and let a turn pass.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KeepingDuty implements InCharge {
    @Inject
    DutyDays days;

    @Inject
    ReceivingInTurn receiving;

    @Inject
    Whereabouts whereabouts;

    @Inject
    Roster roster;

    @Inject
    Caller caller;

    /// The order is frozen: by seats from the left, whoever signs in later at the end. A day that was ended too early
    /// goes on with the order that it had.
    void open(String project) {
        var held = held(project);
        if (held.queue().isOpen()) {
            throw refuse(CustomerRefusal.DAY_IS_OPEN).with("by", held.day().begunBy());
        }
        var events = new ArrayList<DutyEvent>();
        events.add(DutyEvent.of(DutyEventKind.OPENED));
        if (!held.queue().hasOpened()) {
            var seats = days.seats(project);
            seats.stream()
                    .filter(held.queue()::isPresent)
                    .map(person -> DutyEvent.of(DutyEventKind.PLACED, person))
                    .forEach(events::add);
            held.queue().present().stream()
                    .filter(person -> !seats.contains(person))
                    .map(person -> DutyEvent.of(DutyEventKind.PLACED, person))
                    .forEach(events::add);
        }
        held.write(events);
        receiving.serveWaiting(held);
    }

    /// Whoever is with a visitor still ends that afterwards.
    void end(String project) {
        var held = held(project);
        refuseUnless(held.queue().isOpen(), CustomerRefusal.DAY_IS_NOT_OPEN);
        var waiting = held.queue().waiting().size();
        if (waiting > 0) {
            throw refuse(CustomerRefusal.VISITORS_WAIT).with("waiting", waiting);
        }
        held.write(DutyEvent.of(DutyEventKind.CLOSED));
    }

    void signIn(String project, @Nullable String who) {
        var held = held(project);
        var person = person(project, who);
        roster.mustBeConsultant(new Roster.Worker(project, person));
        refuseIf(held.queue().hasEnded(), CustomerRefusal.DAY_HAS_ENDED);
        if (held.queue().isPresent(person)) {
            throw refuse(CustomerRefusal.SIGNED_IN_ALREADY).with("person", person);
        }
        held.write(DutyEvent.of(DutyEventKind.SIGNED_IN, person));
        if (held.queue().hasOpened()) {
            held.write(DutyEvent.of(DutyEventKind.PLACED, person));
        }
        if (person.equals(caller.name())) {
            whereabouts.comeBack(project);
        }
        receiving.serveWaiting(held);
    }

    void signOut(String project, @Nullable String who) {
        var held = held(project);
        var person = person(project, who);
        mustBePresent(held, person);
        if (held.queue().receives(person)) {
            throw refuse(CustomerRefusal.STILL_RECEIVING).with("person", person);
        }
        held.write(DutyEvent.of(DutyEventKind.SIGNED_OUT, person));
    }

    void goOut(String project, int minutes) {
        var held = held(project);
        mustBePresent(held, caller.name());
        if (held.queue().receives(caller.name())) {
            throw refuse(CustomerRefusal.STILL_RECEIVING).with("person", caller.name());
        }
        whereabouts.goOut(project, minutes);
    }

    void comeBack(String project) {
        var held = held(project);
        mustBePresent(held, caller.name());
        whereabouts.comeBack(project);
        receiving.serveWaiting(held);
    }

    /// Nobody passes for what they would rather not receive: who passes is counted, and the turn comes again in the
    /// next round only.
    void pass(String project, @Nullable String who, PassReason reason) {
        var held = held(project);
        var person = person(project, who);
        refuseUnless(held.queue().isOpen(), CustomerRefusal.DAY_IS_NOT_OPEN);
        mustBePresent(held, person);
        var turn = TurnPolicy.next(held.queue(), whereabouts.out(project).keySet())
                .orElseThrow(() -> refuse(CustomerRefusal.NOBODY_IS_FREE));
        if (!turn.person().equals(person)) {
            throw refuse(CustomerRefusal.NOT_ON_TURN).with("person", person).with("next", turn.person());
        }
        held.write(turn.passedOver());
        held.write(DutyEvent.passed(turn, reason));
    }

    /// TRK-7: whoever is gone is not on duty any more, and whoever waits for them waits for the successor, or
    /// for the one on turn. Who is with a visitor ends that first.
    ///
    /// @throws org.anchang.kit.problem.Refused STILL_RECEIVING
    @Override
    public void handOver(Departure departure) {
        if (!departure.isConsultant()) {
            return;
        }
        var today = days.find(departure.project(), OfficeClock.dateOf(departure.at()));
        today.map(day -> days.hold(day.id())).ifPresent(held -> {
            if (held.queue().receives(departure.person())) {
                throw refuse(CustomerRefusal.STILL_RECEIVING).with("person", departure.person());
            }
            if (held.queue().isPresent(departure.person())) {
                held.write(DutyEvent.of(DutyEventKind.SIGNED_OUT, departure.person()));
            }
            receiving.passOn(held, departure.person(), departure.heir());
        });
    }

    private HeldDay held(String project) {
        caller.mustBeBoundTo(project);
        roster.meetCaller(project);
        return days.holdToday(project);
    }

    /// @throws org.anchang.kit.problem.Refused DUTY_IS_NOT_YOURS
    private String person(String project, @Nullable String who) {
        var person = who == null ? caller.name() : who;
        refuseUnless(
                person.equals(caller.name()) || caller.holds(project, Role.SITE_MANAGER, Role.SALES_SUPERVISOR),
                CustomerRefusal.DUTY_IS_NOT_YOURS);
        return person;
    }

    private static void mustBePresent(HeldDay held, String person) {
        if (!held.queue().isPresent(person)) {
            throw refuse(CustomerRefusal.NOT_ON_DUTY).with("person", person);
        }
    }
}

package org.anchang.inventory.opening.callup;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.TicketCalled;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.TicketMove;
import org.anchang.inventory.opening.TicketQueue;
import org.anchang.inventory.opening.TicketQueue.Called;
import org.anchang.inventory.opening.Tickets;
import org.anchang.inventory.opening.Tickets.Happening;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// INV-13: calls tickets in their order, and deals with who appears and who does not.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CallingTickets {
    @Inject
    OpeningDays days;

    @Inject
    Tickets tickets;

    @Inject
    TicketQueue queue;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Calls the next tickets, as many as the rules of the day say. Desks that call at the same moment are served one
    /// after the other.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_IS_NOT_RUNNING, RELEASE_IS_NOT_OPEN,
    ///     NOBODY_IS_WAITING
    List<Called> call(UUID id, @Nullable String desk) {
        var day = days.lock(caller.scope(), id);
        var rules = day.runningRules();
        days.mustBeOnSale(day);
        var next = queue.callNext(day, rules, desk);
        refuseIf(next.isEmpty(), InventoryRefusal.NOBODY_IS_WAITING);
        tickets.remember(next.stream().map(Called::id).toList(), Happening.at(desk, TicketMove.CALL));
        outbox.appendAll(next.stream().map(ticket -> told(day, ticket, desk)).toList());
        return next;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_IS_NOT_RUNNING, TICKET_MOVE_NOT_POSSIBLE, and
    ///     CUSTOMER_IS_NOT_YOURS to a consultant whose customer it is not (SEC-1)
    void appear(UUID id, UUID ticket) {
        // Nobody ends the day, nor passes the ticket over, between the refusal and its reason.
        var day = days.keep(caller.scope(), id);
        day.runningRules();
        tickets.mustNotBeAnothers(caller.scope(), day, ticket);
        if (!queue.appear(day, ticket)) {
            throw TicketMove.APPEAR.notFrom(
                    tickets.get(caller.scope(), day, ticket).state());
        }
        tickets.remember(List.of(ticket), Happening.of(TicketMove.APPEAR));
    }

    /// A ticket that is out goes to the end of the queue: it was not its holder's fault.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_IS_NOT_RUNNING, TICKET_MOVE_NOT_POSSIBLE
    void reinstate(UUID id, UUID ticket, String reason) {
        var day = days.lock(caller.scope(), id);
        day.runningRules();
        if (!queue.reinstate(day, ticket)) {
            throw TicketMove.REINSTATE.notFrom(
                    tickets.get(caller.scope(), day, ticket).state());
        }
        tickets.remember(ticket, Happening.of(TicketMove.REINSTATE), reason);
    }

    /// Time in which the service was away is nobody's absence.
    void giveBackLostTime() {
        var given = queue.giveBackLostTime();
        if (!given.isEmpty()) {
            tickets.remember(given, Happening.of("LOST_TIME_GIVEN_BACK"));
        }
    }

    /// Those whose time is over lose their turn, by the rules of the day. A day that somebody else is at comes later.
    void passOverAbsent(UUID id) {
        days.lockIfFree(id).ifPresent(day -> {
            var rules = day.runningRules();
            for (var absent : queue.lockAbsent(day)) {
                var outcome = rules.after(absent.absences() + 1);
                tickets.remember(List.of(absent.id()), Happening.of(queue.passOver(day, absent, outcome)));
            }
        });
    }

    private TicketCalled told(OpeningDay day, Called ticket, @Nullable String desk) {
        return new TicketCalled(
                ticket.id(),
                day.project(),
                clock.instant(),
                day.id(),
                ticket.number(),
                ticket.customer(),
                desk,
                ticket.appearUntil());
    }
}

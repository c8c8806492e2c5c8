package org.anchang.inventory.opening.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.Ticket;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.opening.Tickets;
import org.anchang.inventory.opening.Tickets.Happening;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;

/// CUS-6: shows tickets with names and phones masked, and in full to site managers who look at one; each such look is
/// in the ticket's history.
@ApplicationScoped
public class ShowingTickets {
    private static final String[] MANAGERS = {Role.SITE_MANAGER};
    private static final String[] DESKS = {Role.CONSULTANT, Role.SITE_MANAGER};

    @Inject
    OpeningDays days;

    @Inject
    Tickets tickets;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    public ShownTicket inList(OpeningDay day, Ticket ticket) {
        return shown(day, ticket, Mask::name, Mask::number);
    }

    /// Masked, as it stands after a command.
    public ShownTicket afterCommand(CheckingIn.TicketOfDay one) {
        var day = days.get(caller.scope(), one.day());
        return inList(day, tickets.get(day, one.ticket()));
    }

    ShownTicket one(OpeningDay day, UUID id) {
        var ticket = tickets.get(day, id);
        if (!caller.holds(day.project(), Role.SITE_MANAGER)) {
            return inList(day, ticket);
        }
        tickets.remember(List.of(id), Happening.of("SEEN_IN_FULL"));
        return shown(day, ticket, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private ShownTicket shown(OpeningDay day, Ticket ticket, UnaryOperator<String> name, UnaryOperator<String> phone) {
        return new ShownTicket(
                ticket.id(),
                ticket.day(),
                ticket.number(),
                name.apply(sealing.open(ticket.sealedName(), ticket.namePlace())),
                phone.apply(sealing.open(ticket.sealedPhone(), ticket.phonePlace())),
                ticket.customer(),
                ticket.state(),
                ticket.turn(),
                ticket.absences(),
                ticket.desk(),
                ticket.calledAt(),
                ticket.appearUntil(),
                actions(day, ticket));
    }

    private List<Action> actions(OpeningDay day, Ticket ticket) {
        var name =
                switch (day.state()) {
                    case PLANNED, ENDED, CALLED_OFF -> null;
                    case CHECK_IN, DRAWN -> ticket.state() == TicketState.LISTED ? InventoryAction.CHECK_IN : null;
                    case RUNNING ->
                        switch (ticket.state()) {
                            case LISTED -> InventoryAction.CHECK_IN;
                            case CALLED -> InventoryAction.PRESENCE;
                            case OUT -> InventoryAction.REINSTATEMENT;
                            case CHECKED_IN, WAITING, PRESENT -> null;
                        };
                };
        var here = "/api/v1/opening-days/" + day.id() + "/tickets/" + ticket.id() + "/";
        var moves = Stream.ofNullable(name)
                .map(move ->
                        action(day, move, here + move.said(), ticket.state() == TicketState.OUT ? MANAGERS : DESKS));
        var naming = !day.state().isOn()
                ? Stream.<Action>empty()
                : Stream.of(action(
                        day,
                        InventoryAction.NAME_CUSTOMER,
                        here + "customer",
                        ticket.customer() == null ? DESKS : MANAGERS));
        return Stream.concat(moves, naming).toList();
    }

    private Action action(OpeningDay day, InventoryAction name, String href, String[] roles) {
        return Action.post(name, href, caller.holds(day.project(), roles), roles);
    }
}

package org.anchang.inventory.opening.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
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
import org.anchang.kit.Offer;
import org.anchang.kit.OffersByName;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;

/// CUS-6: shows tickets with names and phones masked, and in full to site managers who look at one; each such look is
/// in the ticket's history.
@ApplicationScoped
public class ShowingTickets {
    private static final Offer CHECK_IN = Offer.of(InventoryAction.CHECK_IN, TicketResource.class, "checkIn");
    private static final Offer NAME_CUSTOMER =
            Offer.of(InventoryAction.NAME_CUSTOMER, TicketResource.class, "nameCustomer");
    private static final Offer NAME_ANOTHER = NAME_CUSTOMER.only(Role.SITE_MANAGER);

    @Inject
    OffersByName offers;

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
        return inList(day, tickets.get(caller.scope(), day, one.ticket()));
    }

    ShownTicket one(OpeningDay day, UUID id) {
        var ticket = tickets.get(caller.scope(), day, id);
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
        var move =
                switch (day.state()) {
                    case PLANNED, ENDED, CALLED_OFF -> null;
                    case CHECK_IN, DRAWN -> ticket.state() == TicketState.LISTED ? CHECK_IN : null;
                    case RUNNING ->
                        switch (ticket.state()) {
                            case LISTED -> CHECK_IN;
                            case CALLED -> offers.of(InventoryAction.PRESENCE);
                            case OUT -> offers.of(InventoryAction.REINSTATEMENT);
                            case CHECKED_IN, WAITING, PRESENT -> null;
                        };
                };
        var naming = ticket.customer() == null ? NAME_CUSTOMER : NAME_ANOTHER;
        return Stream.of(move, day.state().isOn() ? naming : null)
                .filter(Objects::nonNull)
                .map(offer -> offer.to(caller, day.project(), day.id(), ticket.id()))
                .toList();
    }
}

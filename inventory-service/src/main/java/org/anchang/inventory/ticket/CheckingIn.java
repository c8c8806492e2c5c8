package org.anchang.inventory.ticket;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.Tickets;
import org.anchang.kit.identity.Caller;

/// INV-13: ticket holders come, and say for whom they buy.
@ApplicationScoped
class CheckingIn {
    /// A ticket of an opening day.
    record Place(UUID day, UUID ticket) {}

    @Inject
    OpeningDays days;

    @Inject
    Tickets tickets;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_MOVE_NOT_POSSIBLE, TICKET_MOVE_NOT_POSSIBLE
    @Transactional
    void checkIn(Place place) {
        var day = days.lock(caller.scope(), place.day());
        day.mustBeCheckingIn();
        tickets.checkIn(day, place.ticket());
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, TICKET_HAS_A_CUSTOMER
    @Transactional
    void nameCustomer(UUID day, Tickets.Owner owner) {
        var found = days.get(caller.scope(), day);
        tickets.get(found, owner.ticket());
        refuseUnless(tickets.giveTo(found, owner), InventoryRefusal.TICKET_HAS_A_CUSTOMER);
    }
}

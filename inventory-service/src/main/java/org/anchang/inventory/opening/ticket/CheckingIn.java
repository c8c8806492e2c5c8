package org.anchang.inventory.opening.ticket;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.customer.CallersCustomers;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.Tickets;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;

/// INV-13: ticket holders come, and say for whom they buy.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CheckingIn {
    /// A ticket of an opening day.
    record TicketOfDay(UUID day, UUID ticket) {}

    @Inject
    OpeningDays days;

    @Inject
    Tickets tickets;

    @Inject
    CallersCustomers customers;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_MOVE_NOT_POSSIBLE, CUSTOMER_IS_NOT_YOURS,
    ///     TICKET_MOVE_NOT_POSSIBLE
    void checkIn(TicketOfDay one) {
        var day = days.lock(caller.scope(), one.day());
        day.mustBeCheckingIn();
        tickets.checkIn(caller.scope(), day, one.ticket());
    }

    /// Consultants name customers of their own, once; a site manager another one, with a reason, as long as
    /// nothing was held with the ticket.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_MOVE_NOT_POSSIBLE, CUSTOMER_IS_NOT_YOURS,
    ///     TICKET_HAS_A_CUSTOMER, TICKET_WAS_USED
    void nameCustomer(UUID day, Tickets.Owner asked) {
        var found = days.get(caller.scope(), day);
        found.mustNotBeOver();
        tickets.get(caller.scope(), found, asked.ticket());
        customers.mustNotBeAnothers(found.project(), asked.customer());
        if (!tickets.giveTo(found, asked)) {
            refuseUnless(
                    caller.holds(found.project(), Role.SITE_MANAGER) && asked.reason() != null,
                    InventoryRefusal.TICKET_HAS_A_CUSTOMER);
            refuseUnless(tickets.giveAnew(found, asked), InventoryRefusal.TICKET_WAS_USED);
        }
    }
}

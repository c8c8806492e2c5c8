package org.anchang.inventory.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.inventory.opening.Tickets;
import org.anchang.kit.sql.Database;

/// INV-13: tells the opening day, which knows no holds, whether something was held with a ticket.
@ApplicationScoped
class TicketUse implements Tickets.Use {
    @Inject
    Database database;

    @Override
    public boolean isUsed(UUID ticket) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM hold WHERE ticket = :ticket)")
                .with("ticket", ticket)
                .one(Boolean.class);
    }
}

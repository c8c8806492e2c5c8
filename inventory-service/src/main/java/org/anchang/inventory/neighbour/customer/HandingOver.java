package org.anchang.inventory.neighbour.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.hold.Holds;
import org.anchang.inventory.hold.waiting.WaitingLine;
import org.anchang.inventory.opening.Tickets;
import org.anchang.kit.people.People.Known;

/// What waits for a customer goes along with them: to another consultant, or to the record that stands for the person
/// (CUS-3). A hold stays its consultant's for its few minutes.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class HandingOver {
    /// Whose customer somebody was, and is.
    record Successor(String former, String next) {}

    @Inject
    WaitingLine line;

    @Inject
    Holds holds;

    @Inject
    Tickets tickets;

    /// Places in line that were the former consultant's.
    void places(UUID customer, Successor successor) {
        if (!successor.next().equals(successor.former())) {
            line.handOver(customer, successor.former(), successor.next());
        }
    }

    /// Places in line, live holds and the tickets of opening days that are on.
    void everything(UUID merged, Known stays) {
        var next = stays.customer();
        line.become(merged, next);
        holds.become(stays.project(), merged, next);
        tickets.become(merged, next);
    }
}

package org.anchang.customer.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.roster.InCharge;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.sql.Database;

/// TRK-7, REC-3: whoever received customers in their owners' place may act for them in every service, and has
/// what they began: deals, places in line. When they are gone that is the owners': all are told that the
/// customers went from them to their owners, who have not changed.
@ApplicationScoped
class EndingSubstitutions implements InCharge {
    private static final String RECEIVED = """
            SELECT DISTINCT r.customer FROM received_visit v JOIN standing_record r ON r.record = v.customer
            WHERE v.project = :project AND v.receiver = :person AND v.owner <> :person AND r.owner NOT IN (:person, '*')""";

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    Outbox outbox;

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void handOver(Departure departure) {
        if (departure.isConsultant()) {
            var received = database.sql(RECEIVED)
                    .with("project", departure.project())
                    .with("person", departure.person())
                    .rows(UUID.class);
            outbox.appendAll(customers.toChange(received).stream()
                    .filter(customer -> !customer.isPooled())
                    .map(customer -> new CustomerReassigned(
                            customer.id(),
                            customer.project(),
                            departure.at(),
                            departure.person(),
                            customer.owner(),
                            "HANDED_OVER",
                            departure.by()))
                    .toList());
        }
    }
}

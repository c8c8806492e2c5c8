package org.anchang.customer.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// The changes of a customer's owner, those of merged records too; whoever may see the customer may see them.
@ApplicationScoped
public class OwnerChanges implements Recorded {
    private static final String KEEP = """
            INSERT INTO owner_change (id, customer, project, kind, from_owner, to_owner, reason, decided_by, decided_at, pool)
            VALUES (:id, :customer, :project, :kind, :fromOwner, :toOwner, :reason, :decidedBy, :decidedAt, :pool)""";
    private static final String OF_CUSTOMER = """
            SELECT id, customer, project, kind, from_owner, to_owner, reason, decided_by, decided_at, pool
            FROM owner_change""" + Customers.RECORDED;

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @Inject
    Sealing sealing;

    /// CUS-3: the record has gone into another, whose owner is its owner now (`MERGED`), or is its former owner's again
    /// (`UNMERGED`).
    public void keep(Customer record, String from, String kind, String reason, String by) {
        if (!record.belongsTo(from)) {
            var reassigned = new CustomerReassigned(
                    record.id(), record.project(), clock.instant(), from, record.owner(), kind, by);
            keep(List.of(OwnerChange.of(reassigned, null, reason, sealing)));
        }
    }

    void keep(List<OwnerChange> changes) {
        database.writeAll(KEEP, changes);
    }

    Page<OwnerChange> of(Customer customer, PageRequest page) {
        return database.sql(OF_CUSTOMER).with("customer", customer.id()).page(page, OwnerChange.class, OwnerChange::id);
    }

    @Override
    public Held held() {
        return Held.in("owner_change", "OWNER_CHANGES", "reason");
    }
}

package org.anchang.customer.ownership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Sealing;

/// The changes of a customer's owner, those of merged records too; whoever may see the customer may see them.
@ApplicationScoped
public class OwnerChanges implements PanacheRepositoryBase<OwnerChange, UUID>, Recorded {
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
            persist(OwnerChange.of(reassigned, reason, sealing));
        }
    }

    Page<OwnerChange> of(Customer customer, PageRequest page) {
        return Customers.recorded(this, OwnerChange.class, customer, page, OwnerChange::id);
    }

    @Override
    public Held held() {
        return Held.in("owner_change", "OWNER_CHANGES", "reason");
    }
}

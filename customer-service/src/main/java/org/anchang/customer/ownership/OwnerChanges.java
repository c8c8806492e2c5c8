package org.anchang.customer.ownership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;

/// The changes of a customer's owner; whoever may see the customer may see them.
@ApplicationScoped
class OwnerChanges implements PanacheRepositoryBase<OwnerChange, UUID> {
    List<OwnerChange> of(Customer customer) {
        return list("customer = ?1 order by id", customer.id());
    }
}

package org.anchang.customer.duty;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;

/// All who came. Whoever is bound to the project sees that somebody came, and who receives them.
@ApplicationScoped
class Arrivals implements PanacheRepositoryBase<Arrival, UUID> {
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Arrival get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(arrival -> scope.covers(arrival.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// Who is here still, and whom the day has received, in the order in which they came.
    List<Arrival> of(UUID day) {
        return list("from Arrival a where a.day = ?1 order by a.id", day);
    }
}

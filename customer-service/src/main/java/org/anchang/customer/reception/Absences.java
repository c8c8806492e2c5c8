package org.anchang.customer.reception;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// Who of a project is out, and when; everybody bound to the project may know.
@ApplicationScoped
class Absences implements PanacheRepositoryBase<Absence, UUID> {
    record AbsenceFilter(@Nullable String project, @Nullable String person) {}

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Absence get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(absence -> scope.covers(absence.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// What keeps the customer's owner away at this moment.
    Optional<Absence> ofOwner(Customer customer, Instant moment) {
        return find(
                        "project = ?1 and person = ?2 and begins <= ?3 and ends > ?3",
                        customer.project(),
                        customer.owner(),
                        moment)
                .stream()
                .max(Comparator.comparing(Absence::kind));
    }

    Page<Absence> list(Scope scope, AbsenceFilter filter, PageRequest page) {
        return new Conditions(scope.on("project"), scope.projectParameters())
                .and("project = :project", filter.project())
                .and("person = :person", filter.person())
                .by("id", page)
                .entities(getEntityManager(), "from Absence where ", Absence.class, Absence::id);
    }
}

package org.anchang.customer.staff;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.problem.KitRefusal;

/// All posts that were ever given.
@ApplicationScoped
class Posts implements PanacheRepositoryBase<Post, UUID> {
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Post get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(post -> scope.covers(post.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// What somebody holds now, in whatever project.
    List<Post> heldBy(String person) {
        return list("person = ?1 and endedAt is null order by id", person);
    }

    /// The same of several.
    List<Post> heldBy(Collection<String> people) {
        return list("person in ?1 and endedAt is null order by person, id", people);
    }

    /// What these people hold now in the projects of the scope.
    List<Post> heldBy(Collection<String> people, Scope scope) {
        var conditions = new Conditions("endedAt is null and " + scope.on("project"), scope.projectParameters())
                .and("person in :people", people);
        return list("from Post where " + conditions + " order by person, id", conditions.parameters());
    }

    /// Whether somebody has, or had, a post in the projects of the scope.
    boolean isMet(Scope scope, String person) {
        var conditions = new Conditions(scope.on("project"), scope.projectParameters()).and("person = :person", person);
        return count(conditions.toString(), conditions.parameters()) > 0;
    }

    /// REC-1: a seat is one person's. The database says so too, where two are given it at once.
    ///
    /// @throws org.anchang.kit.problem.Refused SEAT_IS_TAKEN
    void seatMustBeFree(String project, int seat) {
        find("project = ?1 and seat = ?2 and endedAt is null", project, seat)
                .firstResultOptional()
                .ifPresent(taken -> {
                    throw refuse(CustomerRefusal.SEAT_IS_TAKEN)
                            .with("seat", seat)
                            .with("person", taken.person());
                });
    }
}

package org.anchang.inventory.hold.waiting;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All places in line: consultants see their own, managers those of their projects (SEC-1).
@ApplicationScoped
class WaitingPlaces implements PanacheRepositoryBase<WaitingPlace, UUID> {
    /// What a list is asked for.
    ///
    /// @param told  only those that were told
    /// @param ended those that have ended instead of those that count
    record Filter(@Nullable String project, @Nullable UUID unit, boolean told, boolean ended) {}

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    WaitingPlace get(Scope scope, UUID id) {
        var parameters = scope.parameters();
        parameters.put("id", id);
        return find("from WaitingPlace where id = :id and " + scope.on("project", "consultant"), parameters)
                .firstResultOptional()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// After a statement that changed them: whoever reads on gets what the database has.
    void forgetRead() {
        getEntityManager().clear();
    }

    /// In the order in which they came.
    Page<WaitingPlace> list(Scope scope, Filter filter, PageRequest page) {
        var parameters = scope.parameters();
        var query = new StringBuilder("from WaitingPlace where " + scope.on("project", "consultant"))
                .append(filter.ended() ? " and endedAt is not null" : " and endedAt is null");
        if (filter.told()) {
            query.append(" and told > 0");
        }
        if (filter.project() != null) {
            query.append(" and project = :project");
            parameters.put("project", filter.project());
        }
        if (filter.unit() != null) {
            query.append(" and unit = :unit");
            parameters.put("unit", filter.unit());
        }
        page.afterId().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        var found =
                find(query + " order by id", parameters).page(0, page.rows()).list();
        return Page.of(found, page, place -> List.of(place.id()));
    }
}

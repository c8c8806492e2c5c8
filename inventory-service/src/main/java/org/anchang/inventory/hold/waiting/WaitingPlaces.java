package org.anchang.inventory.hold.waiting;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All places in line: consultants see their own, managers those of their projects (SEC-1).
@ApplicationScoped
class WaitingPlaces {
    /// What a list is asked for.
    ///
    /// @param told  only those that were told
    /// @param ended those that have ended instead of those that count
    record PlaceFilter(@Nullable String project, @Nullable UUID unit, boolean told, boolean ended) {}

    private static final String PLACES = "SELECT * FROM waiting_listing WHERE ";

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    WaitingPlace get(Scope scope, UUID id) {
        var conditions = new Conditions(scope.on("project", "consultant"), scope.parameters()).and("id = :id", id);
        return database.sql(PLACES + conditions)
                .with(conditions.parameters())
                .row(WaitingPlace.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// In the order in which they came.
    Page<WaitingPlace> list(Scope scope, PlaceFilter filter, PageRequest page) {
        var which = scope.on("project", "consultant") + " and ended_at IS " + (filter.ended() ? "NOT NULL" : "NULL");
        var conditions = new Conditions(which, scope.parameters())
                .and("told >= :times", filter.told() ? 1 : null)
                .and("project = :project", filter.project())
                .and("unit = :unit", filter.unit());
        return database.page(PLACES, conditions.by("id", page), WaitingPlace.class, WaitingPlace::id);
    }
}

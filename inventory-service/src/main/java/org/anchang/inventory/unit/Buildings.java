package org.anchang.inventory.unit;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// All buildings, as far as the caller is bound to their projects.
@ApplicationScoped
public class Buildings implements PanacheRepositoryBase<Building, UUID> {
    private record Count(UUID building, long units) {}

    private static final String UNITS = """
            SELECT building, count(*) AS units FROM unit WHERE building = ANY (:buildings) GROUP BY building""";

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Building get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(building -> scope.covers(building.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// By name.
    public Page<Building> list(Scope scope, String project, PageRequest page) {
        var parameters = scope.projectParameters();
        parameters.put("project", project);
        var conditions = "from Building where " + scope.on("project") + " and project = :project";
        var after = page.after();
        if (after.isPresent()) {
            parameters.put("after", after.get().getLast());
            conditions += " and name > :after";
        }
        var found = find(conditions + " order by name", parameters)
                .page(0, page.rows())
                .list();
        return Page.of(found, page, building -> List.of(building.name()));
    }

    /// How many units each of them has that has any.
    public Map<UUID, Long> units(Collection<UUID> buildings) {
        return database.sql(UNITS).with("buildings", buildings).rows(Count.class).stream()
                .collect(Collectors.toMap(Count::building, Count::units));
    }
}

package org.anchang.inventory.unit;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// All buildings, as far as the caller is bound to their projects.
@ApplicationScoped
public class Buildings {
    private record OfBuilding(UUID building, long units) {}

    private static final String BUILDINGS = "SELECT id, project, name, building_type, version FROM building WHERE ";
    private static final String UNITS = """
            SELECT building, count(*) AS units FROM unit WHERE building = ANY (:buildings) GROUP BY building""";
    private static final String ADD = """
            INSERT INTO building (id, project, name, building_type) VALUES (:id, :project, :name, :buildingType)
            ON CONFLICT (project, name_key(name)) DO NOTHING""";
    private static final String IS_ANOTHERS_NAME =
            "SELECT count(*) > 0 FROM building WHERE project = :project AND name_key(name) = name_key(:name) AND id <> :id";
    private static final String EDIT =
            "UPDATE building SET name = :name, building_type = :buildingType WHERE id = :id AND version = :version";

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Building get(Scope scope, UUID id) {
        return database.sql(BUILDINGS + "id = :id")
                .with("id", id)
                .row(Building.class)
                .filter(building -> scope.covers(building.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// By name.
    public Page<Building> list(Scope scope, String project, PageRequest page) {
        var conditions = new Conditions(scope.on("project"), scope.projectParameters())
                .and("project = :project", project)
                .and("name > :after", page.after().map(List::getLast).orElse(null))
                .with("rows", page.rows());
        var found = database.sql(BUILDINGS + conditions + " ORDER BY name LIMIT :rows")
                .with(conditions.parameters())
                .rows(Building.class);
        return Page.of(found, page, building -> List.of(building.name()));
    }

    /// How many units each of them has that has any.
    public Map<UUID, Long> units(Collection<UUID> buildings) {
        return database.sql(UNITS).with("buildings", buildings).rows(OfBuilding.class).stream()
                .collect(Collectors.toMap(OfBuilding::building, OfBuilding::units));
    }

    /// @return whether there was none of that name
    public boolean add(Building building) {
        return database.sql(ADD).with(building).write() == 1;
    }

    /// INV-17: whether another one of the project is called so, however it is written.
    public boolean isAnothersName(Building building) {
        return database.sql(IS_ANOTHERS_NAME).with(building).one(Boolean.class);
    }

    /// @param building with the version that is to be edited
    /// @return whether it still had that version
    public boolean edit(Building building) {
        return database.sql(EDIT).with(building).write() == 1;
    }
}

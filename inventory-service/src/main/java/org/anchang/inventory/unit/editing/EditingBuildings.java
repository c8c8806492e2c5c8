package org.anchang.inventory.unit.editing;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.Building;
import org.anchang.inventory.unit.Buildings;
import org.anchang.inventory.unit.Projects;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.ETags;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-1: puts up buildings, also before there is a price list for them, names them and says what type they are.
@ApplicationScoped
public class EditingBuildings {
    public record Particulars(String name, @Nullable String buildingType) {
        public Particulars {
            name = Names.trimmed(name);
        }
    }

    private static final String CREATE = """
            INSERT INTO building (id, project, name, building_type) VALUES (:id, :project, :name, :type)
            ON CONFLICT (project, name_key(name)) DO NOTHING""";
    private static final String OTHERS_NAME =
            "SELECT count(*) > 0 FROM building WHERE project = :project AND name_key(name) = name_key(:name) AND id <> :id";
    private static final String EDIT =
            "UPDATE building SET name = :name, building_type = :type WHERE id = :id AND version = :version";
    /// A unit's label begins with its building's name.
    private static final String RELABEL = """
            WITH own AS (SELECT id FROM unit WHERE building = :building ORDER BY id FOR NO KEY UPDATE),
            relabelled AS (
                UPDATE unit SET label = :name || substr(label, char_length(:before) + 1)
                WHERE id IN (SELECT id FROM own) AND starts_with(label, :before)
                RETURNING id, project)
            INSERT INTO unit_history (unit, project, at, person, what, reason)
            SELECT id, project, :at, :person, 'BUILDING_RENAMED', :reason FROM relabelled""";

    @Inject
    Projects projects;

    @Inject
    Buildings buildings;

    @Inject
    Units units;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// A building without units. A price list that names it adds to it.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, BUILDING_EXISTS
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID create(String project, Particulars particulars) {
        projects.get(caller.scope(), project);
        var id = Ids.next();
        var created = database.sql(CREATE)
                .with("id", id)
                .with("project", project)
                .with("name", particulars.name())
                .with("type", particulars.buildingType())
                .write();
        refuseUnless(created == 1, InventoryRefusal.BUILDING_EXISTS);
        return id;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, IF_MATCH_MISSING, CHANGED_MEANWHILE, BUILDING_EXISTS
    @Transactional
    public void edit(UUID id, List<String> ifMatch, Particulars particulars) {
        var building = buildings.get(caller.scope(), id);
        ETags.match(ifMatch, building.version());
        refuseIf(isOthersName(building, particulars.name()), InventoryRefusal.BUILDING_EXISTS);
        var edited = database.sql(EDIT)
                .with("name", particulars.name())
                .with("type", particulars.buildingType())
                .with("id", id)
                .with("version", building.version())
                .write();
        refuseUnless(edited == 1, KitRefusal.CHANGED_MEANWHILE);
        if (!building.name().equals(particulars.name())) {
            relabel(building, particulars.name());
        }
        // Whoever reads on gets what the statements wrote.
        buildings.getEntityManager().clear();
    }

    private boolean isOthersName(Building building, String name) {
        return database.sql(OTHERS_NAME)
                .with("project", building.project())
                .with("name", name)
                .with("id", building.id())
                .one(Boolean.class);
    }

    private void relabel(Building building, String name) {
        database.sql(RELABEL)
                .with("building", building.id())
                .with("name", name)
                .with("before", building.name())
                .with("at", clock.instant())
                .with("person", caller.name())
                .with("reason", building.name() + " > " + name)
                .write();
        units.cellsChanged(building.project());
    }
}

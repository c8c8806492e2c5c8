package org.anchang.inventory.catalogue;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.inventory.unit.Building;
import org.anchang.inventory.unit.Buildings;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.ETags;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// INV-1: puts up buildings, also before there is a price list for them, names them and says what type they are.
@ApplicationScoped
class EditingBuildings {
    record Particulars(String name, @Nullable String buildingType) {
        /// A price list names it without blanks around; else there would be two.
        Particulars {
            name = name.strip();
        }
    }

    private static final String CREATE = """
            INSERT INTO building (id, project, name, building_type) VALUES (?, ?, ?, ?) ON CONFLICT (project, name) DO NOTHING""";
    private static final String EXISTS = "SELECT 1 FROM building WHERE project = ? AND name = ? AND id <> ?";
    private static final String EDIT = "UPDATE building SET name = ?, building_type = ? WHERE id = ? AND version = ?";
    /// A unit's label begins with its building's name.
    private static final String RELABEL = """
            WITH own AS (SELECT id FROM unit WHERE building = ? ORDER BY id FOR NO KEY UPDATE),
            relabelled AS (
                UPDATE unit SET label = ? || substr(label, char_length(?) + 1)
                WHERE id IN (SELECT id FROM own) AND starts_with(label, ?)
                RETURNING id, project)
            INSERT INTO unit_history (unit, project, at, person, what, reason)
            SELECT id, project, ?, ?, 'BUILDING_RENAMED', ? FROM relabelled""";

    @Inject
    Projects projects;

    @Inject
    Buildings buildings;

    @Inject
    Units units;

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// A building without units. A price list that names it adds to it.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, BUILDING_EXISTS
    @Transactional
    UUID create(String project, Particulars particulars) {
        projects.get(caller.scope(), project);
        var id = Ids.next();
        var created = statements.write(CREATE, id, project, particulars.name(), particulars.buildingType());
        refuseUnless(created == 1, InventoryRefusal.BUILDING_EXISTS);
        return id;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, IF_MATCH_MISSING, CHANGED_MEANWHILE, BUILDING_EXISTS
    @Transactional
    void edit(UUID id, @Nullable String ifMatch, Particulars particulars) {
        var building = buildings.get(caller.scope(), id);
        ETags.match(ifMatch, building.version());
        refuseIf(
                statements
                        .row(EXISTS, _ -> true, building.project(), particulars.name(), id)
                        .isPresent(),
                InventoryRefusal.BUILDING_EXISTS);
        var edited = statements.write(EDIT, particulars.name(), particulars.buildingType(), id, building.version());
        refuseUnless(edited == 1, KitRefusal.CHANGED_MEANWHILE);
        if (!building.name().equals(particulars.name())) {
            relabel(building, particulars.name());
        }
    }

    private void relabel(Building building, String name) {
        statements.write(
                RELABEL,
                building.id(),
                name,
                building.name(),
                building.name(),
                clock.instant(),
                caller.name(),
                building.name() + " > " + name);
        units.cellsChanged(building.project());
    }
}

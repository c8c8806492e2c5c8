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
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.ETags;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// INV-1: puts up buildings, also before there is a price list for them, names them and says what type they are.
@ApplicationScoped
public class EditingBuildings {
    public record Particulars(String name, @Nullable String buildingType) {
        public Particulars {
            name = Names.trimmed(name);
        }
    }

    @Inject
    Projects projects;

    @Inject
    Buildings buildings;

    @Inject
    Units units;

    @Inject
    Caller caller;

    /// A building without units. A price list that names it adds to it.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, BUILDING_EXISTS
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID create(String project, Particulars particulars) {
        projects.get(caller.scope(), project);
        var building = new Building(Ids.next(), project, particulars.name(), particulars.buildingType(), 0);
        refuseUnless(buildings.add(building), InventoryRefusal.BUILDING_EXISTS);
        return building.id();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, IF_MATCH_MISSING, CHANGED_MEANWHILE, BUILDING_EXISTS
    @Transactional
    public void edit(UUID id, List<String> ifMatch, Particulars particulars) {
        var before = buildings.get(caller.scope(), id);
        ETags.match(ifMatch, before.version());
        var edited =
                new Building(id, before.project(), particulars.name(), particulars.buildingType(), before.version());
        refuseIf(buildings.isAnothersName(edited), InventoryRefusal.BUILDING_EXISTS);
        refuseUnless(buildings.edit(edited), KitRefusal.CHANGED_MEANWHILE);
        if (!before.name().equals(edited.name())) {
            units.relabel(before, edited.name());
        }
    }
}

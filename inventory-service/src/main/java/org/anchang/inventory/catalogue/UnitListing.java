package org.anchang.inventory.catalogue;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.inventory.unit.Door;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All units as they stand, as far as the caller is bound to their projects.
@ApplicationScoped
class UnitListing {
    /// Where the units of a list are to be, beside what their filter asks; anything may be left out.
    ///
    /// @param floor as the price list has it, e.g. `3A`
    /// @param view  what they look out on
    record Whereabouts(
            @Nullable String project,
            @Nullable String floor,
            @Nullable String view) {}

    private record OfHome(UUID home, AttachedUnit attached) {}

    private static final String UNITS = "SELECT * FROM unit_listing WHERE ";
    private static final String ATTACHED = """
            SELECT attached_to AS home, id AS unit, label, building_name AS building, product_type, attached_apart AS priced_apart,
                   area_kind, building_area AS area, interior_area, basis AS price_basis, unit_price, list_total
            FROM unit_listing WHERE attached_to = ANY (:homes) ORDER BY id""";

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Unit get(Scope scope, UUID id) {
        return database.sql(UNITS + "id = :id")
                .with("id", id)
                .row(Unit.class)
                .filter(unit -> scope.covers(unit.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// In the order in which they came onto the price list.
    Page<Unit> list(Scope scope, Whereabouts place, UnitFilter filter, PageRequest page) {
        var asConsultant = place.project() == null ? scope.ownOnlySomewhere() : scope.ownOnly(place.project());
        var state = filter.state == null ? null : statesSeenAs(filter.state, asConsultant);
        var conditions = new Conditions(scope.on("project"), scope.projectParameters())
                .and("project = :project", place.project())
                .and("building = :building", filter.building)
                .and("floor = :floor", place.floor() == null ? null : Door.floorOf(place.floor()))
                .and("state = ANY (:states)", state)
                .and("product_type = :productType", filter.productType)
                .and("name_key(layout) = :layout", key(filter.layout))
                .and("name_key(view) = :view", key(place.view()))
                .and("list_total >= :leastTotal", filter.totalFrom)
                .and("list_total <= :mostTotal", filter.totalTo)
                .and("building_area >= :leastArea", filter.areaFrom)
                .and("building_area <= :mostArea", filter.areaTo);
        return database.page(UNITS, conditions.by("id", page), Unit.class, Unit::id);
    }

    /// INV-11: what goes with each home, as it stands.
    Map<UUID, List<AttachedUnit>> attachedTo(Collection<UUID> homes) {
        return database.sql(ATTACHED).with("homes", homes).rows(OfHome.class).stream()
                .collect(
                        Collectors.groupingBy(OfHome::home, Collectors.mapping(OfHome::attached, Collectors.toList())));
    }

    private static @Nullable String key(@Nullable String name) {
        return name == null ? null : Names.key(name);
    }

    static List<UnitState> statesSeenAs(UnitState state, boolean asConsultant) {
        return Stream.of(UnitState.values())
                .filter(real -> real.seen(asConsultant) == state)
                .toList();
    }
}

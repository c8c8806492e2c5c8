package org.anchang.inventory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.events.ProductType;
import org.anchang.inventory.unit.Door;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// PAP-3: the units of a project as a file, as [UnitListing] lists them.
@ApplicationScoped
class UnitExport implements ExportSource {
    /// A row of the file.
    record Row(
            UUID id,
            String label,
            String buildingName,
            String section,
            String floor,
            String room,
            ProductType productType,
            @Nullable String layout,
            @Nullable String view,
            UnitState state,
            BigDecimal buildingArea,
            @Nullable BigDecimal interiorArea,
            Money unitPrice,
            Money listTotal,
            @Nullable Money floorPrice,
            @Nullable String holdConsultant) {}

    private static final String UNITS = """
            SELECT id, label, building_name, section, floor, room, product_type, layout, view, state, building_area, interior_area,
                   unit_price, list_total, floor_price, hold_consultant
            FROM unit_listing WHERE\s""";

    @Override
    public String list() {
        return "units";
    }

    @Override
    public String title(Asked asked) {
        return asked.said("房源", "Units");
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.CONSULTANT,
                Role.SITE_MANAGER,
                Role.SALES_SUPERVISOR,
                Role.SALES_MANAGER,
                Role.SALES_STATISTICIAN,
                Role.FINANCE,
                Role.GENERAL_MANAGER,
                Role.ADMINISTRATOR);
    }

    @Override
    public List<Heading> headings(Asked asked) {
        return List.of(
                new Heading(asked.said("房源", "Unit"), 22),
                new Heading(asked.said("楼栋", "Building"), 12),
                new Heading(asked.said("单元", "Section"), 10),
                new Heading(asked.said("楼层", "Floor"), 8),
                new Heading(asked.said("房号", "Room"), 8),
                new Heading(asked.said("类型", "Type"), 10),
                new Heading(asked.said("户型", "Layout"), 14),
                new Heading(asked.said("景观", "View"), 12),
                new Heading(asked.said("状态", "State"), 10),
                new Heading(asked.said("建筑面积（㎡）", "Building area (m²)"), 16),
                new Heading(asked.said("套内面积（㎡）", "Interior area (m²)"), 16),
                new Heading(asked.said("单价（元）", "Unit price (CNY)"), 16),
                new Heading(asked.said("总价（元）", "Total (CNY)"), 18),
                new Heading(asked.said("底价（元）", "Floor price (CNY)"), 18),
                new Heading(asked.said("置业顾问", "Consultant"), 14));
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter().knowing("building", "floor", "state", "productType", "layout");
        var state = filter.value("state", UnitState.class);
        var floor = filter.text("floor");
        var layout = filter.text("layout");
        var conditions = asked.within("project")
                .and("building = :building", filter.value("building", UUID.class))
                .and("floor = :floor", floor == null ? null : Door.floorOf(floor))
                .and("state = ANY (:states)", state == null ? null : UnitListing.statesSeenAs(state, asked.ownOnly()))
                .and("product_type = :productType", filter.value("productType", ProductType.class))
                .and("name_key(layout) = :layout", layout == null ? null : Names.key(layout));
        return ExportRows.of(UNITS, conditions, "id", Row.class, row -> cells(asked, row));
    }

    private static List<@Nullable Object> cells(Asked asked, Row row) {
        var state = row.state().seen(asked.ownOnly());
        var floorPrice = seesFloorPrices(asked) ? row.floorPrice() : null;
        var holder = !asked.ownOnly() || asked.person().equals(row.holdConsultant()) ? row.holdConsultant() : null;
        return Arrays.asList(
                row.label(),
                row.buildingName(),
                row.section(),
                row.floor(),
                row.room(),
                asked.word(UnitWords.type(row.productType()), row.productType()),
                row.layout(),
                row.view(),
                asked.word(UnitWords.state(state), state),
                row.buildingArea(),
                row.interiorArea(),
                row.unitPrice(),
                row.listTotal(),
                floorPrice,
                holder);
    }

    /// INV-12: as on the screen.
    private static boolean seesFloorPrices(Asked asked) {
        return !asked.holds(Role.ADMINISTRATOR)
                && (asked.holds(Role.SITE_MANAGER)
                        || asked.holds(Role.SALES_MANAGER)
                        || asked.holds(Role.GENERAL_MANAGER));
    }
}

package org.anchang.inventory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.anchang.events.ProductType;
import org.anchang.inventory.unit.Door;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportRows.Column;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// PAP-3: the units of a project as a file, as [UnitListing] lists them.
@ApplicationScoped
class UnitExport extends ExportSource {
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

    UnitExport() {
        super("units", "房源", "Units", Role.each(Role.SALES, Role.FINANCE, Role.ADMINISTRATOR));
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
        return ExportRows.of(UNITS, conditions, "id", Row.class, columns(asked));
    }

    private static List<Column<Row>> columns(Asked asked) {
        var seesFloorPrices = seesFloorPrices(asked);
        return List.of(
                asked.column("房源", "Unit", 22, Row::label),
                asked.column("楼栋", "Building", 12, Row::buildingName),
                asked.column("单元", "Section", 10, Row::section),
                asked.column("楼层", "Floor", 8, Row::floor),
                asked.column("房号", "Room", 8, Row::room),
                asked.column("类型", "Type", 10, row -> type(asked, row)),
                asked.column("户型", "Layout", 14, Row::layout),
                asked.column("景观", "View", 12, Row::view),
                asked.column("状态", "State", 10, row -> state(asked, row)),
                asked.column("建筑面积（㎡）", "Building area (m²)", 16, Row::buildingArea),
                asked.column("套内面积（㎡）", "Interior area (m²)", 16, Row::interiorArea),
                asked.column("单价（元）", "Unit price (CNY)", 16, Row::unitPrice),
                asked.column("总价（元）", "Total (CNY)", 18, Row::listTotal),
                asked.column("底价（元）", "Floor price (CNY)", 18, row -> seesFloorPrices ? row.floorPrice() : null),
                asked.column("置业顾问", "Consultant", 14, row -> holder(asked, row)));
    }

    private static String type(Asked asked, Row row) {
        return asked.word(UnitWords.type(row.productType()), row.productType());
    }

    private static String state(Asked asked, Row row) {
        var state = row.state().seen(asked.ownOnly());
        return asked.word(UnitWords.state(state), state);
    }

    private static @Nullable String holder(Asked asked, Row row) {
        return !asked.ownOnly() || asked.person().equals(row.holdConsultant()) ? row.holdConsultant() : null;
    }

    /// INV-12: as on the screen.
    private static boolean seesFloorPrices(Asked asked) {
        return !asked.holds(Role.ADMINISTRATOR)
                && (asked.holds(Role.SITE_MANAGER)
                        || asked.holds(Role.SALES_MANAGER)
                        || asked.holds(Role.GENERAL_MANAGER));
    }
}

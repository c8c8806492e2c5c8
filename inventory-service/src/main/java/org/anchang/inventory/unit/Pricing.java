package org.anchang.inventory.unit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.anchang.inventory.Columns;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// INV-10: a price together with the area and the basis on which it rests.
///
/// @param priceVersion which of the unit's prices, from 1
/// @param unitPrice    per m² of the basis; for a whole unit, the price itself
/// @param floorPrice   INV-12: for managers only
@Embeddable
public record Pricing(
        int priceVersion,
        @Enumerated(EnumType.STRING) Basis basis,
        Money unitPrice,
        Money listTotal,
        @Nullable Money floorPrice,
        @Enumerated(EnumType.STRING) AreaKind areaKind,
        BigDecimal buildingArea,
        @Nullable BigDecimal interiorArea,
        @Nullable BigDecimal gardenArea,
        @Nullable BigDecimal otherArea) {
    /// What [#read] takes, of a view that has a price with its area.
    public static final String COLUMNS = """
            price_version, basis, unit_price, list_total, floor_price, area_kind, building_area, interior_area, garden_area, other_area""";

    public static Pricing read(Columns row) throws SQLException {
        return new Pricing(
                row.number(),
                Basis.valueOf(row.text()),
                row.money(),
                row.money(),
                row.moneyIfAny(),
                AreaKind.valueOf(row.text()),
                row.decimal(),
                row.decimalIfAny(),
                row.decimalIfAny(),
                row.decimalIfAny());
    }

    /// What the unit price is multiplied by.
    public enum Basis {
        BUILDING_AREA,
        INTERIOR_AREA,
        WHOLE_UNIT
    }

    /// How the area is known.
    public enum AreaKind {
        ESTIMATE,
        PRE_SALE_SURVEY,
        AS_BUILT
    }
}

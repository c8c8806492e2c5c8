package org.anchang.inventory.unit;

import java.math.BigDecimal;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// INV-10: a price together with the area and the basis on which it rests.
///
/// @param priceVersion which of the unit's prices, from 1
/// @param unitPrice    per m² of the basis; for a whole unit, the price itself
/// @param floorPrice   INV-12: for managers only
public record Pricing(
        int priceVersion,
        Basis basis,
        Money unitPrice,
        Money listTotal,
        @Nullable Money floorPrice,
        AreaKind areaKind,
        BigDecimal buildingArea,
        @Nullable BigDecimal interiorArea,
        @Nullable BigDecimal gardenArea,
        @Nullable BigDecimal otherArea) {
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

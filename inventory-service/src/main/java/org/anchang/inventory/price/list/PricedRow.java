package org.anchang.inventory.price.list;

import java.math.BigDecimal;
import org.anchang.inventory.unit.Door;
import org.anchang.inventory.unit.Pricing;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// One good row of a price list.
record PricedRow(Room room, Description kind, Areas areas, Amounts price) {
    /// Where the unit is.
    record Room(String building, Door door) {
        /// As people write it: `3栋-1单元-3101`, `车库-负1车05`.
        String label() {
            return building + "-" + door.name();
        }

        /// INV-17: what the building is compared by.
        String buildingKey() {
            return Names.key(building);
        }

        /// INV-17: what the label is compared by.
        String labelKey() {
            return Names.key(label());
        }
    }

    /// What the unit is, as far as the list says.
    record Description(
            @Nullable String productType,
            @Nullable String buildingType,
            @Nullable String layout,
            @Nullable String view) {}

    record Areas(
            BigDecimal building,
            @Nullable BigDecimal interior,
            @Nullable BigDecimal garden,
            @Nullable BigDecimal other) {}

    /// @param total area of the basis times unit price, HALF_UP to cents
    record Amounts(
            Pricing.Basis basis,
            Money unitPrice,
            Money total,
            @Nullable Money floorPrice) {}
}

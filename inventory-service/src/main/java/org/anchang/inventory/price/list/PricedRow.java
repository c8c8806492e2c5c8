package org.anchang.inventory.price.list;

import java.math.BigDecimal;
import org.anchang.inventory.unit.Pricing;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// One good row of a price list.
record PricedRow(Room room, Kind kind, Areas areas, Asked price) {
    /// Where the unit is; floors and rooms are text.
    record Room(String building, String section, String floor, String room) {
        /// As people write it: `3栋-1单元-3101`, `车库-负1车05`.
        String label() {
            var whole = room.length() > floor.length() && room.startsWith(floor) ? room : floor + room;
            var number = whole.startsWith("-") ? "负" + whole.substring(1) : whole;
            return section.isEmpty() ? building + "-" + number : building + "-" + section + "-" + number;
        }
    }

    /// What the unit is, as far as the list says.
    record Kind(
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
    record Asked(
            Pricing.Basis basis,
            Money unitPrice,
            Money total,
            @Nullable Money floorPrice) {}
}

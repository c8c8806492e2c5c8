package org.anchang.inventory.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.events.ProductType;
import org.anchang.inventory.catalogue.UnitFilter;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A unit as the sales-control table shows it. Layout, area, prices and change are absent on the wall.
///
/// @param change INV-15: the change that waits for signatures, e.g. `SWAP`
/// @param row    the version of the unit itself
@JsonPropertyOrder({
    "unit",
    "building",
    "section",
    "floor",
    "room",
    "label",
    "productType",
    "state",
    "layout",
    "area",
    "unitPrice",
    "total",
    "change"
})
@Schema(requiredProperties = {"unit", "building", "section", "floor", "room", "label", "productType", "state"})
record Cell(
        UUID unit,
        UUID building,
        String section,
        String floor,
        String room,
        String label,
        @Schema(implementation = ProductType.class) String productType,
        UnitState state,
        @Nullable String layout,
        @Nullable BigDecimal area,
        @Nullable Money unitPrice,
        @Nullable Money total,

        @Schema(enumeration = {"SWAP", "REFUND", "RENAME", "DISCOUNT", "LAYOUT_CHANGE", "VOID"}) @Nullable
        String change,

        @JsonIgnore Long row)
        implements UnitFilter.Seen {
    Cell seen(View view) {
        var seen = view.seen(state);
        var onWall = view == View.WALL;
        return seen == state && !onWall
                ? this
                : new Cell(
                        unit,
                        building,
                        section,
                        floor,
                        room,
                        label,
                        productType,
                        seen,
                        onWall ? null : layout,
                        onWall ? null : area,
                        onWall ? null : unitPrice,
                        onWall ? null : total,
                        onWall ? null : change,
                        row);
    }
}

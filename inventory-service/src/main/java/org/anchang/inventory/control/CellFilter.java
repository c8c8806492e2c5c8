package org.anchang.inventory.control;

import jakarta.validation.constraints.Digits;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.inventory.UnitState;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which units are asked for. It asks about what the caller is shown: where a price is not shown, no unit is within
/// a range of prices, and a unit that looks sold is found among the sold.
public class CellFilter {
    @QueryParam("building")
    @Parameter(description = "Units of this building alone")
    @Nullable
    UUID building;

    @QueryParam("layout")
    @Nullable
    String layout;

    @QueryParam("productType")
    @Nullable
    String productType;

    @QueryParam("state")
    @Nullable
    UnitState state;

    @QueryParam("areaFrom")
    @Parameter(description = "Building area in m², at least")
    @Digits(integer = 8, fraction = 2)
    @Nullable
    BigDecimal areaFrom;

    @QueryParam("areaTo")
    @Parameter(description = "Building area in m², at most")
    @Digits(integer = 8, fraction = 2)
    @Nullable
    BigDecimal areaTo;

    @QueryParam("totalFrom")
    @Parameter(description = "List total in CNY, at least")
    @Digits(integer = 12, fraction = 2)
    @Nullable
    BigDecimal totalFrom;

    @QueryParam("totalTo")
    @Parameter(description = "List total in CNY, at most")
    @Digits(integer = 12, fraction = 2)
    @Nullable
    BigDecimal totalTo;

    boolean isOfCells() {
        return Stream.of(layout, productType, state, areaFrom, areaTo, totalFrom, totalTo)
                .anyMatch(asked -> asked != null);
    }

    boolean isOfNothing() {
        return building == null && !isOfCells();
    }

    boolean takes(StandingBuilding candidate) {
        return building == null || building.equals(candidate.id());
    }

    /// @param cell as the caller sees it
    boolean takes(Cell cell) {
        return (layout == null || layout.equals(cell.layout()))
                && (productType == null || productType.equals(cell.productType()))
                && (state == null || state == cell.state())
                && new Range(areaFrom, areaTo).has(cell.area())
                && new Range(totalFrom, totalTo)
                        .has(cell.total() == null ? null : cell.total().amount());
    }

    /// Tells one filter from another, in an ETag.
    String mark() {
        return isOfNothing()
                ? ""
                : "-"
                        + Integer.toHexString(Stream.of(
                                        building,
                                        layout,
                                        productType,
                                        state,
                                        plain(areaFrom),
                                        plain(areaTo),
                                        plain(totalFrom),
                                        plain(totalTo))
                                .map(String::valueOf)
                                .toList()
                                .hashCode());
    }

    private static @Nullable String plain(@Nullable BigDecimal bound) {
        return bound == null ? null : bound.toPlainString();
    }

    private record Range(
            @Nullable BigDecimal least, @Nullable BigDecimal most) {
        boolean has(@Nullable BigDecimal value) {
            return least == null && most == null
                    || value != null
                            && (least == null || value.compareTo(least) >= 0)
                            && (most == null || value.compareTo(most) <= 0);
        }
    }
}

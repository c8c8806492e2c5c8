package org.anchang.inventory.control;

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

    @QueryParam("minArea")
    @Parameter(description = "Building area in m², at least")
    @Nullable
    BigDecimal minArea;

    @QueryParam("maxArea")
    @Parameter(description = "Building area in m², at most")
    @Nullable
    BigDecimal maxArea;

    @QueryParam("minTotal")
    @Parameter(description = "List total in CNY, at least")
    @Nullable
    BigDecimal minTotal;

    @QueryParam("maxTotal")
    @Parameter(description = "List total in CNY, at most")
    @Nullable
    BigDecimal maxTotal;

    boolean isOfCells() {
        return Stream.of(layout, productType, state, minArea, maxArea, minTotal, maxTotal)
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
                && new Range(minArea, maxArea).has(cell.area())
                && new Range(minTotal, maxTotal)
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
                                        plain(minArea),
                                        plain(maxArea),
                                        plain(minTotal),
                                        plain(maxTotal))
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

package org.anchang.inventory.catalogue;

import jakarta.validation.constraints.Digits;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.events.ProductType;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Names;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which units are asked for; a `@BeanParam`. Anything may be left out. It asks about what the caller is
/// shown: where a price is not shown, no unit is within a range of prices, and a withheld unit is found
/// among the closed (INV-16).
public class UnitFilter {
    /// A unit as the caller sees it, as far as a filter asks about it.
    public interface Seen {
        @Nullable
        String layout();

        String productType();

        UnitState state();

        @Nullable
        BigDecimal area();

        @Nullable
        Money total();
    }

    @QueryParam("building")
    @Parameter(description = "Units of this building alone")
    @Nullable
    UUID building;

    @QueryParam("layout")
    @Nullable
    String layout;

    @QueryParam("productType")
    @Nullable
    ProductType productType;

    @QueryParam("state")
    @Nullable
    UnitState state;

    @QueryParam("areaFrom")
    @Parameter(description = "Building area in m², this or more")
    @Digits(integer = 8, fraction = 2)
    @Nullable
    BigDecimal areaFrom;

    @QueryParam("areaTo")
    @Parameter(description = "Building area in m², this or less")
    @Digits(integer = 8, fraction = 2)
    @Nullable
    BigDecimal areaTo;

    @QueryParam("totalFrom")
    @Parameter(description = "List total in CNY, this or more")
    @Digits(integer = 12, fraction = 2)
    @Nullable
    BigDecimal totalFrom;

    @QueryParam("totalTo")
    @Parameter(description = "List total in CNY, this or less")
    @Digits(integer = 12, fraction = 2)
    @Nullable
    BigDecimal totalTo;

    /// Whether it asks about more than the building.
    public boolean isOfUnits() {
        return Stream.of(layout, productType, state, areaFrom, areaTo, totalFrom, totalTo)
                .anyMatch(Objects::nonNull);
    }

    public boolean isOfNothing() {
        return building == null && !isOfUnits();
    }

    public boolean takesBuilding(UUID candidate) {
        return building == null || building.equals(candidate);
    }

    public boolean takes(Seen unit) {
        return (layout == null || isLaidOut(layout, unit.layout()))
                && (productType == null || productType.name().equals(unit.productType()))
                && (state == null || state == unit.state())
                && new Range(areaFrom, areaTo).has(unit.area())
                && new Range(totalFrom, totalTo)
                        .has(unit.total() == null ? null : unit.total().amount());
    }

    /// INV-17: however the layout is written.
    private static boolean isLaidOut(String asked, @Nullable String layout) {
        return layout != null && (asked.equals(layout) || Names.key(asked).equals(Names.key(layout)));
    }

    /// Tells one filter from another, in an ETag.
    public String mark() {
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

package org.anchang.inventory.catalogue;

import jakarta.validation.constraints.Digits;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.inventory.UnitState;
import org.anchang.inventory.Units.Filter;
import org.anchang.inventory.Units.Filter.Between;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which units a list is to have; a `@BeanParam`. Anything may be left out.
public class UnitFilter {
    @QueryParam("project")
    @Nullable
    String project;

    @QueryParam("building")
    @Nullable
    UUID building;

    @QueryParam("floor")
    @Parameter(description = "As the price list has it, e.g. `3A`")
    @Nullable
    String floor;

    @QueryParam("state")
    @Nullable
    UnitState state;

    @QueryParam("productType")
    @Parameter(description = "E.g. `RESIDENCE`, `PARKING`")
    @Nullable
    String productType;

    @QueryParam("layout")
    @Nullable
    String layout;

    @QueryParam("view")
    @Parameter(description = "What it looks out on, as the price list has it, e.g. `湖景`")
    @Nullable
    String view;

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

    Filter filter() {
        return new Filter(
                project,
                building,
                floor,
                state,
                productType,
                layout,
                view,
                new Between<>(money(totalFrom), money(totalTo)),
                new Between<>(areaFrom, areaTo));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount);
    }
}

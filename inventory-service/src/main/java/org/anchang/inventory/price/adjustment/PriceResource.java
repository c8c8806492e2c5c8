package org.anchang.inventory.price.adjustment;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// INV-2, INV-10: every price that a unit has had, and those that are planned.
@Path("/api/v1/units/{unit}/prices")
@RunOnVirtualThread
@Tag(name = "Prices")
public class PriceResource {
    /// @param version       absent of a planned one
    /// @param area          building area in m² on which it rests
    /// @param floorPrice    INV-12: managers only
    /// @param effectiveFrom of a planned one, when it will count
    /// @param counts        whether it is the price that counts now
    /// @param priceList     the import that made it
    /// @param adjustment    the adjustment that made it, or will
    /// @param reason        for whoever sees the whole project
    public record UnitPrice(
            @Nullable Integer version,
            Basis basis,
            BigDecimal area,
            Money unitPrice,
            Money listTotal,
            @Nullable Money floorPrice,
            Instant effectiveFrom,
            boolean counts,
            boolean planned,
            @Nullable UUID priceList,
            @Nullable UUID adjustment,
            @Nullable String by,
            @Nullable String reason) {}

    @Inject
    Units units;

    @Inject
    UnitPrices prices;

    @Inject
    Caller caller;

    @GET
    @Authenticated
    @Operation(summary = "The unit's prices, the oldest first; for managers also what is planned, last")
    public Page<UnitPrice> list(@PathParam("unit") UUID id, @BeanParam @Valid PageRequest page) {
        var project = units.locate(caller.scope(), id).project();
        return prices.of(id, isManager(project), page).map(row -> shown(project, row));
    }

    private boolean isManager(String project) {
        return caller.holds(project, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR);
    }

    private UnitPrice shown(String project, UnitPrices.ListedPrice row) {
        var seesAll = !caller.scope().ownOnly(project);
        return new UnitPrice(
                row.version(),
                row.basis(),
                row.buildingArea(),
                row.unitPrice(),
                row.listTotal(),
                FloorPrices.mayBeSeenBy(caller, project) ? row.floorPrice() : null,
                row.effectiveFrom(),
                row.counts(),
                row.version() == null,
                row.priceList(),
                row.adjustment(),
                seesAll ? row.setBy() : null,
                seesAll ? row.reason() : null);
    }
}

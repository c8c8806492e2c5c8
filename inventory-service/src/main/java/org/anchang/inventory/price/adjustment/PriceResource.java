package org.anchang.inventory.price.adjustment;

import static org.anchang.kit.problem.Refused.refuseUnless;

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
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
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
    public record Price(
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

    /// @param place by which they are listed
    private record Row(
            BigDecimal place,
            @Nullable Integer version,
            Basis basis,
            BigDecimal buildingArea,
            Money unitPrice,
            Money listTotal,
            @Nullable Money floorPrice,
            Instant effectiveFrom,
            boolean counts,
            @Nullable UUID priceList,
            @Nullable UUID adjustment,
            @Nullable String setBy,
            @Nullable String reason) {}

    /// Planned ones are for managers, and come last, in the order of their moments.
    private static final String PRICES = """
            SELECT place, version, basis, building_area, unit_price, list_total, floor_price, effective_from, counts,
                   price_list, adjustment, set_by, reason
            FROM (
                SELECT p.version::numeric AS place, p.version, p.basis, a.building_area, p.unit_price, p.list_total,
                       p.floor_price, p.effective_from, p.version = u.price_version AS counts, p.price_list, p.adjustment,
                       p.set_by, p.reason
                FROM unit_standing u JOIN unit_price p ON p.unit = u.id JOIN unit_area a ON a.id = p.area WHERE u.id = :unit
                UNION ALL
                SELECT 1000000 + extract(epoch FROM j.effective_at), NULL, n.basis, a.building_area, n.unit_price, n.list_total,
                       NULL, j.effective_at, false, NULL, j.id, j.decided_by, j.reason
                FROM price_adjustment_unit n JOIN price_adjustment j ON j.id = n.adjustment JOIN unit_area a ON a.id = n.area
                WHERE n.unit = :unit AND j.state = 'PLANNED' AND :withPlanned) prices
            WHERE place > :after ORDER BY place LIMIT :rows""";

    @Inject
    Units units;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @GET
    @Authenticated
    @Operation(summary = "The unit's prices, the oldest first; for managers also what is planned, last")
    public Page<Price> list(@PathParam("unit") UUID id, @BeanParam @Valid PageRequest page) {
        units.locate(caller.scope(), id);
        var rows = database.sql(PRICES)
                .with("unit", id)
                .with("withPlanned", isManager())
                .with("after", after(page))
                .with("rows", page.rows())
                .rows(Row.class);
        return Page.of(rows, page, row -> List.of(row.place())).map(this::shown);
    }

    private boolean isManager() {
        return caller.holds(Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR);
    }

    private static BigDecimal after(PageRequest page) {
        var place = page.after().map(List::getLast).orElse("0");
        refuseUnless(place.matches("\\d{1,12}(\\.\\d{1,9})?"), KitRefusal.CURSOR_NOT_UNDERSTOOD);
        return new BigDecimal(place);
    }

    private Price shown(Row row) {
        var seesAll = !caller.scope().ownOnly();
        return new Price(
                row.version(),
                row.basis(),
                row.buildingArea(),
                row.unitPrice(),
                row.listTotal(),
                isManager() ? row.floorPrice() : null,
                row.effectiveFrom(),
                row.counts(),
                row.version() == null,
                row.priceList(),
                row.adjustment(),
                seesAll ? row.setBy() : null,
                seesAll ? row.reason() : null);
    }
}

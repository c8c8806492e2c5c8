package org.anchang.inventory.price.adjustment;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-2, INV-10: the prices of units, with those that are planned.
@ApplicationScoped
class UnitPrices {
    /// @param place by which they are listed
    record ListedPrice(
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
                FROM unit_standing u JOIN price_on_record p ON p.unit = u.id JOIN area_on_record a ON a.id = p.area WHERE u.id = :unit
                UNION ALL
                SELECT 1000000 + extract(epoch FROM j.effective_at), NULL, n.basis, a.building_area, n.unit_price, n.list_total,
                       NULL, j.effective_at, false, NULL, j.id, j.decided_by, j.reason
                FROM price_adjustment_unit n JOIN price_adjustment j ON j.id = n.adjustment JOIN area_on_record a ON a.id = n.area
                WHERE n.unit = :unit AND j.state = 'PLANNED' AND :withPlanned) prices
            WHERE place > :after ORDER BY place LIMIT :rows""";

    @Inject
    Database database;

    /// @param withPlanned for whom they are
    Page<ListedPrice> of(UUID unit, boolean withPlanned, PageRequest page) {
        var rows = database.sql(PRICES)
                .with("unit", unit)
                .with("withPlanned", withPlanned)
                .with("after", after(page))
                .with("rows", page.rows())
                .rows(ListedPrice.class);
        return Page.of(rows, page, row -> List.of(row.place()));
    }

    private static BigDecimal after(PageRequest page) {
        var place = page.after().map(List::getLast).orElse("0");
        refuseUnless(place.matches("\\d{1,12}(\\.\\d{1,9})?"), KitRefusal.CURSOR_NOT_UNDERSTOOD);
        return new BigDecimal(place);
    }
}

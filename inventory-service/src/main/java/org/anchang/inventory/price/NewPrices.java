package org.anchang.inventory.price;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.events.InventoryEvent.UnitPriceChanged;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.sql.Statement;

/// INV-2, INV-10: new prices and areas, whoever makes them, and what is told of each price. Makers put them on record
/// by parts of their own statements, over the rows of a query of theirs, as they write units by
/// [org.anchang.inventory.unit.Stock]: so only this package writes its tables.
@ApplicationScoped
public class NewPrices {
    /// By whom and when.
    public record Author(String person, Instant at) {}

    private record Repriced(UUID unit, BigDecimal unitPrice, BigDecimal listTotal, int priceVersion) {}

    private static final int AT_ONCE = 1_000;
    private static final String AREAS = """
            INSERT INTO unit_area (id, unit, kind, measured_on, building_area, interior_area, garden_area, other_area,
                                   recorded_by, recorded_at)
            SELECT id, unit, kind, measured_on, building_area, interior_area, garden_area, other_area, recorded_by, recorded_at
            FROM (%s) measured""";
    private static final String PRICES = """
            INSERT INTO unit_price (unit, version, basis, area, unit_price, list_total, floor_price, effective_from, price_list,
                                    adjustment, reason, set_by, set_at)
            SELECT unit, version, basis, area, unit_price, list_total, floor_price, effective_from, price_list, adjustment, reason,
                   set_by, set_at
            FROM (%s) priced""";

    @Inject
    Outbox outbox;

    /// @param rows id, unit, kind, measured_on, building_area, interior_area, garden_area, other_area, recorded_by,
    ///             recorded_at
    public static String areas(String rows) {
        return AREAS.formatted(rows);
    }

    /// @param rows unit, version, basis, area, unit_price, list_total, floor_price, effective_from, price_list,
    ///             adjustment, reason, set_by, set_at
    public static String prices(String rows) {
        return PRICES.formatted(rows);
    }

    /// Runs a statement that makes the newest price of units the one that counts, and tells UnitPriceChanged for
    /// each of them. Whatever their number, this process has a few at a time.
    ///
    /// @param change  answers with unit, unit_price, list_total and price_version
    /// @param project of all of them
    /// @return how many there were
    @Transactional(Transactional.TxType.MANDATORY)
    public int tell(String project, Author author, Statement change) {
        var all = new AtomicInteger();
        change.batches(AT_ONCE, Repriced.class, changed -> {
            all.addAndGet(changed.size());
            outbox.appendAll(changed.stream()
                    .map(one -> new UnitPriceChanged(
                            one.unit(),
                            project,
                            author.at(),
                            one.unitPrice(),
                            one.listTotal(),
                            one.priceVersion(),
                            author.person()))
                    .toList());
        });
        return all.get();
    }
}

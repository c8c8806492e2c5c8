package org.anchang.inventory.price.valuation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.inventory.price.NewPrices;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-9, INV-10: what approved changes made of units, and what they were before; only ever added to. An area
/// that comes with a change is an estimate until it is surveyed, and no price rests on it.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LayoutChanges {
    /// What was granted; what is absent stays as it is.
    public record Granted(
            UUID unit,
            UUID request,
            UUID approval,
            @Nullable String layout,
            @Nullable BigDecimal buildingArea,
            @Nullable BigDecimal interiorArea) {
        boolean changesArea() {
            return buildingArea != null || interiorArea != null;
        }
    }

    public record Layouts(@Nullable String layoutBefore, String layout) {}

    private static final String NEW_AREA = NewPrices.areas("""
            SELECT CAST(:area AS uuid) AS id, id AS unit, 'ESTIMATE' AS kind, CAST(:today AS date) AS measured_on,
                   coalesce(CAST(:buildingArea AS numeric), building_area) AS building_area,
                   coalesce(CAST(:interiorArea AS numeric), interior_area) AS interior_area, garden_area, other_area,
                   CAST(:person AS text) AS recorded_by, CAST(:at AS timestamptz) AS recorded_at
            FROM priced_unit WHERE id = :unit""");
    private static final String RECORD = """
            INSERT INTO layout_change (id, unit, request, approval, layout_before, layout, area_before, area, person, at)
            SELECT :change, id, :request, :approval, layout, coalesce(CAST(:layout AS text), layout, '-'), area,
                   CAST(:area AS uuid), :person, :at
            FROM priced_unit WHERE id = :unit RETURNING layout_before, layout""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Puts a change on record; the unit is locked.
    public Layouts add(Granted granted) {
        var area = granted.changesArea() ? Ids.next() : null;
        var at = clock.instant();
        if (area != null) {
            database.sql(NEW_AREA)
                    .with(granted)
                    .with("area", area)
                    .with("today", clock.today())
                    .with("person", caller.actor())
                    .with("at", at)
                    .write();
        }
        return database.sql(RECORD)
                .with(granted)
                .with("change", Ids.next())
                .with("area", area)
                .with("person", caller.actor())
                .with("at", at)
                .one(Layouts.class);
    }
}

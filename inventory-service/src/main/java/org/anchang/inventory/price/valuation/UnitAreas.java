package org.anchang.inventory.price.valuation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.price.NewPrices;
import org.anchang.inventory.price.valuation.AreaResource.RecordArea;
import org.anchang.inventory.unit.Pricing.AreaKind;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-10: every area of a unit that was put on record.
@ApplicationScoped
class UnitAreas {
    /// @param priced whether the price that counts rests on it
    record RecordedArea(
            UUID id,
            AreaKind kind,
            LocalDate measuredOn,
            BigDecimal buildingArea,
            @Nullable BigDecimal interiorArea,
            @Nullable BigDecimal gardenArea,
            @Nullable BigDecimal otherArea,
            String recordedBy,
            Instant recordedAt,
            boolean priced) {}

    /// Of which unit it is, who put it on record, and when.
    record Stamp(UUID id, UUID unit, String by, Instant at) {}

    private static final String OF_UNIT = """
            SELECT id, kind, measured_on, building_area, interior_area, garden_area, other_area, recorded_by, recorded_at, priced
            FROM area_on_record WHERE unit = :unit ORDER BY id""";
    private static final String RECORD = NewPrices.areas("""
            SELECT CAST(:id AS uuid) AS id, CAST(:unit AS uuid) AS unit, CAST(:kind AS text) AS kind,
                   CAST(:measuredOn AS date) AS measured_on, CAST(:buildingArea AS numeric) AS building_area,
                   CAST(:interiorArea AS numeric) AS interior_area, CAST(:gardenArea AS numeric) AS garden_area,
                   CAST(:otherArea AS numeric) AS other_area, CAST(:by AS text) AS recorded_by,
                   CAST(:at AS timestamptz) AS recorded_at""");

    @Inject
    Database database;

    /// The oldest record first.
    List<RecordedArea> of(UUID unit) {
        return database.sql(OF_UNIT).with("unit", unit).rows(RecordedArea.class);
    }

    void add(RecordArea area, Stamp stamp) {
        database.sql(RECORD).with(area).with(stamp).write();
    }
}

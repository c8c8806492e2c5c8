package org.anchang.inventory.price.valuation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.price.valuation.AreaResource.RecordArea;
import org.anchang.inventory.unit.Pricing.AreaKind;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-10: every area of a unit that was put on record.
@ApplicationScoped
class UnitAreas {
    /// @param priced whether the price that counts rests on it
    record Recorded(
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
            SELECT a.id, a.kind, a.measured_on, a.building_area, a.interior_area, a.garden_area, a.other_area, a.recorded_by,
                   a.recorded_at, p.area IS NOT NULL AS priced
            FROM unit_area a JOIN unit_standing u ON u.id = a.unit
            LEFT JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version AND p.area = a.id
            WHERE a.unit = :unit ORDER BY a.id""";
    private static final String RECORD = """
            INSERT INTO unit_area (id, unit, kind, measured_on, building_area, interior_area, garden_area, other_area,
                                   recorded_by, recorded_at)
            VALUES (:id, :unit, :kind, :measuredOn, :buildingArea, :interiorArea, :gardenArea, :otherArea, :by, :at)""";

    @Inject
    Database database;

    /// The oldest record first.
    List<Recorded> of(UUID unit) {
        return database.sql(OF_UNIT).with("unit", unit).rows(Recorded.class);
    }

    void add(RecordArea area, Stamp stamp) {
        database.sql(RECORD).with(area).with(stamp).write();
    }
}

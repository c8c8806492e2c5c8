package org.anchang.inventory.price.valuation;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Pricing.AreaKind;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Action;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-10: the areas of a unit, as estimated, surveyed before the sale and measured when built. A new one alters no
/// price: each price rests on the area that it was made with.
@Path("/api/v1/units/{unit}/areas")
@RunOnVirtualThread
@Tag(name = "Units")
public class AreaResource {
    public record RecordArea(
            @NotNull AreaKind kind,
            @NotNull LocalDate measuredOn,

            @NotNull @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
            BigDecimal buildingArea,

            @Nullable @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
            BigDecimal interiorArea,

            @Nullable @DecimalMin("0") @Digits(integer = 8, fraction = 2)
            BigDecimal gardenArea,

            @Nullable @DecimalMin("0") @Digits(integer = 8, fraction = 2)
            BigDecimal otherArea) {}

    /// @param priced whether the price that counts rests on it
    public record Area(
            UUID id,
            AreaKind kind,
            LocalDate measuredOn,
            BigDecimal buildingArea,
            @Nullable BigDecimal interiorArea,
            @Nullable BigDecimal gardenArea,
            @Nullable BigDecimal otherArea,
            String recordedBy,
            Instant recordedAt,
            boolean priced,
            List<Action> actions) {}

    /// A row: an area that is recorded, or was.
    private record Recorded(
            UUID id,
            AreaKind kind,
            LocalDate measuredOn,
            BigDecimal buildingArea,
            @Nullable BigDecimal interiorArea,
            @Nullable BigDecimal gardenArea,
            @Nullable BigDecimal otherArea,
            String recordedBy,
            Instant recordedAt,
            boolean priced) {
        Area shown() {
            return new Area(
                    id,
                    kind,
                    measuredOn,
                    buildingArea,
                    interiorArea,
                    gardenArea,
                    otherArea,
                    recordedBy,
                    recordedAt,
                    priced,
                    List.of());
        }
    }

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
    Units units;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.ENGINEERING, Role.SITE_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "Put an area on record, with how and when it was measured")
    public Area add(@PathParam("unit") UUID id, @NotNull @Valid RecordArea request) {
        units.locate(caller.scope(), id);
        refuseIf(
                request.measuredOn().isAfter(clock.today())
                        || request.interiorArea() != null
                                && request.interiorArea().compareTo(request.buildingArea()) > 0,
                InventoryRefusal.AREA_NOT_POSSIBLE);
        var area = Ids.next();
        database.sql(RECORD)
                .with(request)
                .with("id", area)
                .with("unit", id)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        units.remember(
                id,
                "AREA_RECORDED",
                Cause.of(request.kind() + " " + request.buildingArea().toPlainString()));
        return of(id).stream().filter(one -> one.id().equals(area)).findFirst().orElseThrow();
    }

    @GET
    @Authenticated
    @Operation(summary = "Every area that the unit had, the oldest record first")
    public Page<Area> list(@PathParam("unit") UUID id) {
        units.locate(caller.scope(), id);
        return new Page<>(of(id), null);
    }

    private List<Area> of(UUID unit) {
        return database.sql(OF_UNIT).with("unit", unit).rows(Recorded.class).stream()
                .map(Recorded::shown)
                .toList();
    }
}

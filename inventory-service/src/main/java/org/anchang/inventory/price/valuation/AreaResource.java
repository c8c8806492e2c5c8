package org.anchang.inventory.price.valuation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.unit.Pricing.AreaKind;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-10: the areas of a unit, as estimated, surveyed before the sale and measured when built. A new one alters no
/// price: each price rests on the area that it was made with.
@Path("/api/v1/units/{unit}/areas")
@RunOnVirtualThread
@Tag(name = "Units")
public class AreaResource implements OfferSource {
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

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.RECORD_AREA, AreaResource.class, "add"));

    @Inject
    Units units;

    @Inject
    UnitAreas areas;

    @Inject
    RecordingAreas recording;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.ENGINEERING, Role.SITE_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "Put an area on record, with how and when it was measured")
    public Area add(@PathParam("unit") UUID id, @NotNull @Valid RecordArea request) {
        return shown(recording.record(id, request));
    }

    @GET
    @Authenticated
    @Operation(summary = "Every area that the unit had, the oldest record first")
    public Page<Area> list(@PathParam("unit") UUID id) {
        units.locate(caller.scope(), id);
        return new Page<>(areas.of(id).stream().map(AreaResource::shown).toList(), null);
    }

    private static Area shown(UnitAreas.RecordedArea area) {
        return new Area(
                area.id(),
                area.kind(),
                area.measuredOn(),
                area.buildingArea(),
                area.interiorArea(),
                area.gardenArea(),
                area.otherArea(),
                area.recordedBy(),
                area.recordedAt(),
                area.priced(),
                List.of());
    }
}

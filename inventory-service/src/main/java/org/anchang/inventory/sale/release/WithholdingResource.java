package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.inventory.catalogue.ShowingUnits;
import org.anchang.inventory.catalogue.ShownUnit;
import org.anchang.inventory.hold.waiting.WaitingLine;
import org.anchang.inventory.unit.Buildings;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.outbox.Outbox;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// INV-14: a unit is taken off sale, and offered again.
@Path("/api/v1/units/{unit}/withholdings")
@RunOnVirtualThread
@RolesAllowed(Role.SITE_MANAGER)
@Tag(name = "Releases")
public class WithholdingResource {
    public record Withhold(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    Units units;

    @Inject
    Buildings buildings;

    @Inject
    ShowingUnits showing;

    @Inject
    Statements statements;

    @Inject
    WaitingLine line;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Take an available unit off sale; consultants see it as sold")
    public ShownUnit withhold(@PathParam("unit") UUID id, @NotNull @Valid Withhold request) {
        units.locate(caller.scope(), id);
        var moved = units.move(UnitMove.WITHHOLD, id, Cause.of(request.reason()))
                .orElseThrow(() -> refuse(InventoryRefusal.UNIT_NOT_AVAILABLE));
        statements.write(
                "INSERT INTO withholding (id, unit, reason, person, at) VALUES (?, ?, ?, ?, ?)",
                Ids.next(),
                id,
                request.reason(),
                caller.name(),
                clock.instant());
        tell(moved, UnitMove.WITHHOLD);
        return showing.show(units.get(caller.scope(), id));
    }

    @POST
    @Path("/end")
    @Idempotent
    @Operation(summary = "Offer a withheld unit again")
    public ShownUnit end(@PathParam("unit") UUID id) {
        var building = units.locate(caller.scope(), id).building();
        refuseUnless(
                buildings.missingCertificates(building, clock.today()).isEmpty(),
                InventoryRefusal.CERTIFICATES_INCOMPLETE);
        var moved = units.move(UnitMove.OFFER_AGAIN, id, Cause.of(null))
                .orElseThrow(() -> refuse(InventoryRefusal.UNIT_IS_NOT_WITHHELD));
        statements.write(
                "UPDATE withholding SET ended_by = ?, ended_at = ? WHERE unit = ? AND ended_at IS NULL",
                caller.name(),
                clock.instant(),
                id);
        tell(moved, UnitMove.OFFER_AGAIN);
        line.tellNext(List.of(id));
        return showing.show(units.get(caller.scope(), id));
    }

    private void tell(Units.Moved moved, UnitMove move) {
        outbox.append(new UnitStateChanged(
                moved.unit(),
                moved.project(),
                clock.instant(),
                moved.from().told(),
                moved.to().told(),
                null,
                move.name()));
    }
}

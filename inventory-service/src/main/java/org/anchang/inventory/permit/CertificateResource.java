package org.anchang.inventory.permit;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.events.InventoryEvent.PermitRecorded;
import org.anchang.inventory.Buildings;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.Action;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-6: the certificates of a building.
@Path("/api/v1/buildings/{building}/certificates")
@RunOnVirtualThread
@Tag(name = "Certificates")
public class CertificateResource {
    /// @param validUntil its last day; left out where it has no end
    public record RecordCertificate(
            @NotNull Certificate certificate,
            @NotBlank @Size(max = 100) String number,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /// @param missing those of the five that the building still lacks today
    public record Recorded(
            UUID id,
            UUID building,
            Certificate certificate,
            String number,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<Certificate> missing,
            List<Action> actions) {}

    @Inject
    Buildings buildings;

    @Inject
    Permits permits;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(summary = "Put a certificate of the building on record; a renewed one beside the old")
    public Recorded add(@PathParam("building") UUID id, @NotNull @Valid RecordCertificate request) {
        var building = buildings.get(caller.scope(), id);
        refuseIf(
                request.validUntil() != null && request.validUntil().isBefore(request.validFrom()),
                InventoryRefusal.CERTIFICATE_PERIOD_ENDS_BEFORE_IT_BEGINS);
        var certificate = new RecordedCertificate(
                Ids.next(),
                building.id(),
                request.certificate(),
                request.number(),
                request.validFrom(),
                request.validUntil(),
                caller.name(),
                clock.instant());
        permits.add(certificate);
        outbox.append(new PermitRecorded(
                building.id(),
                building.project(),
                certificate.recordedAt(),
                certificate.certificate(),
                certificate.number(),
                certificate.validFrom(),
                certificate.validUntil()));
        return new Recorded(
                certificate.id(),
                building.id(),
                certificate.certificate(),
                certificate.number(),
                certificate.validFrom(),
                certificate.validUntil(),
                buildings.missingCertificates(building.id(), clock.today()),
                List.of());
    }

    @GET
    @Authenticated
    @Operation(summary = "Every certificate that the building ever had on record")
    public Page<RecordedCertificate> list(@PathParam("building") UUID id) {
        return new Page<>(permits.of(buildings.get(caller.scope(), id).id()), null);
    }
}

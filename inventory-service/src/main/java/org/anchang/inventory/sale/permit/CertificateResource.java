package org.anchang.inventory.sale.permit;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.sale.permit.RecordedCertificate.Revocation;
import org.anchang.inventory.unit.Buildings;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
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
            @Nullable Revocation revocation,
            String recordedBy,
            Instant recordedAt,
            List<Certificate> missing,
            List<Action> actions) {}

    /// @param from the first day on which it does not count; of one that was put on record by mistake, the day it
    ///             begins
    public record Revoke(
            @NotNull LocalDate from,
            @NotBlank @Size(max = 500) String reason) {}

    private static final Offer REVOKE =
            Offer.of(InventoryAction.REVOKE_CERTIFICATE, CertificateResource.class, "revoke");

    @Inject
    Buildings buildings;

    @Inject
    Permits permits;

    @Inject
    RecordingCertificates recording;

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
        return answer(projectOf(id), recording.record(id, request));
    }

    /// What is held or sold in the building stays so; nothing new is, from that day on.
    @POST
    @Path("/{id}/revocation")
    @Idempotent
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            summary =
                    "A certificate was revoked, or put on record by mistake: from a day on it counts no longer. It stays on"
                            + " record; the right one is recorded beside it")
    public Recorded revoke(
            @PathParam("building") UUID building, @PathParam("id") UUID certificate, @NotNull @Valid Revoke request) {
        return answer(
                projectOf(building),
                recording.revoke(new Permits.CertificateOfBuilding(building, certificate), request));
    }

    @GET
    @Authenticated
    @Operation(summary = "Every certificate that the building ever had on record")
    public Page<Recorded> list(@PathParam("building") UUID id) {
        var project = projectOf(id);
        var recorded = permits.of(id);
        var missing = RecordedCertificate.missing(recorded, clock.today());
        return new Page<>(recorded, null).map(certificate -> shown(project, certificate, missing));
    }

    private String projectOf(UUID building) {
        return buildings.get(caller.scope(), building).project();
    }

    private Recorded answer(String project, RecordedCertificate certificate) {
        return shown(project, certificate, permits.missing(certificate.building(), clock.today()));
    }

    private Recorded shown(String project, RecordedCertificate certificate, List<Certificate> missing) {
        return new Recorded(
                certificate.id(),
                certificate.building(),
                certificate.certificate(),
                certificate.number(),
                certificate.validFrom(),
                certificate.validUntil(),
                certificate.revocation(),
                certificate.recordedBy(),
                certificate.recordedAt(),
                missing,
                List.of(REVOKE.to(caller, project, certificate.building(), certificate.id())));
    }
}

package org.anchang.commission.dispute;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// COM-5, COM-7
@Path("/api/v1/commissions/{id}/disputes")
@RunOnVirtualThread
@Tag(name = "Commissions")
public class DisputeResource {
    public record Raise(@NotBlank @Size(max = 2000) String reason) {}

    public record Raised(UUID id, UUID commission) {}

    public record DecidedShare(
            @NotBlank @Size(max = 100) String consultant,

            @NotNull @DecimalMin("0.00") @DecimalMax("100.00") @Digits(integer = 3, fraction = 2)
            BigDecimal percent) {}

    public record Decide(
            @NotEmpty @Size(max = 20) List<@NotNull @Valid DecidedShare> shares,
            @NotBlank @Size(max = 2000) String reason) {}

    @Inject
    Disputing disputing;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Object to how a commission is divided; it is frozen until the supervisor decides")
    public Raised raise(@PathParam("id") UUID id, @NotNull @Valid Raise objection) {
        return new Raised(disputing.raise(id, objection.reason()), id);
    }

    @POST
    @Path("/decision")
    @Idempotent
    @RolesAllowed(Role.SALES_SUPERVISOR)
    @Operation(
            summary = "A supervisor who has no part in it decides how the commission is divided, among consultants of"
                    + " the project")
    public Raised decide(@PathParam("id") UUID id, @NotNull @Valid Decide answer) {
        return new Raised(disputing.decide(id, answer), id);
    }
}

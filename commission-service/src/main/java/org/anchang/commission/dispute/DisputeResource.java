package org.anchang.commission.dispute;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.commission.dispute.Disputes.Word;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
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
    Disputes disputes;

    @Inject
    Commissions commissions;

    @Inject
    Event<FactsChanged> changed;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Object to how a commission is divided; it is frozen until the supervisor decides")
    public Raised raise(@PathParam("id") UUID id, @NotNull @Valid Raise objection) {
        commissions.get(caller.scope(), id).freeze();
        return new Raised(disputes.raise(id, word(objection.reason())), id);
    }

    @POST
    @Path("/decision")
    @Idempotent
    @RolesAllowed(Role.SALES_SUPERVISOR)
    @Operation(
            summary = "A supervisor who has no part in it decides how the commission is divided, among consultants of"
                    + " the project")
    public Raised decide(@PathParam("id") UUID id, @NotNull @Valid Decide answer) {
        var commission = commissions.get(caller.scope(), id);
        commission.decided();
        var dispute = disputes.decide(commission, answer.shares(), word(answer.reason()));
        changed.fire(new FactsChanged(List.of(id), "DECISION"));
        return new Raised(dispute, id);
    }

    private Word word(String reason) {
        return new Word(caller.name(), reason, clock.instant());
    }
}

package org.anchang.commission.attribution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.anchang.commission.Claim;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// COM-2: the first consultant agrees that a substitute gets a part.
@Path("/api/v1/commissions/{id}/agreements")
@RunOnVirtualThread
@Tag(name = "Commissions")
public class AgreementResource {
    /// @param share per cent of the commission that the substitute gets
    public record Agree(
            @NotBlank String substitute,

            @NotNull @DecimalMin("0.00") @DecimalMax("100.00") @Digits(integer = 3, fraction = 2)
            BigDecimal share) {}

    /// How the commission is divided from now on.
    public record Agreed(UUID id, List<Part> shares) {
        @Schema(name = "AgreedPart")
        public record Part(String consultant, BigDecimal percent, String reason) {
            static Part of(Claim claim) {
                return new Part(claim.consultant(), claim.percent(), claim.reason());
            }
        }
    }

    @Inject
    AgreeingOnShares agreeing;

    @Inject
    Attribution attribution;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "The first consultant gives a substitute a part of the commission")
    public Agreed agree(@PathParam("id") UUID id, @NotNull @Valid Agree terms) {
        var commission = agreeing.agree(id, terms);
        return new Agreed(
                id,
                attribution.claimsOf(commission).stream().map(Agreed.Part::of).toList());
    }
}

package org.anchang.commission.attribution;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
import org.anchang.commission.CommissionRefusal;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.commission.Portion;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
        public record Part(String consultant, BigDecimal percent, String reason) {
            static Part of(Portion portion) {
                return new Part(portion.consultant(), portion.percent(), portion.reason());
            }
        }
    }

    @Inject
    Commissions commissions;

    @Inject
    Attribution attribution;

    @Inject
    EntityManager database;

    @Inject
    Event<FactsChanged> changed;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "The first consultant gives a substitute a part of the commission")
    public Agreed agree(@PathParam("id") UUID id, @NotNull @Valid Agree terms) {
        var commission = commissions.get(caller.scope(), id);
        commission.mustBeDivisible();
        refuseUnless(
                commission.firstConsultant().equals(caller.name()), CommissionRefusal.ONLY_FIRST_CONSULTANT_AGREES);
        refuseUnless(attribution.received(terms.substitute(), commission), CommissionRefusal.NOBODY_RECEIVED_FOR_YOU);
        database.persist(Agreement.of(id, caller.name(), terms, clock.instant()));
        database.flush();
        changed.fire(new FactsChanged(List.of(id), "AGREEMENT"));
        return new Agreed(
                id,
                attribution.portionsOf(commission).stream().map(Agreed.Part::of).toList());
    }
}

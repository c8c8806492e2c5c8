package org.anchang.deal.layout;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.change.ChangeAnswers;
import org.anchang.kit.Action;
import org.anchang.kit.Ids;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// LAY-1: 改造情况检查记录, after an approved layout change was built. A second inspection is a second record.
@Path("/api/v1/requests/{id}/inspections")
@RunOnVirtualThread
@RolesAllowed(Role.ENGINEERING)
@Tag(name = "Changes")
public class InspectionResource implements OfferSource {
    public record Inspect(
            @NotNull Boolean passed,
            @NotBlank @Size(max = 2000) String record) {}

    public record Inspected(
            UUID id, UUID request, boolean passed, String record, String by, Instant at, List<Action> actions) {}

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(DealAction.INSPECT, InspectionResource.class, "inspect"));

    @Inject
    ChangeAnswers answers;

    @Inject
    Inspections inspections;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "LAY-1: record the inspection of an approved layout change")
    public Inspected inspect(@PathParam("id") UUID id, @NotNull @Valid Inspect inspection) {
        var request = answers.get(id);
        refuseUnless(request.mayBeInspected(), DealRefusal.NO_APPROVED_LAYOUT_CHANGE);
        var inspected = new Inspected(
                Ids.next(), id, inspection.passed(), inspection.record(), caller.name(), clock.instant(), List.of());
        inspections.record(new Inspections.Inspection(
                inspected.id(), id, inspected.passed(), inspected.record(), inspected.by(), inspected.at()));
        return inspected;
    }
}

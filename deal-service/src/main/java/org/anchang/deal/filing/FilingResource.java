package org.anchang.deal.filing;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deal.Registration;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.answer.Texts;
import org.anchang.deal.filing.Filing.FilingState;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// CON-6: filing with the housing authority (备案).
@Path("/api/v1/deals/{id}/filings")
@RunOnVirtualThread
@Tag(name = "Filing")
public class FilingResource implements Offers {
    private static final Offered SUBMIT = Offered.of(70, DealAction.SUBMIT_FILING, FilingResource.class, "submit");
    private static final Offered ACCEPT = Offered.of(80, DealAction.RECORD_ACCEPTANCE, FilingResource.class, "accept");
    private static final Offered RETURN = Offered.of(90, DealAction.RECORD_RETURN, FilingResource.class, "giveBack");
    private static final Offered CANCEL = Offered.of(100, DealAction.CANCEL_FILING, FilingResource.class, "cancel");

    public record SubmitFiling() {}

    public record Accept(
            @NotBlank @Size(max = 60) String registrationNumber,
            @NotNull LocalDate filedOn) {}

    public record GiveBack(@NotBlank @Size(max = 500) String reason) {}

    public record CancelFiling(
            @NotNull LocalDate cancelledOn,
            @NotBlank @Size(max = 500) String reason) {}

    /// @param reason why it was returned or cancelled, for the deal's consultant and the site manager (CUS-6)
    @Schema(name = "Filing")
    public record FilingAnswer(
            UUID id,
            FilingState state,
            String submittedBy,
            Instant submittedAt,
            @Nullable String registrationNumber,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate cancelledOn,
            @Nullable String reason,
            DealAnswers.Answer deal,
            List<Action> actions) {}

    @Inject
    FilingContract filing;

    @Inject
    Filings filings;

    @Inject
    Deals deals;

    @Inject
    DealAnswers answers;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @GET
    @Authenticated
    @Snapshot
    @Operation(summary = "Every submission of the contract, and what came of it")
    public Page<FilingAnswer> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest request) {
        var deal = deals.get(caller.scope(), id);
        var shown = answers.of(deal);
        return filings.of(deal, request).map(filed -> answer(shown, filed));
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Submit the signed contract")
    public FilingAnswer submit(@PathParam("id") UUID id, @Valid SubmitFiling nothing) {
        return answer(id, filing.submit(id));
    }

    @POST
    @Path("/acceptance")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Record the registration; the deal is finally sold")
    public FilingAnswer accept(@PathParam("id") UUID id, @NotNull @Valid Accept acceptance) {
        var registration = new Registration(acceptance.registrationNumber(), acceptance.filedOn());
        return answer(id, filing.accept(id, registration));
    }

    @POST
    @Path("/return")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Record that the authority returned it, with the reason; it may be submitted again")
    public FilingAnswer giveBack(@PathParam("id") UUID id, @NotNull @Valid GiveBack reason) {
        return answer(id, filing.giveBack(id, reason.reason()));
    }

    @POST
    @Path("/cancellation")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.FINANCE})
    @Operation(summary = "RFD-2: record that the authority took the contract out of its register")
    public FilingAnswer cancel(@PathParam("id") UUID id, @NotNull @Valid CancelFiling cancelled) {
        return answer(id, filing.cancel(id, cancelled.cancelledOn(), cancelled.reason()));
    }

    private FilingAnswer answer(UUID deal, Filing filed) {
        return answer(answers.of(deals.get(caller.scope(), deal)), filed);
    }

    private FilingAnswer answer(DealAnswers.Answer deal, Filing filed) {
        return new FilingAnswer(
                filed.id(),
                filed.state(),
                filed.submittedBy(),
                filed.submittedAt(),
                filed.registrationNumber(),
                filed.filedOn(),
                filed.cancelledOn(),
                texts.open(deal.project(), filed.reason(), filed.reasonPlace()),
                deal,
                after(filed.state()).stream()
                        .map(offer -> offer.on(deal.id(), deal.project(), caller))
                        .toList());
    }

    /// Beside a filing itself.
    private static List<Offered> after(FilingState state) {
        return switch (state) {
            case SUBMITTED -> List.of(ACCEPT, RETURN);
            case RETURNED -> List.of(SUBMIT);
            case ACCEPTED -> List.of(CANCEL);
            case CANCELLED -> List.of();
        };
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        return switch (deal.stage()) {
            case CONTRACTED -> kept.isFree() ? List.of(SUBMIT) : List.of(ACCEPT, RETURN);
            case FILED -> kept.isFree() ? List.of() : List.of(CANCEL);
            case QUEUED, RESERVED, SUBSCRIBED, VOIDED, REFUNDED, SWAPPED, LAPSED -> List.of();
        };
    }
}

package org.anchang.deal.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.DealAction;
import org.anchang.deal.Printing;
import org.anchang.deal.Texts;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.seal.FormTexts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A request as it is answered.
@ApplicationScoped
public class ChangeAnswers {
    /// @param fields  the form as printed, without personal data; what people wrote (`reason`,
    /// `statement`, `wishes`)
    ///   for the applicant, the deal's consultant and the site manager, and who signs reads it on the
    ///   approval (CUS-6)
    /// @param outcome `APPROVED`, `REFUSED`, `WITHDRAWN`, `OVERTAKEN`, `BELOW_FLOOR_PRICE` or
    ///   `PAYOUT_DATE_NOT_UNDERSTOOD`
    public record Request(
            UUID id,
            ChangeForm.Kind form,
            UUID deal,
            String project,
            ChangeRequest.State state,
            String applicant,
            Map<String, String> fields,
            @Nullable UUID approval,
            @Nullable UUID successor,

            @Schema(
                    enumeration = {
                        "APPROVED",
                        "REFUSED",
                        "WITHDRAWN",
                        "OVERTAKEN",
                        "BELOW_FLOOR_PRICE",
                        "PAYOUT_DATE_NOT_UNDERSTOOD"
                    })
            @Nullable
            String outcome,

            Instant openedAt,
            @Nullable Instant closedAt,
            List<Action> actions) {}

    @Inject
    FormTexts form;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    public Request of(ChangeRequest request) {
        return new Request(
                request.id(),
                request.form(),
                request.deal(),
                request.project(),
                request.state(),
                request.applicant(),
                fields(request),
                request.approval(),
                request.successor(),
                request.outcome(),
                request.openedAt(),
                request.closedAt(),
                actions(request));
    }

    /// The form in full, for its paper, which says itself who reads what (PAP-3).
    public Map<String, String> inFull(ChangeRequest request) {
        return form.open(request.fields(), request.id());
    }

    private Map<String, String> fields(ChangeRequest request) {
        var reads = caller.name().equals(request.applicant()) || texts.isForCaller(request.project());
        return reads ? form.open(request.fields(), request.id()) : FormTexts.without(request.fields());
    }

    private List<Action> actions(ChangeRequest request) {
        var offered = new ArrayList<Action>();
        var approval = request.approval();
        if (request.isWaiting() && approval != null) {
            offered.add(Action.post(
                    DealAction.WITHDRAW,
                    "/api/v1/approvals/" + approval + "/withdraw",
                    caller.name().equals(request.applicant()),
                    Role.CONSULTANT,
                    Role.SITE_MANAGER));
        }
        request.form()
                .paper()
                .ifPresent(paper ->
                        offered.add(Printing.action(DealAction.PRINT, paper, request.id(), request.project(), caller)));
        return List.copyOf(offered);
    }
}

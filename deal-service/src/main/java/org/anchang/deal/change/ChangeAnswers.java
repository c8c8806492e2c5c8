package org.anchang.deal.change;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Printing;
import org.anchang.deal.answer.Texts;
import org.anchang.deal.change.ChangeRequest.RequestState;
import org.anchang.kit.Action;
import org.anchang.kit.OffersByName;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.KitRefusal;
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
            ChangeKind form,
            UUID deal,
            String project,
            RequestState state,
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
    OffersByName offers;

    @Inject
    ChangeRequests requests;

    @Inject
    Deals deals;

    @Inject
    FormTexts form;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    /// Whoever may see the deal may see what was asked for on it; engineering and the cost auditor, who sign layout
    /// changes, see these, and not the deals (SEC-1).
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public ChangeRequest get(UUID id) {
        var request = requests.findByIdOptional(id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var project = request.project();
        var isForBuilders = request.form() == ChangeKind.LAYOUT_CHANGE
                && caller.holds(project, Role.ENGINEERING, Role.COST_AUDITOR)
                && caller.scope().covers(project);
        if (!isForBuilders) {
            deals.get(caller.scope(), request.deal());
        }
        return request;
    }

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
                request.outcome() == null ? null : request.outcome().name(),
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
            offered.add(ChangeOffers.withdrawal(DealAction.WITHDRAW, approval, request.applicant())
                    .on(request.deal(), request.project(), caller));
        }
        if (request.mayBeInspected()) {
            offered.add(offers.of(DealAction.INSPECT).to(caller, request.project(), request.id()));
        }
        request.form()
                .paper()
                .ifPresent(paper ->
                        offered.add(Printing.action(DealAction.PRINT, paper, request.id(), request.project(), caller)));
        return List.copyOf(offered);
    }
}

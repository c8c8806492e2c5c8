package org.anchang.deal.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.Deals;
import org.anchang.deal.evidence.Approved;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.ApprovalStepSigned;
import org.anchang.events.ApprovalEvent.ApprovalWithdrawn;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DiscountRequested;
import org.anchang.events.DealEvent.LayoutChangeRequested;
import org.anchang.events.DealEvent.RefundRequested;
import org.anchang.events.DealEvent.RenameRequested;
import org.anchang.events.DealEvent.SwapRequested;
import org.anchang.events.DealEvent.VoidRequested;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.FormTexts;
import org.jspecify.annotations.Nullable;

/// What all changes have alike, from the form to its end:
///
/// ```
/// WAITING ─approved─> DONE        the change is carried out in the transaction in which the event is read
///    └ refused, withdrawn or overtaken ─> ENDED, and what was set aside is let go
/// ```
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ChangeProcess {
    /// What a feature does once all signatures are there, on a deal at a stage that still allows it.
    @FunctionalInterface
    public interface CarryingOut<F extends ChangeForm> {
        Outcome carryOut(Deal deal, ChangeRequest request, Approved<F> approved);
    }

    @Inject
    ChangeRequests requests;

    @Inject
    Deals deals;

    @Inject
    ChangeSignatures signatures;

    @Inject
    Outbox outbox;

    @Inject
    FormTexts texts;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// The deal for a form of this kind, locked: at a stage that allows it, while no other change waits.
    public Deal toChange(UUID id, ChangeKind kind) {
        var deal = deals.toChange(caller.scope(), id);
        deal.mayChange(kind);
        return deal;
    }

    /// Asks for the signatures; nothing else of consequence is done to the deal until they are there or refused.
    ///
    /// @param fields the form as printed, without personal data
    public ChangeRequest open(Deal deal, ChangeForm form, FormFields fields) {
        return open(deal, form, fields, null);
    }

    /// @param sealed personal data of the form, sealed
    public ChangeRequest open(Deal deal, ChangeForm form, FormFields fields, @Nullable String sealed) {
        var asked = new ChangeRequest.Asked(Ids.next(), caller.name(), clock.instant());
        var request = ChangeRequest.opened(deal, form, texts.sealed(fields.all(), asked.id()), asked)
                .with(sealed);
        deal.openChange(request.id(), form.kind());
        requests.persistAndFlush(request);
        outbox.append(asked(request));
        return request;
    }

    /// All signatures are there: what was asked for is done, unless the deal has gone another way meanwhile.
    public <F extends ChangeForm> void carryOut(ChangeRequest request, Approved<F> approved, CarryingOut<F> feature) {
        var deal = dealOf(request);
        var outcome = request.form().isPossibleAt(deal.stage())
                ? feature.carryOut(deal, request, approved)
                : Outcome.OVERTAKEN;
        if (outcome == Outcome.APPROVED) {
            request.done(approved, clock.instant());
        } else {
            end(request, deal, outcome);
        }
    }

    public void giveUp(ApprovalEvent.Declined declined) {
        requests.waiting(declined.request()).ifPresent(request -> {
            request.approvalIs(declined.approval());
            var outcome = declined instanceof ApprovalWithdrawn ? Outcome.WITHDRAWN : Outcome.REFUSED;
            end(request, dealOf(request), outcome);
        });
    }

    /// APR-4: each signature is kept for the paper. INV-12: the general manager's is remembered; whether it is needed
    /// is seen when all are there.
    public void signed(ApprovalStepSigned signed) {
        signatures.keep(signed);
        if (Role.GENERAL_MANAGER.equals(signed.role()) && "APPROVED".equals(signed.decision())) {
            requests.ofApproval(signed.approval()).ifPresent(ChangeRequest::signedByGeneralManager);
        }
    }

    public void approvalOpened(UUID request, UUID approval) {
        requests.waiting(request).ifPresent(waiting -> waiting.approvalIs(approval));
    }

    /// The deal of a request that comes to its end: locked, and open for what follows.
    private Deal dealOf(ChangeRequest request) {
        var deal = deals.ofEvent(request.deal())
                .orElseThrow(() -> new IllegalStateException("there is no deal " + request.deal()));
        deal.closeChange(request.id());
        return deal;
    }

    private void end(ChangeRequest request, Deal deal, Outcome outcome) {
        outbox.append(request.end(outcome, deal.unit(), clock.instant()));
        var abandoned = request.unitNoLongerWanted(clock.instant());
        if (abandoned != null) {
            outbox.append(abandoned);
        }
    }

    private DealEvent asked(ChangeRequest r) {
        var at = r.openedAt();
        var fields = texts.toTell(r.fields(), r.id());
        return switch (r.form()) {
            case SWAP -> new SwapRequested(r.deal(), r.project(), at, r.id(), r.applicant(), fields);
            case REFUND -> new RefundRequested(r.deal(), r.project(), at, r.id(), r.applicant(), fields);
            case RENAME -> new RenameRequested(r.deal(), r.project(), at, r.id(), r.applicant(), fields);
            case DISCOUNT -> new DiscountRequested(r.deal(), r.project(), at, r.id(), r.applicant(), fields);
            case LAYOUT_CHANGE -> new LayoutChangeRequested(r.deal(), r.project(), at, r.id(), r.applicant(), fields);
            case VOID -> new VoidRequested(r.deal(), r.project(), at, r.id(), r.applicant(), fields);
        };
    }
}

package org.anchang.approval.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchang.approval.Approval;
import org.anchang.approval.Approvals;
import org.anchang.approval.Decision;
import org.anchang.approval.Form;
import org.anchang.approval.Signature;
import org.anchang.approval.Signatures;
import org.anchang.approval.chain.Chain;
import org.anchang.approval.chain.Chains;
import org.anchang.approval.chain.Step;
import org.anchang.approval.flow.Flow;
import org.anchang.events.ApprovalEvent.ApprovalOpened;
import org.anchang.events.DealEvent;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Role;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.FormTexts;
import org.anchang.kit.seal.Sealing;

/// APR-1: a request of a deal opens an approval on the chain that is in force, and ends it when it is
/// given up.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OpeningApproval {
    @Inject
    Approvals approvals;

    @Inject
    Signatures signatures;

    @Inject
    Chains chains;

    @Inject
    Flow flow;

    @Inject
    Places places;

    @Inject
    Sealing sealing;

    @Inject
    Courier courier;

    @Inject
    FormTexts texts;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// Opens the approval of the request; once, however often it is asked for.
    public void open(DealEvent.Request request) {
        if (approvals.ofRequest(request.request()).isPresent()) {
            return;
        }
        // What cannot be opened is not taken in.
        var form = texts.heard(request.fields(), request.request());
        var chain = chains.current(new Chain.Subject(request.project(), Form.valueOf(request.form())));
        var at = clock.instant();
        var approval = Approval.opened(request, texts.sealed(form, request.request()), chain.kept(), at);
        approvals.persist(approval);
        outbox.append(opened(approval, chain, at));
        chain.course().statements().forEach(step -> state(approval, step, form, at));
        flow.begin(approval, chain);
        places.open(approval, chain.course(), at);
        approvals.flush();
    }

    /// The request ended at the deal: if nobody has decided yet, nobody needs to.
    public void fall(UUID request) {
        approvals.ofRequest(request).filter(Approval::isRunning).ifPresent(approval -> {
            var at = clock.instant();
            places.drop(approval, at);
            outbox.append(approval.fallWithRequest(at));
        });
    }

    /// RFD-1: the applicant's own words stand first on the form.
    private void state(Approval approval, Step step, Map<String, String> form, Instant at) {
        var statement = form.get("statement");
        var statedBy = new Signature.Line(null, step.key(), Role.CONSULTANT, false);
        var word = new Signature.Word(
                approval.applicant(),
                Decision.STATED,
                statement == null ? form.get("reason") : statement,
                Map.of(),
                at);
        var signature = Signature.on(approval, statedBy, word, sealing);
        signatures.persist(signature);
        outbox.append(signature.told(new Signature.Told(approval.project(), null, null), sealing, courier));
    }

    private static ApprovalOpened opened(Approval approval, Chain chain, Instant at) {
        return new ApprovalOpened(
                approval.id(),
                approval.project(),
                at,
                approval.form().name(),
                approval.request(),
                approval.deal(),
                approval.applicant(),
                approval.chainVersion(),
                chain.course().steps().stream().map(Step::key).toList());
    }
}

package org.anchang.approval.run;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.approval.Approval;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.approval.Approvals;
import org.anchang.approval.Decision;
import org.anchang.approval.Signature;
import org.anchang.approval.Signatures;
import org.anchang.approval.Signers;
import org.anchang.approval.chain.AddedField;
import org.anchang.approval.chain.Chains;
import org.anchang.approval.chain.Step;
import org.anchang.approval.drawing.DrawnSignatures;
import org.anchang.approval.flow.Flow;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// APR-2, APR-3: somebody signs, or somebody takes back. Whoever comes first holds the approval until the end of the
/// transaction; whoever comes second finds the place signed.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SigningTask {
    /// What the person says; their name comes from the token.
    public record Answer(@Nullable String words, Map<String, String> fields) {}

    /// A task that the caller may sign, with everything that is locked for it.
    private record Signing(Approval approval, ApprovalTask task, Step step) {}

    @Inject
    Approvals approvals;

    @Inject
    ApprovalTasks tasks;

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
    DrawnSignatures drawn;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, what [MaySign] refuses, FIELD_NOT_ASKED_FOR, FIELD_MISSING,
    ///     FIELD_NOT_UNDERSTOOD
    public Approval approve(UUID task, Answer answer) {
        var turn = turnOf(task);
        mustFit(answer.fields(), turn.step().added());
        sign(turn, Decision.APPROVED, answer);
        turn.approval().add(answer.fields());
        turn.task().close(Closing.APPROVED, clock.instant());
        flow.goOn(task);
        var course = chains.known(turn.approval().chain()).course();
        if (!places.open(turn.approval(), course, clock.instant())) {
            outbox.append(turn.approval().approve(clock.instant()));
        }
        return turn.approval();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, what [MaySign] refuses
    public Approval refuseForm(UUID task, Answer answer) {
        var turn = turnOf(task);
        sign(turn, Decision.REFUSED, answer);
        turn.task().close(Closing.REFUSED, clock.instant());
        places.drop(turn.approval(), clock.instant());
        outbox.append(turn.approval().refuse(turn.step().key(), clock.instant()));
        return turn.approval();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ONLY_APPLICANT_WITHDRAWS, APPROVAL_HAS_ENDED
    public Approval withdraw(UUID id, Answer answer) {
        var approval = approvals.lock(caller.scope(), Signers.of(caller), id);
        var at = clock.instant();
        var event = approval.withdraw(caller.name(), at);
        var taken = new Signature.Line(null, "withdrawal", "applicant", false);
        signatures.persist(Signature.on(
                approval,
                taken,
                new Signature.Word(caller.name(), Decision.WITHDRAWN, answer.words(), Map.of(), at),
                sealing));
        places.drop(approval, at);
        outbox.append(event);
        return approval;
    }

    private Signing turnOf(UUID id) {
        var approval = tasks.approvalOf(id)
                .map(its -> approvals.findById(its, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var task = tasks.findById(id);
        var who = Signers.of(caller);
        var scope = caller.scope();
        // A consultant whom the chain does not ask sees own requests only (SEC-1).
        refuseUnless(
                scope.covers(approval.project(), approval.applicant())
                        || scope.covers(approval.project()) && task.isFor(who.in(approval.project())),
                KitRefusal.NOT_FOUND);
        var chain = chains.known(approval.chain());
        MaySign.refusal(task, approval, chain, who, signatures.has(approval, who.person()))
                .ifPresent(no -> {
                    throw refuse(no);
                });
        return new Signing(approval, task, chain.course().place(task.place()).step());
    }

    private void sign(Signing turn, Decision decision, Answer answer) {
        var step = turn.step();
        var line = new Signature.Line(turn.task().id(), step.key(), step.title(), step.isOpenToSigners());
        var word = new Signature.Word(caller.name(), decision, answer.words(), answer.fields(), clock.instant());
        var signature = Signature.on(turn.approval(), line, word, sealing);
        // Written before the place is closed: the database checks that it is open.
        signatures.persistAndFlush(signature);
        var told = new Signature.Told(
                turn.approval().project(),
                caller.fullName(),
                drawn.of(caller.name()).orElse(null));
        outbox.append(signature.told(told, sealing, courier));
    }

    private void mustFit(Map<String, String> given, List<AddedField> asked) {
        var names = asked.stream().map(AddedField::name).toList();
        for (var name : given.keySet()) {
            if (!names.contains(name)) {
                throw refuse(ApprovalRefusal.FIELD_NOT_ASKED_FOR).with("field", name);
            }
        }
        for (var field : asked) {
            var value = given.get(field.name());
            if (value == null || Names.isUnseen(value)) {
                throw refuse(ApprovalRefusal.FIELD_MISSING).with("field", field.name());
            }
            field.mustUnderstand(value, clock.today());
        }
    }
}

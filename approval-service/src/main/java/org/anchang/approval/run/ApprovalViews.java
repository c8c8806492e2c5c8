package org.anchang.approval.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.approval.Approval;
import org.anchang.approval.ApprovalAction;
import org.anchang.approval.ApprovalState;
import org.anchang.approval.Approvals;
import org.anchang.approval.Decision;
import org.anchang.approval.Signature;
import org.anchang.approval.Signatures;
import org.anchang.approval.Signers;
import org.anchang.approval.chain.AddedField;
import org.anchang.approval.chain.Chain;
import org.anchang.approval.chain.Chains;
import org.anchang.approval.chain.Course;
import org.anchang.approval.chain.Step;
import org.anchang.approval.run.ApprovalView.OpenTask;
import org.anchang.approval.run.ApprovalView.Progress;
import org.anchang.approval.run.ApprovalView.StepView;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.seal.FormTexts;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// Approvals and tasks as the caller sees them.
@ApplicationScoped
class ApprovalViews {
    /// What is to be known of approvals beside them, read once for all that are shown.
    ///
    /// @param chains  by which they go
    /// @param decided those on which the caller has decided
    private record Known(Map<UUID, Chain> chains, Map<UUID, List<ApprovalTask>> open, Set<UUID> decided) {
        Chain chainOf(Approval approval) {
            return Objects.requireNonNull(chains.get(approval.chain()));
        }

        List<ApprovalTask> openOn(Approval approval) {
            return open.getOrDefault(approval.id(), List.of());
        }
    }

    private static final Offer APPROVE = Offer.of(ApprovalAction.APPROVE, TaskResource.class, "approve");
    private static final Offer REFUSE = Offer.of(ApprovalAction.REFUSE, TaskResource.class, "refuse");
    /// By who asked, whoever they are.
    private static final Offer WITHDRAW = Offer.of(ApprovalAction.WITHDRAW, ApprovalResource.class, "withdraw");

    @Inject
    Sealing sealing;

    @Inject
    FormTexts texts;

    @Inject
    Approvals approvals;

    @Inject
    Chains chains;

    @Inject
    ApprovalTasks tasks;

    @Inject
    Signatures signatures;

    @Inject
    Caller caller;

    Page<ApprovalView> list(Page<Approval> page) {
        var known = known(page.items());
        return page.map(approval -> view(approval, known, null));
    }

    ApprovalView whole(Approval approval) {
        var history = signatures.on(approval);
        var decided = history.stream().anyMatch(one -> one.isDecisionOf(caller.name()));
        var known = new Known(
                chains.known(Set.of(approval.chain())),
                Map.of(approval.id(), tasks.open(approval)),
                decided ? Set.of(approval.id()) : Set.of());
        return view(approval, known, history);
    }

    Page<OpenTask> tasks(Page<ApprovalTask> page) {
        var forms = approvals
                .all(page.items().stream()
                        .map(ApprovalTask::approval)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Approval::id, Function.identity()));
        var known = known(forms.values());
        return page.map(task -> task(task, Objects.requireNonNull(forms.get(task.approval())), known));
    }

    private Known known(Collection<Approval> forms) {
        return new Known(
                chains.known(forms.stream().map(Approval::chain).collect(Collectors.toSet())),
                tasks.open(forms),
                signatures.decidedBy(caller.name(), forms));
    }

    private OpenTask task(ApprovalTask task, Approval approval, Known known) {
        var chain = known.chainOf(approval);
        var step = chain.course().place(task.place()).step();
        var decided = known.decided().contains(approval.id());
        var yours = MaySign.refusal(task, approval, chain, Signers.of(caller), decided)
                .isEmpty();
        return new OpenTask(
                task.id(),
                approval.id(),
                approval.project(),
                approval.form(),
                task.step(),
                step.role(),
                task.persons(),
                names(step),
                approval.request(),
                approval.deal(),
                approval.applicant(),
                fields(approval),
                task.openedAt(),
                task.dueAt(),
                List.of(
                        APPROVE.only(task.roles()).on(yours, task.id()),
                        REFUSE.only(task.roles()).on(yours, task.id())));
    }

    private ApprovalView view(Approval approval, Known known, @Nullable List<Signature> history) {
        var open = known.openOn(approval);
        return new ApprovalView(
                approval.id(),
                approval.project(),
                approval.form(),
                approval.request(),
                approval.deal(),
                approval.applicant(),
                fields(approval),
                approval.given(),
                approval.formVersion(),
                approval.chainVersion(),
                approval.state(),
                approval.openedAt(),
                approval.endedAt(),
                approval.endReason(),
                open.stream().map(task -> task(task, approval, known)).toList(),
                history == null ? null : steps(approval, known, history),
                history == null
                        ? null
                        : history.stream()
                                .map(signature -> signed(signature, readsTexts(approval)))
                                .toList(),
                history == null
                        ? null
                        : signatures.looksAt(approval).stream()
                                .map(look -> new ApprovalView.Seen(look.person(), look.seenAt()))
                                .toList(),
                actions(approval));
    }

    private Map<String, String> fields(Approval approval) {
        return readsTexts(approval)
                ? texts.open(approval.fields(), approval.request())
                : FormTexts.without(approval.fields());
    }

    /// CUS-6: what people wrote is for whom it concerns: who asked, who is asked to sign, and the site manager.
    private boolean readsTexts(Approval approval) {
        return approval.applicant().equals(caller.name())
                || caller.holds(approval.project(), Role.SITE_MANAGER)
                || approval.asks(Signers.of(caller).in(approval.project()));
    }

    private List<Action> actions(Approval approval) {
        return approval.isRunning()
                ? List.of(WITHDRAW.on(approval.applicant().equals(caller.name()), approval.id()))
                : List.of();
    }

    private static List<StepView> steps(Approval approval, Known known, List<Signature> history) {
        var course = known.chainOf(approval).course();
        var begun = new HashMap<String, Progress>();
        history.forEach(signature -> begun.put(
                signature.step(), signature.decision() == Decision.REFUSED ? Progress.REFUSED : Progress.SIGNED));
        known.openOn(approval).forEach(task -> begun.put(task.step(), Progress.OPEN));
        var reached = reached(course, begun);
        var steps = new ArrayList<StepView>();
        for (var stage = 0; stage < course.stages().size(); stage++) {
            for (var step : course.stages().get(stage).steps()) {
                var progress = begun.getOrDefault(step.key(), unsigned(approval.state(), stage <= reached));
                steps.add(new StepView(
                        step.key(), stage + 1, step.role(), step.named(), step.when(), names(step), progress));
            }
        }
        return steps;
    }

    private static int reached(Course course, Map<String, Progress> begun) {
        var reached = -1;
        for (var stage = 0; stage < course.stages().size(); stage++) {
            if (course.stages().get(stage).steps().stream().anyMatch(step -> begun.containsKey(step.key()))) {
                reached = stage;
            }
        }
        return reached;
    }

    private static Progress unsigned(ApprovalState state, boolean behindUs) {
        return switch (state) {
            case RUNNING -> behindUs ? Progress.NOT_NEEDED : Progress.WAITING;
            case APPROVED -> Progress.NOT_NEEDED;
            case REFUSED, WITHDRAWN -> Progress.NOT_REACHED;
        };
    }

    private static List<String> names(Step step) {
        return step.added().stream().map(AddedField::name).toList();
    }

    private ApprovalView.Signed signed(Signature signature, boolean readsTexts) {
        return new ApprovalView.Signed(
                signature.step(),
                signature.role(),
                signature.person(),
                signature.decision(),
                readsTexts ? signature.opinion(sealing) : null,
                signature.given(),
                signature.formVersion(),
                signature.signedAt());
    }
}

package org.anchang.approval.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.approval.Approval;
import org.anchang.approval.ApprovalState;
import org.anchang.approval.Decision;
import org.anchang.approval.Signature;
import org.anchang.approval.Signatures;
import org.anchang.approval.chain.AddedField;
import org.anchang.approval.chain.Chains;
import org.anchang.approval.chain.Course;
import org.anchang.approval.chain.Step;
import org.anchang.approval.run.ApprovalView.OpenTask;
import org.anchang.approval.run.ApprovalView.Progress;
import org.anchang.approval.run.ApprovalView.StepView;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.jspecify.annotations.Nullable;

/// Approvals and tasks as the caller sees them.
@ApplicationScoped
class ApprovalViews {
    @Inject
    Chains chains;

    @Inject
    ApprovalTasks tasks;

    @Inject
    Signatures signatures;

    @Inject
    Caller caller;

    ApprovalView inList(Approval approval) {
        return view(approval, null);
    }

    ApprovalView whole(Approval approval) {
        return view(approval, signatures.on(approval));
    }

    OpenTask task(ApprovalTask task, Approval approval) {
        var step = courseOf(approval).place(task.place()).step();
        var href = "/api/v1/approval-tasks/" + task.id();
        var yours = approval.isRunning()
                && task.isFor(tasks.signer())
                && !approval.applicant().equals(caller.name())
                && (step.isOpenToSigners() || !signatures.has(approval, caller.name()));
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
                approval.fields(),
                task.openedAt(),
                task.dueAt(),
                List.of(
                        Action.post("approve", href + "/approve", yours, task.roles()),
                        Action.post("refuse", href + "/refuse", yours, task.roles())));
    }

    private ApprovalView view(Approval approval, @Nullable List<Signature> history) {
        var open = tasks.open(approval);
        return new ApprovalView(
                approval.id(),
                approval.project(),
                approval.form(),
                approval.request(),
                approval.deal(),
                approval.applicant(),
                approval.fields(),
                approval.given(),
                approval.formVersion(),
                approval.chainVersion(),
                approval.state(),
                approval.openedAt(),
                approval.endedAt(),
                approval.endReason(),
                open.stream().map(task -> task(task, approval)).toList(),
                history == null ? null : steps(approval, history, open),
                history == null
                        ? null
                        : history.stream().map(ApprovalViews::signed).toList(),
                history == null
                        ? null
                        : signatures.looksAt(approval).stream()
                                .map(look -> new ApprovalView.Seen(look.person(), look.at()))
                                .toList(),
                actions(approval));
    }

    private List<Action> actions(Approval approval) {
        if (!approval.isRunning()) {
            return List.of();
        }
        var href = "/api/v1/approvals/" + approval.id() + "/withdraw";
        return List.of(Action.post("withdraw", href, approval.applicant().equals(caller.name())));
    }

    private List<StepView> steps(Approval approval, List<Signature> history, List<ApprovalTask> open) {
        var course = courseOf(approval);
        var known = new HashMap<String, Progress>();
        history.forEach(signature -> known.put(
                signature.step(), signature.decision() == Decision.REFUSED ? Progress.REFUSED : Progress.SIGNED));
        open.forEach(task -> known.put(task.step(), Progress.OPEN));
        var reached = reached(course, known);
        var steps = new ArrayList<StepView>();
        for (var stage = 0; stage < course.stages().size(); stage++) {
            for (var step : course.stages().get(stage).steps()) {
                var progress = known.getOrDefault(step.key(), unsigned(approval.state(), stage <= reached));
                steps.add(new StepView(
                        step.key(), stage + 1, step.role(), step.named(), step.when(), names(step), progress));
            }
        }
        return steps;
    }

    private static int reached(Course course, Map<String, Progress> known) {
        var reached = -1;
        for (var stage = 0; stage < course.stages().size(); stage++) {
            if (course.stages().get(stage).steps().stream().anyMatch(step -> known.containsKey(step.key()))) {
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

    private Course courseOf(Approval approval) {
        UUID chain = approval.chain();
        return chains.findById(chain).course();
    }

    private static List<String> names(Step step) {
        return step.added().stream().map(AddedField::name).toList();
    }

    private static ApprovalView.Signed signed(Signature signature) {
        return new ApprovalView.Signed(
                signature.step(),
                signature.role(),
                signature.person(),
                signature.decision(),
                signature.opinion(),
                signature.given(),
                signature.formVersion(),
                signature.signedAt());
    }
}

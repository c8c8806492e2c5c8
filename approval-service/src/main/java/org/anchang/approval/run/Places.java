package org.anchang.approval.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.anchang.approval.Approval;
import org.anchang.approval.ApprovalSetting;
import org.anchang.approval.chain.Course;
import org.anchang.approval.flow.Flow;
import org.anchang.kit.setting.Settings;

/// Keeps the open tasks what the engine says they are, within the same transaction.
@ApplicationScoped
class Places {
    @Inject
    Flow flow;

    @Inject
    ApprovalTasks tasks;

    @Inject
    WhoIsAsked whoIsAsked;

    @Inject
    Settings settings;

    /// Opens the tasks whose turn has come.
    ///
    /// @return whether anything is left to sign
    boolean open(Approval approval, Course course, Instant at) {
        var turns = flow.turns(approval);
        var days = settings.integer(approval.project(), ApprovalSetting.TASK_DUE_DAYS);
        var known = tasks.open(approval).stream().map(ApprovalTask::id).collect(Collectors.toSet());
        for (var turn : turns) {
            if (!known.contains(turn.task())) {
                var waiting = new ApprovalTask.Term(at, at.plus(Duration.ofDays(days)));
                var place = course.place(turn.place());
                var asked = whoIsAsked.instead(approval, place.step(), place.signers());
                approval.alsoAsk(asked);
                tasks.persist(ApprovalTask.opened(turn.task(), approval, place, asked, waiting));
            }
        }
        return !turns.isEmpty();
    }

    /// Nothing more is to be signed.
    void drop(Approval approval, Instant at) {
        flow.breakOff(approval);
        List.copyOf(tasks.open(approval)).forEach(task -> task.close(Closing.DROPPED, at));
    }
}

package org.anchang.approval.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.anchang.approval.Approval;
import org.anchang.approval.Approvals;
import org.anchang.approval.chain.Chains;
import org.anchang.approval.staff.Staff;
import org.anchang.events.CustomerEvent.PostsChanged;

/// TRK-7: what waits for the signature of somebody who has left waits for another from now on. What they asked for
/// stays theirs as the applicant's.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class HandingOverTasks {
    @Inject
    Staff staff;

    @Inject
    ApprovalTasks tasks;

    @Inject
    Approvals approvals;

    @Inject
    Chains chains;

    @Inject
    WhoIsAsked whoIsAsked;

    void hear(PostsChanged told) {
        staff.keep(told);
        tasks.formsNaming(told.person()).forEach(id -> {
            var approval = approvals.findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (staff.isGone(told.person(), approval.project())) {
                askOthers(approval, told.person());
            }
        });
    }

    private void askOthers(Approval approval, String person) {
        var course = chains.known(approval.chain()).course();
        tasks.open(approval).stream()
                .filter(task -> task.persons().contains(person))
                .forEach(task -> {
                    var step = course.place(task.place()).step();
                    var asked = whoIsAsked.instead(approval, step, task.signers());
                    task.ask(asked);
                    approval.alsoAsk(asked);
                });
    }
}

package org.anchang.approval.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.anchang.approval.Approvals;
import org.anchang.approval.chain.Condition;
import org.flowable.engine.delegate.DelegateExecution;

/// APR-1: asked by the engine where a step depends on the form. It looks at our own form, so that what earlier
/// signers
/// added counts too, and nothing of the form is copied into the engine.
@Singleton
public class FormFields {
    @Inject
    Approvals approvals;

    /// Named in the process definitions that [ChainAsBpmn] writes.
    public boolean meets(DelegateExecution execution, String condition) {
        var approval = approvals.findById(UUID.fromString(execution.getProcessInstanceBusinessKey()));
        return Condition.read(condition).holds(approval::field);
    }
}

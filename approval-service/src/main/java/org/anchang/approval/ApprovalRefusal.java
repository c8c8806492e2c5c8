package org.anchang.approval;

import org.anchang.kit.problem.Refusal;

/// Every "no" of this service, in the order in which a command checks them; those that forbid a
/// signature alone stand in `run.MaySign`.
public enum ApprovalRefusal implements Refusal {
    CHAIN_IS_NOT_LATER("APR-1", 422),
    STEP_KEY_NOT_UNIQUE("APR-1", 422),
    STATEMENT_STANDS_ALONE("APR-1", 422),
    STEP_NEEDS_SIGNERS("APR-1", 422),
    SIGNER_NAMED_TWICE("APR-1", 422),
    CHAIN_NAMES_ADMINISTRATORS("APR-7", 422),
    ROLE_UNKNOWN("APR-1", 422),
    ALL_MUST_BE_NAMED("APR-1", 422),
    CONDITION_NOT_UNDERSTOOD("APR-1", 422),
    CHAIN_HAS_NO_CERTAIN_SIGNATURE("APR-1", 422),
    FORM_NEEDS_SUPERIOR("APR-7", 422),
    CHAIN_NAMES_ITS_AUTHOR("APR-7", 422),
    AUTHOR_DOES_NOT_CONFIRM("APR-7", 403),
    CHAIN_IS_CONFIRMED("APR-7", 409),
    ONLY_APPLICANT_WITHDRAWS("APR-2", 403),
    APPROVAL_HAS_ENDED("APR-3", 409),
    TASK_IS_CLOSED("APR-3", 409),
    FIELD_NOT_ASKED_FOR("APR-4", 422),
    FIELD_MISSING("APR-4", 422),
    FIELD_NOT_UNDERSTOOD("APR-4", 422);

    private final Meaning meaning;

    ApprovalRefusal(String rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}

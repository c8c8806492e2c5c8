package org.anchang.approval;

import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Rule;

/// Every "no" of this service, in the order in which a command checks them; those that forbid a
/// signature alone stand in `run.MaySign`.
public enum ApprovalRefusal implements Refusal {
    CHAIN_IS_NOT_LATER(Rule.APR_1, 422),
    STEP_KEY_NOT_UNIQUE(Rule.APR_1, 422),
    STATEMENT_STANDS_ALONE(Rule.APR_1, 422),
    STEP_NEEDS_SIGNERS(Rule.APR_1, 422),
    SIGNER_NAMED_TWICE(Rule.APR_1, 422),
    CHAIN_NAMES_ADMINISTRATORS(Rule.APR_7, 422),
    ROLE_UNKNOWN(Rule.APR_1, 422),
    ALL_MUST_BE_NAMED(Rule.APR_1, 422),
    CONDITION_NOT_UNDERSTOOD(Rule.APR_1, 422),
    CHAIN_HAS_NO_CERTAIN_SIGNATURE(Rule.APR_1, 422),
    FORM_NEEDS_SUPERIOR(Rule.APR_7, 422),
    CHAIN_NAMES_ITS_AUTHOR(Rule.APR_7, 422),
    AUTHOR_DOES_NOT_CONFIRM(Rule.APR_7, 403),
    CHAIN_IS_CONFIRMED(Rule.APR_7, 409),
    ONLY_APPLICANT_WITHDRAWS(Rule.APR_2, 403),
    APPROVAL_HAS_ENDED(Rule.APR_3, 409),
    TASK_IS_CLOSED(Rule.APR_3, 409),
    FIELD_NOT_ASKED_FOR(Rule.APR_4, 422),
    FIELD_MISSING(Rule.APR_4, 422),
    FIELD_NOT_UNDERSTOOD(Rule.APR_4, 422);

    private final Meaning meaning;

    ApprovalRefusal(Rule rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}

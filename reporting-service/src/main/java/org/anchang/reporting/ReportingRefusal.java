package org.anchang.reporting;

import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Rule;

/// Every "no" of this service.
public enum ReportingRefusal implements Refusal {
    REPORT_IS_NOT_PARTED_LIKE_THAT(Rule.RPT_2, 422),
    PERIOD_ENDS_BEFORE_IT_BEGINS(Rule.RPT_2, 422),
    SHEET_WOULD_BE_TOO_LONG(Rule.RPT_3, 422);

    private final Meaning meaning;

    ReportingRefusal(Rule rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}

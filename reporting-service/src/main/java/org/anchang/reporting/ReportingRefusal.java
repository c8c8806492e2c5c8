package org.anchang.reporting;

import org.anchang.kit.problem.Refusal;

/// Every "no" of this service.
public enum ReportingRefusal implements Refusal {
    REPORT_IS_NOT_PARTED_LIKE_THAT("RPT-2", 422),
    PERIOD_ENDS_BEFORE_IT_BEGINS("RPT-2", 422),
    SHEET_WOULD_BE_TOO_LONG("RPT-3", 422);

    private final Meaning meaning;

    ReportingRefusal(String rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}

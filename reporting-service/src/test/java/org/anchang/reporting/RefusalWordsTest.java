package org.anchang.reporting;

import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(ReportingRefusal.values());
    }

    @Override
    protected Enum<?>[] settings() {
        return ReportingSetting.values();
    }
}

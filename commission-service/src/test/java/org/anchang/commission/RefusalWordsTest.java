package org.anchang.commission;

import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(CommissionRefusal.values());
    }

    @Override
    protected Enum<?>[] settings() {
        return CommissionSetting.values();
    }
}

package org.anchang.deal;

import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(
                DealRefusal.values(),
                DealRefusal::rule,
                "HOLD_HAS_ENDED",
                "HOLD_IS_CLAIMED",
                "CLAIM_TOO_LATE",
                "UNIT_NOT_AVAILABLE");
    }

    @Override
    protected Enum<?>[] settings() {
        return DealSetting.values();
    }
}

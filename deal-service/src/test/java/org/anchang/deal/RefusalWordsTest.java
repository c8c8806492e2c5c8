package org.anchang.deal;

import java.util.List;
import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(DealRefusal.values(), "HOLD_HAS_ENDED", "HOLD_IS_CLAIMED", "CLAIM_TOO_LATE", "UNIT_NOT_AVAILABLE");
    }

    @Override
    protected List<String> names() {
        return List.of("method", "sameSlipBecause");
    }

    @Override
    protected Enum<?>[] settings() {
        return DealSetting.values();
    }
}

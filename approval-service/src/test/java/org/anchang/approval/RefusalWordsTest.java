package org.anchang.approval;

import java.util.List;
import org.anchang.approval.run.MaySign;
import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(ApprovalRefusal.values());
        and(MaySign.values());
    }

    @Override
    protected List<String> names() {
        return List.of("payoutOn", "cost", "discountPercent", "basis");
    }

    @Override
    protected Enum<?>[] settings() {
        return ApprovalSetting.values();
    }
}

package org.anchang.commission;

import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(CommissionRefusal.values(), CommissionRefusal::rule);
    }
}

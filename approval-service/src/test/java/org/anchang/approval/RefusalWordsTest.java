package org.anchang.approval;

import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(ApprovalRefusal.values(), ApprovalRefusal::rule);
    }
}

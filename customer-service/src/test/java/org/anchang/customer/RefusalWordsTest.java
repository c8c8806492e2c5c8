package org.anchang.customer;

import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(CustomerRefusal.values());
    }

    @Override
    protected Enum<?>[] settings() {
        return CustomerSetting.values();
    }
}

package org.anchang.inventory;

import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(InventoryRefusal.values(), InventoryRefusal::rule);
    }

    @Override
    protected Enum<?>[] settings() {
        return InventorySetting.values();
    }
}

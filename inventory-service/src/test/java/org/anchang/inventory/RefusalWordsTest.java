package org.anchang.inventory;

import java.util.List;
import org.anchang.inventory.hold.HoldPolicy;
import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(InventoryRefusal.values(), InventoryRefusal::rule);
        and(HoldPolicy.values(), HoldPolicy::rule);
    }

    @Override
    protected Enum<?>[] settings() {
        return InventorySetting.values();
    }

    /// Programs and forms of files.
    @Override
    protected List<String> names() {
        return List.of("Excel", "Unicode", "xlsb");
    }
}

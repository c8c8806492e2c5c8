package org.anchang.inventory;

import java.util.List;
import org.anchang.inventory.hold.HoldPolicy;
import org.anchang.inventory.sale.release.ReleasePolicy;
import org.anchang.test.RefusalWords;

class RefusalWordsTest extends RefusalWords {
    RefusalWordsTest() {
        super(InventoryRefusal.values());
        and(HoldPolicy.values());
        and(ReleasePolicy.values());
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

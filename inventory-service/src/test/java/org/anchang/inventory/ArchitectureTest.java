package org.anchang.inventory;

import java.util.Map;
import org.anchang.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.inventory");
    }

    @Override
    protected Map<String, String> rowsByHand() {
        return Map.of("StagedRows", "a price list is copied into the database row by row, as COPY takes it");
    }

    @Override
    protected Map<String, String> openTransactions() {
        return Map.of(
                "ClaimingHolds", "a deal's claim is the same claim for the same deal: it needs no key",
                "EditingBuildings", "an edit names the version it knows: it needs no key");
    }
}

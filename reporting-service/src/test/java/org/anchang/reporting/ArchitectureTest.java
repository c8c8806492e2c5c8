package org.anchang.reporting;

import java.util.Map;
import org.anchang.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.reporting");
    }

    @Override
    protected Map<String, String> openTransactions() {
        return Map.of("RebuildResource", "what is asked for again is under way: it needs no key");
    }
}

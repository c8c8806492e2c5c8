package org.anchang.approval;

import java.util.Map;
import org.anchang.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.approval");
    }

    @Override
    protected Map<String, String> rowsByHand() {
        return Map.of("Engine", "the engine brings statements of its own");
    }
}

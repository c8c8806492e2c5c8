package org.anchang.customer;

import java.util.Map;
import org.anchang.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.customer");
    }

    @Override
    protected Map<String, String> readsByItsOwnScope() {
        return Map.of("LossPaper", "whoever prints a paper is who asks for it");
    }
}

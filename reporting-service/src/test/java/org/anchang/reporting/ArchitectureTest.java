package org.anchang.reporting;

import org.anchang.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.reporting");
    }
}

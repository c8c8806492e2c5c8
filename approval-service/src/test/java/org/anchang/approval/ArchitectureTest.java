package org.anchang.approval;

import org.anchang.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.approval");
    }
}

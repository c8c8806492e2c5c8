package org.anchang.customer;

import org.anchang.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.customer");
    }
}

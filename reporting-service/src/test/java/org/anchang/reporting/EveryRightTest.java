package org.anchang.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.anchang.test.EveryRight;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EveryRightTest extends EveryRight {
    @Override
    protected Furnished furnish() {
        return new Furnished("furnished", "li.na", Map.of(), Set.of());
    }

    /// What is a consultant's own is chosen by the query (FiguresProcessTest).
    @Override
    protected boolean namesOwned() {
        return false;
    }
}

package org.anchang.inventory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.anchang.test.ListPlans;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ListPlansTest extends ListPlans {
    /// What lives is walked by indexes of what lives alone, which are short whatever the office's age.
    @Override
    protected Set<String> known() {
        return Set.of(
                "GET /api/v1/holds: hold_one_live of hold",
                "GET /api/v1/waiting-places: waiting_place_of of waiting_place");
    }
}

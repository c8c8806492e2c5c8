package org.anchang.inventory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.anchang.test.ListPlans;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ListPlansTest extends ListPlans {
    /// What lives is walked by indexes of what lives alone, which are short whatever the office's age; the table of the
    /// past is made of all units of a project, in the order of the units.
    @Override
    protected Set<String> known() {
        return Set.of(
                "GET /api/v1/units: hold_one_live of hold",
                "GET /api/v1/units: release_due of release",
                "GET /api/v1/sales-control/{project}/differences: all of hold",
                "GET /api/v1/sales-control/{project}/differences: unit_pkey of unit");
    }
}

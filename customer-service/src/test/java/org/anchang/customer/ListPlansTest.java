package org.anchang.customer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.anchang.test.ListPlans;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ListPlansTest extends ListPlans {
    /// People are some hundred whatever the office's age.
    @Override
    protected Set<String> shortTables() {
        return Set.of("staff_person");
    }

    /// Who changed hands in a period is found by that, and stands in the order of customers only once it is sorted.
    @Override
    protected Set<String> known() {
        return Set.of("GET /api/v1/owner-differences: customer_pkey of customer");
    }
}

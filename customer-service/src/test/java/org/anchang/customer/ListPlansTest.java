package org.anchang.customer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.anchang.test.ListPlans;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ListPlansTest extends ListPlans {
    /// People are some hundred whatever the office's age. Of the others the page's own rows are led to; the customers
    /// that they name are joined, and read so as long as the planner may neither hash nor sort.
    @Override
    protected Set<String> known() {
        return Set.of(
                "GET /api/v1/people: staff_person_pkey of staff_person",
                "GET /api/v1/owner-differences: customer_pkey of customer",
                "GET /api/v1/referral-rewards: all of customer",
                "GET /api/v1/referral-rewards: customer_merged_into of customer",
                "GET /api/v1/sent-messages: all of customer",
                "GET /api/v1/sent-messages: customer_merged_into of customer");
    }
}

package org.anchang.inventory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.anchang.test.ListPlans;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ListPlansTest extends ListPlans {}

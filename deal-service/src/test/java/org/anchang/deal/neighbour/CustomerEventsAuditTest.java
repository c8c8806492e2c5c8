package org.anchang.deal.neighbour;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.anchang.deal.InventoryStandIn;
import org.anchang.test.AuditedCustomerEvents;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class CustomerEventsAuditTest extends AuditedCustomerEvents {}

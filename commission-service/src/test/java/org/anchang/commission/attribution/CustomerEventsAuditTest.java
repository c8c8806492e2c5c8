package org.anchang.commission.attribution;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.anchang.test.AuditedCustomerEvents;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CustomerEventsAuditTest extends AuditedCustomerEvents {}

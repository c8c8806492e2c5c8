package org.anchang.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.anchang.test.OfficeBacking;
import org.anchang.test.RightsOfTheService;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RightsTest extends RightsOfTheService {}

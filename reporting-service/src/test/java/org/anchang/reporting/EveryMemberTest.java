package org.anchang.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.anchang.test.EveryMember;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EveryMemberTest extends EveryMember {}

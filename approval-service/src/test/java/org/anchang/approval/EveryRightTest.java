package org.anchang.approval;

import static org.anchang.approval.Office.stage;
import static org.anchang.approval.Office.step;

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
        try (var office = new Office()) {
            var id = office.opened(Form.DISCOUNT, Map.of()).getString("id");
            var chain =
                    office.writeChain(Form.VOID, stage(step("site-manager"))).jsonPath();
            return new Furnished(
                    office.project,
                    Office.APPLICANT,
                    Map.of(
                            "approvals",
                            id,
                            "approval-tasks",
                            office.task(id, "sales-manager"),
                            "approval-chains",
                            chain.getString("id")),
                    Set.of("approvals", "approval-tasks"));
        }
    }
}

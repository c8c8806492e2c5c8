package org.anchang.approval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.anchang.approval.ApprovalRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaySignRulesTest {
    @Test
    @DisplayName("APR-3, APR-7 what stands against a signature is said in the order in which the refusals are declared")
    void inOrder() {
        var refused = List.of(
                facts(false, false, true, false, true, true, true),
                facts(true, false, true, false, true, true, true),
                facts(true, true, true, false, true, true, true),
                facts(true, true, false, false, true, true, true),
                facts(true, true, false, true, true, true, true),
                facts(true, true, false, true, false, true, true),
                facts(true, true, false, true, false, false, true));

        var said = new ArrayList<ApprovalRefusal>();
        refused.forEach(it -> said.add(it.refusal().orElseThrow()));

        assertThat(said).isSorted().doesNotHaveDuplicates();
        assertThat(facts(true, true, false, true, false, false, false).refusal())
                .isEmpty();
    }

    private static MaySign facts(
            boolean running,
            boolean open,
            boolean applicant,
            boolean asked,
            boolean administrator,
            boolean author,
            boolean signed) {
        return new MaySign(running, open, applicant, asked, administrator, author, signed);
    }
}

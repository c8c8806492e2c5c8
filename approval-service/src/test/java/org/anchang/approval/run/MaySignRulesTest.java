package org.anchang.approval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

        assertThat(refused.stream().map(it -> MaySign.refusal(it).orElseThrow()))
                .containsExactly(MaySign.values());
        assertThat(MaySign.refusal(facts(true, true, false, true, false, false, false)))
                .isEmpty();
    }

    private static MaySign.Facts facts(
            boolean running,
            boolean open,
            boolean applicant,
            boolean asked,
            boolean administrator,
            boolean author,
            boolean signed) {
        return new MaySign.Facts(running, open, applicant, asked, administrator, author, signed);
    }
}

package org.anchang.customer.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeMap;
import org.anchang.customer.printing.DossierNamesRulesTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LossPaperRulesTest {
    @Test
    @DisplayName("PAP-1 the sheet on a customer who did not buy takes from the dossier what docs/papers.md says")
    void names() throws IOException {
        var taken = new TreeMap<>(LossPaper.ASKED);
        LossPaper.DOSSIER.forEach(field -> taken.put(field, field));
        taken.put(LossPaper.INCOME, LossPaper.INCOME);

        assertThat(taken).isEqualTo(DossierNamesRulesTest.ofLossReport());
    }
}

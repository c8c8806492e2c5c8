package org.anchang.approval.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.anchang.approval.Form;
import org.anchang.approval.Office;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ListStatementsTest {
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("a list of twenty approvals or tasks costs as many statements as a list of one")
    void listsCostTheSame() {
        var asked = IntStream.range(0, 20)
                .mapToObj(_ -> office.request(Form.RENAME, Map.of()))
                .toList();
        asked.subList(0, 19).forEach(one -> office.tell(one.event()));
        office.opened(asked.getLast());

        for (var list : new String[] {"approvals", "approval-tasks"}) {
            shown(list, 1);
            var one = Statements.during(() -> shown(list, 1));
            var twenty = Statements.during(() -> shown(list, 20));

            assertThat(one).as(list).isGreaterThan(2);
            // What runs beside may have added to either.
            assertThat(twenty).as(list).isLessThan(one + 5);
        }
    }

    private void shown(String list, int size) {
        var page = office.the("sales-manager")
                .get("/api/v1/" + list + "?project=" + office.project + "&limit=" + size)
                .jsonPath();
        assertThat(page.getList("items")).hasSize(size);
    }
}

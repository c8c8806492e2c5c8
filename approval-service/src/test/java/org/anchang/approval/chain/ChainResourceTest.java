package org.anchang.approval.chain;

import static org.anchang.approval.Office.stage;
import static org.anchang.approval.Office.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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
class ChainResourceTest {
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("APR-1 a project that has written no chain has the six of the printed forms")
    void defaults() {
        var chains = office.the("finance")
                .get("/api/v1/approval-chains?project=" + office.project)
                .jsonPath();

        assertThat(chains.getList("items.form")).hasSize(6).doesNotHaveDuplicates();
        assertThat(chains.getList("items.version")).containsOnly(1);
        assertThat(chains.getList("items.current")).containsOnly(true);
        assertThat(chains.getString("items.find { it.form == 'REFUND' }.stages[4].steps[0].gives[0].name"))
                .isEqualTo("payoutOn");
    }

    @Test
    @DisplayName(
            "APR-1 many read a project's chains for the first time at once; a form that is asked for then goes by the"
                    + " one that was shown")
    void shownBeforeWritten() {
        var finance = office.the("finance");
        var path = "/api/v1/approval-chains?form=RENAME&project=" + office.project;

        var read = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> finance.get(path))
                .toList();

        assertThat(read).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        var ids = read.stream()
                .map(answer -> answer.jsonPath().getString("items[0].id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        office.opened(Form.RENAME, Map.of());
        var later = finance.get(path).jsonPath();
        assertThat(later.getList("items.id")).isEqualTo(ids);
        assertThat(later.getList("items.current")).containsExactly(true);
    }

    @Test
    @DisplayName("APR-1 twenty versions of a chain cost as many statements as one")
    void versionsCostTheSame() {
        var administrator = office.administrator();
        var path = "/api/v1/approval-chains?project=" + office.project;
        administrator.get(path).then().statusCode(200);
        var one = Statements.during(() -> administrator.get(path));
        for (var version = 0; version < 20; version++) {
            office.chain(Form.RENAME, stage(step("general-manager"))).then().statusCode(201);
        }

        var twenty = Statements.during(() -> administrator.get(path));

        // What runs beside may have added to either.
        assertThat(twenty).isLessThan(one + 5);
    }

    @Test
    @DisplayName("APR-1 a running approval keeps the version that it started with; the next one follows the new")
    void runningKeepsItsVersion() {
        var running = office.opened(Form.RENAME, Map.of()).getString("id");

        var written = office.chain(Form.RENAME, stage(step("general-manager")));

        assertThat(written.statusCode()).as(written.asString()).isEqualTo(201);
        assertThat(written.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(office.openSteps(running)).containsExactly("sales-manager");
        office.approved(running, "sales-manager");
        office.approved(running, "general-manager");
        office.approved(running, "finance");
        assertThat(office.approval(running).getString("state")).isEqualTo("APPROVED");
        assertThat(office.approval(running).getInt("chainVersion")).isEqualTo(1);
        var next = office.opened(Form.RENAME, Map.of());
        assertThat(next.getInt("chainVersion")).isEqualTo(2);
        office.approved(next.getString("id"), "general-manager");
        assertThat(office.approval(next.getString("id")).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    @DisplayName("APR-1 a version holds from its date on, not before")
    void fromItsDateOn() {
        var body = Map.of(
                "project", office.project,
                "form", "VOID",
                "reason", "later",
                "validFrom", "2099-01-01",
                "stages", List.of(stage(step("site-manager"))));

        var written = office.administrator().post("/api/v1/approval-chains", body);

        office.confirm(office.the("general-manager"), written.jsonPath().getString("id"));
        assertThat(written.jsonPath().getBoolean("current")).isFalse();
        assertThat(office.opened(Form.VOID, Map.of()).getInt("chainVersion")).isEqualTo(1);
    }

    @Test
    @DisplayName("APR-1 a step with a condition is asked for only where the form meets it")
    void condition() {
        var finance = Map.<String, Object>of("key", "finance", "role", "finance", "when", "discountPercent > 2");
        office.chain(Form.DISCOUNT, stage(step("general-manager")), stage(finance));

        var small =
                office.opened(Form.DISCOUNT, Map.of("discountPercent", "2.00")).getString("id");
        var big =
                office.opened(Form.DISCOUNT, Map.of("discountPercent", "2.01")).getString("id");
        office.approved(small, "general-manager");
        office.approved(big, "general-manager");

        assertThat(office.approval(small).getString("state")).isEqualTo("APPROVED");
        assertThat(office.approval(small).getList("steps.progress")).containsExactly("SIGNED", "NOT_NEEDED");
        assertThat(office.openSteps(big)).containsExactly("finance");
    }

    @Test
    @DisplayName("APR-1 a condition sees what an earlier signer added")
    void conditionOnAddedField() {
        var auditor = Map.<String, Object>of(
                "key",
                "cost-auditor",
                "role",
                "cost-auditor",
                "gives",
                List.of(Map.of("name", "cost", "type", "MONEY")));
        var manager =
                Map.<String, Object>of("key", "general-manager", "role", "general-manager", "when", "cost > 10000");
        office.chain(Form.LAYOUT_CHANGE, stage(auditor), stage(manager));
        var id = office.opened(Form.LAYOUT_CHANGE, Map.of()).getString("id");

        office.approved(id, "cost-auditor");

        assertThat(office.openSteps(id)).containsExactly("general-manager");
    }

    @Test
    @DisplayName("APR-1 where all named persons must sign, each does, in any order, and nobody else")
    void allNamed() {
        var directors =
                Map.<String, Object>of("key", "directors", "persons", List.of("chen.gang", "zhao.min"), "signs", "ALL");
        office.chain(Form.SWAP, stage(step("general-manager")), stage(directors));
        var id = office.opened(Form.SWAP, Map.of()).getString("id");
        office.approved(id, "general-manager");
        var tasks = office.approval(id).<String>getList("tasks.id");

        assertThat(office.approve(office.the("finance"), tasks.get(0))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("NOT_YOURS_TO_SIGN");
        assertThat(office.approve(office.as("engineering", "zhao.min"), tasks.get(1))
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.approval(id).getString("state")).isEqualTo("RUNNING");
        assertThat(office.approve(office.as("finance", "chen.gang"), tasks.get(0))
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.approval(id).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    @DisplayName("APR-1 only an administrator writes chains, and only ones that can be followed")
    void refusals() {
        var siteManager = office.the("site-manager").post("/api/v1/approval-chains", Map.of());
        var twice = office.writeChain(Form.VOID, stage(step("site-manager")), stage(step("site-manager")));
        var unknownMember = office.writeChain(Form.VOID, stage(Map.of("key", "a", "rolle", "finance")));

        assertThat(siteManager.statusCode()).isEqualTo(403);
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.jsonPath().getString("code")).isEqualTo("STEP_KEY_NOT_UNIQUE");
        assertThat(unknownMember.statusCode()).isBetween(400, 422);
    }
}

package org.anchang.approval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.approval.Form;
import org.anchang.approval.Office;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.ApprovalWithdrawn;
import org.anchang.events.DealEvent;
import org.anchang.test.AuditTrail;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EndingProcessTest {
    @Inject
    DataSource database;

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("APR-2 the applicant, and nobody else, withdraws while it runs; then nothing is left to sign")
    void withdrawn() {
        var id = office.opened(Form.SWAP, Map.of()).getString("id");
        office.approved(id, "site-manager");
        var task = office.task(id, "sales-manager");
        var path = "/api/v1/approvals/" + id + "/withdraw";
        var why = Map.of("reason", "客户改变主意");

        assertThat(office.the("site-manager").post(path, why).jsonPath().getString("code"))
                .isEqualTo("ONLY_APPLICANT_WITHDRAWS");
        var withdrawn = office.applicant().post(path, why);

        assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(200);
        assertThat(withdrawn.jsonPath().getString("state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.jsonPath().getList("tasks")).isEmpty();
        assertThat(office.applicant().post(path, why).jsonPath().getString("code"))
                .isEqualTo("APPROVAL_HAS_ENDED");
        assertThat(office.approve(office.the("sales-manager"), task).jsonPath().getString("code"))
                .isEqualTo("APPROVAL_HAS_ENDED");
        try (var heard = new Overheard(ApprovalEvent.TOPIC)) {
            assertThat(heard.await(UUID.fromString(id), ApprovalWithdrawn.class).reason())
                    .isEqualTo("WITHDRAWN_BY_APPLICANT");
        }
    }

    @Test
    @DisplayName(
            "SEC-2 SEC-5 what an event opens stands in the audit in the name of the person behind it, with the event")
    void audited() {
        var asked = office.request(Form.VOID, Map.of());
        office.tell(asked.event(), "wen.shu");
        var id = office.opened(asked).getString("id");

        new AuditTrail(database, "approval", id).isAllOf("wen.shu", DealEvent.VoidRequested.class);
    }

    @Test
    @DisplayName("APR-1 a request opens one approval, however often it is told")
    void toldTwice() {
        var asked = office.request(Form.RENAME, Map.of());
        var id = office.opened(asked).getString("id");

        office.tell(asked.event());
        office.tell(ended(asked));

        // Of one deal, and so in order: when the ending has arrived, the second telling has been read.
        try (var heard = new Overheard(ApprovalEvent.TOPIC)) {
            heard.await(UUID.fromString(id), ApprovalWithdrawn.class);
        }
        assertThat(rows("SELECT count(*) FROM approval WHERE request = '" + asked.request() + "'"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("APR-5 a request that ended at the deal ends its approval; one already decided stays as it is")
    void requestEnded() {
        var running = office.request(Form.RENAME, Map.of());
        var id = office.opened(running).getString("id");
        var decided = office.request(Form.VOID, Map.of());
        var decidedId = office.opened(decided).getString("id");
        office.approved(decidedId, "site-manager");

        office.tell(ended(decided));
        office.tell(ended(running));

        try (var heard = new Overheard(ApprovalEvent.TOPIC)) {
            assertThat(heard.await(UUID.fromString(id), ApprovalWithdrawn.class).reason())
                    .isEqualTo("REQUEST_ENDED");
        }
        assertThat(office.approval(id).getString("state")).isEqualTo("WITHDRAWN");
        assertThat(office.approval(decidedId).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    @DisplayName("APR-5 a failure after the engine went on rolls the engine back too; the signature can be made again")
    void rolledBackTogether() throws SQLException {
        var id = office.opened(Form.VOID, Map.of()).getString("id");
        var task = office.task(id, "site-manager");
        var engine = "SELECT count(*) FROM flowable.act_ru_task WHERE id_ = '" + task + "'";
        var reached = "the outcome of " + id;
        execute("""
                CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION '%s'; END $$""".formatted(reached));
        execute("""
                CREATE TRIGGER fail_here BEFORE INSERT ON outbox FOR EACH ROW
                WHEN (NEW.type = 'VoidApproved' AND NEW.aggregate = '%s') EXECUTE FUNCTION fail_here()""".formatted(id));
        try {
            assertThat(office.approve(office.the("site-manager"), task).statusCode())
                    .isEqualTo(500);
        } finally {
            execute("DROP TRIGGER fail_here ON outbox");
            execute("DROP FUNCTION fail_here");
        }

        assertThat(rows(engine)).isEqualTo("1");
        assertThat(office.approval(id).getString("state")).isEqualTo("RUNNING");
        assertThat(office.approval(id).getList("history")).isEmpty();
        assertThat(office.openSteps(id)).containsExactly("site-manager");
        office.approved(id, "site-manager");
        assertThat(rows(engine)).isEqualTo("0");
        assertThat(rows("SELECT count(*) FROM flowable.act_ru_execution WHERE business_key_ = '" + id + "'"))
                .isEqualTo("0");
        assertThat(office.approval(id).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    @DisplayName("APR-3 APR-4 the database itself keeps order, history and outcome, whoever writes to it")
    void keptByTheDatabase() {
        var running = office.opened(Form.RENAME, Map.of()).getString("id");
        var ended = office.opened(Form.VOID, Map.of()).getString("id");
        office.approved(ended, "site-manager");
        office.approved(running, "sales-manager");
        var signature =
                "INSERT INTO signature (id, approval, applicant, task, step, role, person, decision, opinion, given,"
                        + " form_version, again, signed_at) SELECT gen_random_uuid(), approval, applicant, %s, step, role, %s,"
                        + " 'APPROVED', opinion, given, form_version, again, signed_at FROM signature WHERE approval = '"
                        + running + "'";
        var open = "'" + office.task(running, "general-manager") + "'::uuid";

        for (var forged : List.of(
                "UPDATE approval SET state = 'RUNNING', ended_at = NULL WHERE id = '" + ended + "'",
                "UPDATE approval SET chain_version = 7 WHERE id = '" + running + "'",
                "UPDATE signature SET opinion = 'x' WHERE approval = '" + ended + "'",
                "DELETE FROM signature WHERE approval = '" + ended + "'",
                "UPDATE approval_chain SET reason = 'x' WHERE project = '" + office.project + "'",
                "DELETE FROM approval_outcome WHERE approval = '" + ended + "'",
                signature.formatted(open, "'" + Office.APPLICANT + "'"),
                signature.formatted(open, "person"),
                signature.formatted("task", "'somebody.new'"))) {
            assertThatThrownBy(() -> execute(forged)).as(forged).isInstanceOf(SQLException.class);
        }
        assertThat(rows("SELECT outcome FROM approval_outcome WHERE approval = '" + ended + "'"))
                .isEqualTo("APPROVED");
    }

    private DealEvent ended(Office.Asked asked) {
        return new DealEvent.RequestEnded(
                asked.deal(), office.project, Instant.now(), asked.request(), UUID.randomUUID(), "RENAME", "OVERTAKEN");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = Superuser.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String rows(String sql) {
        try (var connection = Superuser.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.anchang.approval.chain;

import static org.anchang.approval.Office.stage;
import static org.anchang.approval.Office.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.approval.Form;
import org.anchang.approval.Office;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ConfirmedChainResourceTest {
    private final Office office = new Office();

    @Inject
    AgroalDataSource database;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName(
            "APR-7 a new chain counts once a second person has confirmed it, never its author; until then the last")
    void counted() {
        var written =
                office.writeChain(Form.VOID, stage(step("general-manager"))).jsonPath();
        var id = written.getString("id");
        assertThat(written.getBoolean("current")).isFalse();
        assertThat(written.getBoolean("confirmed")).isFalse();
        assertThat(office.opened(Form.VOID, Map.of()).getInt("chainVersion")).isEqualTo(1);

        assertRefused(office.confirm(office.administrator(), id), 403, "AUTHOR_DOES_NOT_CONFIRM");
        assertThat(office.confirm(office.the("site-manager"), id).statusCode()).isEqualTo(403);
        var elsewhere = Ask.as(Person.withRole("the.other", "general-manager").in("elsewhere"));
        assertThat(office.confirm(elsewhere, id).statusCode()).isEqualTo(404);
        assertThat(office.opened(Form.VOID, Map.of()).getInt("chainVersion")).isEqualTo(1);

        var confirmed = office.confirm(office.the("general-manager"), id).jsonPath();
        assertThat(confirmed.getBoolean("current")).isTrue();
        assertThat(confirmed.getString("confirmedBy")).isEqualTo("the.general-manager");
        assertThat(office.opened(Form.VOID, Map.of()).getInt("chainVersion")).isEqualTo(2);
        assertRefused(office.confirm(office.the("general-manager"), id), 409, "CHAIN_IS_CONFIRMED");

        office.writeChain(Form.VOID, stage(step("sales-manager")));
        assertThat(office.opened(Form.VOID, Map.of()).getInt("chainVersion")).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "APR-1 APR-7 another project's chains are written as next versions where they differ, and wait for a word")
    void copies() {
        office.chain(Form.VOID, stage(step("general-manager")));
        var project = "p" + UUID.randomUUID().toString().substring(0, 8);
        var administrator = office.administrator();
        var wish = Map.of("project", project, "from", office.project, "reason", "as in the first phase");

        var copied = administrator.post("/api/v1/approval-chains/copies", wish);

        assertThat(copied.statusCode()).as(copied.asString()).isEqualTo(201);
        var written = copied.jsonPath();
        assertThat(written.getList("items.form")).containsExactly("VOID");
        assertThat(written.getList("items.project")).containsExactly(project);
        assertThat(written.getInt("items[0].version")).isEqualTo(2);
        assertThat(written.getBoolean("items[0].confirmed")).isFalse();
        assertThat(written.getString("items[0].stages[0].steps[0].role")).isEqualTo("general-manager");
        assertThat(administrator
                        .post("/api/v1/approval-chains/copies", wish)
                        .jsonPath()
                        .getList("items"))
                .as("written here last already")
                .isEmpty();
        var elsewhere = Ask.as(Person.withRole("the.other", "administrator").in("elsewhere"));
        assertThat(elsewhere.post("/api/v1/approval-chains/copies", wish).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("APR-7 administrators sign nothing: no chain names them, and whoever is one signs by no other role")
    void administrators() {
        assertRefused(
                office.writeChain(Form.REFUND, stage(step("finance")), stage(step("administrator"))),
                422,
                "CHAIN_NAMES_ADMINISTRATORS");
        assertRefused(
                office.writeChain(Form.REFUND, stage(step("finance")), stage(named("admin.office"))),
                422,
                "CHAIN_NAMES_ITS_AUTHOR");
        office.chain(Form.VOID, stage(step("site-manager")), stage(named("boss")));
        var id = office.opened(Form.VOID, Map.of()).getString("id");
        var both = Ask.as(new Person("boss", Set.of("administrator", "site-manager"), Set.of(office.project)));

        assertRefused(office.approve(both, office.task(id, "site-manager")), 403, "ADMINISTRATORS_SIGN_NOTHING");
        assertThat(both.get("/api/v1/approval-tasks").jsonPath().getList("items"))
                .isEmpty();
        office.approved(id, "site-manager");
        assertRefused(office.refuse(both, office.task(id, "named")), 403, "ADMINISTRATORS_SIGN_NOTHING");
    }

    @Test
    @DisplayName("APR-7 whoever wrote a chain signs nothing that goes by it, by no role; another of the role does")
    void author() throws SQLException {
        var author = Ask.as(Person.withRole("wen.shu", "administrator").in(office.project));
        var chain = office.writeChain(author, Form.VOID, stage(step("site-manager")))
                .jsonPath()
                .getString("id");
        office.confirm(office.administrator(), chain);
        var id = office.opened(Form.VOID, Map.of()).getString("id");
        var task = office.task(id, "site-manager");
        var asSiteManager = office.as("site-manager", "wen.shu");

        assertRefused(office.approve(asSiteManager, task), 403, "AUTHOR_IS_NO_SIGNER");
        assertRefused(office.refuse(asSiteManager, task), 403, "AUTHOR_IS_NO_SIGNER");
        assertThat(asSiteManager.get("/api/v1/approval-tasks").jsonPath().getList("items"))
                .isEmpty();
        assertThat(actions(asSiteManager, id)).containsOnly(false);
        refusedByTheDatabase("""
                INSERT INTO signature (id, approval, applicant, task, step, role, person, decision, given, form_version, again, signed_at)
                VALUES (gen_random_uuid(), '%s', '%s', '%s', 's', 'r', 'wen.shu', 'APPROVED', '{}', 1, false, now())""".formatted(id, Office.APPLICANT, task), "APR-7");
        assertThat(office.approve(office.the("site-manager"), task).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "DISCOUNT, sales-manager",
        "REFUND, site-manager",
        "SWAP, sales-supervisor",
        "RENAME, sales-manager",
        "LAYOUT_CHANGE, engineering",
        "VOID, consultant",
        "VOID, sales-supervisor"
    })
    @DisplayName(
            "APR-7 money forms keep general manager or finance, a void a superior, also past a condition or a name")
    void superiors(Form form, String role) {
        var perhaps =
                Map.<String, Object>of("key", "perhaps", "role", "general-manager", "when", "discountPercent > 99");

        assertRefused(office.writeChain(form, stage(step(role))), 422, "FORM_NEEDS_SUPERIOR");
        assertRefused(office.writeChain(form, stage(step(role), perhaps)), 422, "FORM_NEEDS_SUPERIOR");
        assertRefused(office.writeChain(form, stage(step(role), named("li.na"))), 422, "FORM_NEEDS_SUPERIOR");
        assertThat(office.writeChain(form, stage(step(role)), stage(step("general-manager")))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("APR-7 the database too keeps a form off an unconfirmed chain, and a chain off its author")
    void database() throws SQLException {
        var chain = office.writeChain(Form.VOID, stage(step("site-manager")))
                .jsonPath()
                .getString("id");

        refusedByTheDatabase(approvalOn(chain), "APR-7");
        refusedByTheDatabase(
                "INSERT INTO approval_chain_confirmation VALUES ('%s', 'admin.office', 'admin.office', now())"
                        .formatted(chain),
                "author_does_not_confirm");
        refusedByTheDatabase(
                "INSERT INTO approval_chain_confirmation VALUES ('%s', 'another', 'admin.office', now())"
                        .formatted(chain),
                "foreign key");
        refusedByTheDatabase(chainOf("[{\"key\": \"a\", \"role\": \"administrator\"}]"), "administrators_sign_nothing");
        refusedByTheDatabase(chainOf("[{\"key\": \"a\", \"persons\": [\"zhao\", \"me\"]}]"), "author_is_no_signer");
    }

    private String approvalOn(String chain) {
        return """
                INSERT INTO approval (id, project, form, request, deal, applicant, fields, given, form_version, chain, chain_version,
                                      asks, state, opened_at, version)
                VALUES (gen_random_uuid(), '%s', 'VOID', gen_random_uuid(), gen_random_uuid(), 'li.na', '{}', '{}', 1, '%s', 2,
                        '{}', 'RUNNING', now(), 0)""".formatted(office.project, chain);
    }

    private String chainOf(String steps) {
        return """
                INSERT INTO approval_chain (id, project, form, version, steps, valid_from, author, reason, written_at)
                VALUES ('%s', '%s', 'VOID', 7, '{"stages": [{"steps": %s}]}', now(), 'me', 'r', now())""".formatted(UUID.randomUUID(), office.project, steps);
    }

    private void refusedByTheDatabase(String sql, String why) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(sql)).hasMessageContaining(why);
        }
    }

    private static Map<String, Object> named(String... persons) {
        return Map.of("key", "named", "persons", List.of(persons));
    }

    private static List<Boolean> actions(Ask person, String approval) {
        return person.get("/api/v1/approvals/" + approval).jsonPath().getList("tasks[0].actions.yours");
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("rule")).isEqualTo("APR-7");
    }
}

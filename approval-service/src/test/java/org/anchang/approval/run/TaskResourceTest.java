package org.anchang.approval.run;

import static org.anchang.approval.Office.stage;
import static org.anchang.approval.Office.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anchang.approval.Form;
import org.anchang.approval.Office;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TaskResourceTest {
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("APR-2 a person's list has the open tasks of their role in their projects, and says what can be done")
    void myTasks() {
        var asked = office.request(Form.RENAME, Map.of("reason", "改名"));
        var id = office.opened(asked).getString("id");

        var mine = tasks(office.the("sales-manager"), asked.request());

        assertThat(mine.getList("items.approval")).containsExactly(id);
        assertThat(mine.getString("items[0].step")).isEqualTo("sales-manager");
        assertThat(mine.getString("items[0].fields.reason")).isEqualTo("改名");
        assertThat(mine.getList("items[0].actions.name")).containsExactly("approve", "refuse");
        assertThat(mine.getList("items[0].actions.yours")).containsOnly(true);
        assertThat(mine.getString("items[0].dueAt")).isNotNull();
        assertThat(tasks(office.the("finance"), asked.request()).getList("items"))
                .isEmpty();
        var counts = "/api/v1/approval-tasks/counts?project=" + office.project;
        var waiting = office.the("sales-manager").get(counts).jsonPath();
        assertThat(waiting.getList("items.form")).containsExactly("RENAME");
        assertThat(waiting.getList("items.tasks")).containsExactly(1);
        assertThat(waiting.getList("items.overdue")).containsExactly(0);
        assertThat(office.the("finance").get(counts).jsonPath().getList("items"))
                .isEmpty();
        var elsewhere =
                Ask.as(Person.withRole("the.sales-manager", "sales-manager").in("elsewhere"));
        assertThat(tasks(elsewhere, asked.request()).getList("items")).isEmpty();
        assertThat(office.approve(elsewhere, office.task(id, "sales-manager")).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("APR-3 nobody signs their own request; another person with the role does")
    void ownRequest() {
        var asked = office.request(Form.VOID, Map.of("reason", "重复"), "zhang.lei");
        var id = office.opened(asked).getString("id");
        var task = office.task(id, "site-manager");
        var zhangLei = office.as("site-manager", "zhang.lei");

        assertRefused(office.approve(zhangLei, task), 403, "OWN_REQUEST");
        assertRefused(office.refuse(zhangLei, task), 403, "OWN_REQUEST");
        assertThat(tasks(zhangLei, asked.request()).getList("items")).isEmpty();
        assertThat(office.approve(office.as("site-manager", "sun.li"), task).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("APR-3 nobody signs twice by different roles")
    void samePersonTwice() {
        var asked = office.request(Form.RENAME, Map.of());
        var id = office.opened(asked).getString("id");
        office.approve(office.as("sales-manager", "qian.duo"), office.task(id, "sales-manager"));
        var asGeneralManager = office.as("general-manager", "qian.duo");

        var again = office.approve(asGeneralManager, office.task(id, "general-manager"));

        assertRefused(again, 403, "SIGNED_ALREADY");
        assertThat(tasks(asGeneralManager, asked.request()).getList("items")).isEmpty();
    }

    @Test
    @DisplayName("APR-3, APR-7 a list has exactly the tasks that the form offers, and those alone are signed")
    void listAsOffered() {
        var author = Ask.as(Person.withRole("wen.shu", "administrator").in(office.project));
        var again = Map.of("key", "again", "role", "general-manager", "maySignAgain", true);
        var chain = office.writeChain(
                author, Form.RENAME, stage(step("sales-manager")), stage(step("general-manager"), again));
        office.confirm(office.the("general-manager"), chain.jsonPath().getString("id"));
        var asked = office.request(Form.RENAME, Map.of(), "sun.li");
        var id = office.opened(asked).getString("id");
        office.approve(office.as("sales-manager", "qian.duo"), office.task(id, "sales-manager"));
        var both = new Person("boss", Set.of("administrator", "general-manager"), Set.of(office.project));
        var people = Map.of(
                office.the("general-manager"), 2,
                office.as("general-manager", "qian.duo"), 1,
                office.as("general-manager", "sun.li"), 0,
                office.as("general-manager", "wen.shu"), 0,
                office.the("sales-manager"), 0,
                Ask.as(both), 0);

        people.forEach((person, waiting) -> {
            var listed = tasks(person, asked.request()).<String>getList("items.id");
            var shown = person.get("/api/v1/approvals/" + id).jsonPath();
            assertThat(listed).hasSize(waiting);
            assertThat(shown.<String>getList("tasks.findAll { it.actions.every { it.yours } }.id"))
                    .containsExactlyInAnyOrderElementsOf(listed);
            var closed = new ArrayList<>(shown.<String>getList("tasks.id"));
            closed.removeAll(listed);
            closed.forEach(
                    task -> assertThat(office.refuse(person, task).statusCode()).isEqualTo(403));
        });
    }

    @Test
    @DisplayName("APR-4 an approver finds what they have signed, and requests by form and applicant")
    void signedBy() {
        var id = office.opened(Form.RENAME, Map.of()).getString("id");
        office.opened(Form.RENAME, Map.of());
        office.approve(office.as("sales-manager", "qian.duo"), office.task(id, "sales-manager"));
        var reader = office.as("general-manager", "some.reader");
        var list = "/api/v1/approvals?project=" + office.project;

        assertThat(reader.get(list + "&signedBy=qian.duo").jsonPath().getList("items.id"))
                .containsExactly(id);
        assertThat(reader.get(list + "&signedBy=" + Office.APPLICANT).jsonPath().getList("items"))
                .as("the applicant's own word is no signature")
                .isEmpty();
        assertThat(reader.get(list + "&form=RENAME&applicant=" + Office.APPLICANT)
                        .jsonPath()
                        .getList("items"))
                .hasSize(2);
        assertThat(reader.get(list + "&form=SWAP").jsonPath().getList("items")).isEmpty();
    }

    @Test
    @DisplayName("APR-3 unless the chain says so")
    void samePersonTwiceWhereTheChainSaysSo() {
        var manager = Map.<String, Object>of("key", "general-manager", "role", "general-manager", "maySignAgain", true);
        office.chain(Form.RENAME, stage(step("sales-manager")), stage(manager));
        var asked = office.request(Form.RENAME, Map.of());
        var id = office.opened(asked).getString("id");
        office.approve(office.as("sales-manager", "qian.duo"), office.task(id, "sales-manager"));
        var asGeneralManager = office.as("general-manager", "qian.duo");

        assertThat(tasks(asGeneralManager, asked.request()).getList("items")).hasSize(1);
        var again = office.approve(asGeneralManager, office.task(id, "general-manager"));

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.jsonPath().getString("state")).isEqualTo("APPROVED");
    }

    @Test
    @DisplayName("APR-3 no step is signed out of order or skipped, not by an administrator either")
    void outOfOrder() {
        var asked = office.request(Form.DISCOUNT, Map.of());
        var id = office.opened(asked).getString("id");
        var task = office.task(id, "sales-manager");

        assertRefused(office.approve(office.the("finance"), task), 403, "NOT_YOURS_TO_SIGN");
        assertRefused(office.approve(office.administrator(), task), 403, "NOT_YOURS_TO_SIGN");
        assertRefused(office.refuse(office.administrator(), task), 403, "NOT_YOURS_TO_SIGN");
        var invented = office.approve(office.the("finance"), UUID.randomUUID().toString());
        assertThat(invented.statusCode()).isEqualTo(404);
        assertThat(office.openSteps(id)).containsExactly("sales-manager");
        office.approved(id, "sales-manager");
        assertRefused(office.approve(office.as("sales-manager", "another"), task), 409, "TASK_IS_CLOSED");
        assertThat(office.openSteps(id)).containsExactly("general-manager");
    }

    @Test
    @DisplayName("SEC-1 a consultant sees own requests only; a task that is not theirs does not exist for them")
    void consultant() {
        var id = office.opened(Form.DISCOUNT, Map.of()).getString("id");
        var task = office.task(id, "sales-manager");
        var stranger = office.as("consultant", "wang.wei");

        assertThat(office.applicant().get("/api/v1/approvals/" + id).statusCode())
                .isEqualTo(200);
        assertThat(stranger.get("/api/v1/approvals/" + id).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/approvals").jsonPath().getList("items"))
                .isEmpty();
        assertThat(office.approve(stranger, task).statusCode()).isEqualTo(404);
        assertRefused(office.approve(office.applicant(), task), 403, "OWN_REQUEST");
    }

    @Test
    @DisplayName("SEC-1 engineering and the cost auditor see the forms that ask for their signature, and no others")
    void builders() {
        var layout = office.opened(Form.LAYOUT_CHANGE, Map.of()).getString("id");
        var refund = office.opened(Form.REFUND, Map.of()).getString("id");

        for (var role : List.of("engineering", "cost-auditor")) {
            var builder = office.the(role);
            assertThat(builder.get("/api/v1/approvals?project=" + office.project)
                            .jsonPath()
                            .getList("items.id"))
                    .containsExactly(layout);
            assertThat(builder.get("/api/v1/approvals/" + layout).statusCode()).isEqualTo(200);
            assertThat(builder.get("/api/v1/approvals/" + refund).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("RFD-1 APR-4 finance sets the payout date with the signature; a field is not made up")
    void fields() {
        var id = office.opened(Form.REFUND, Map.of("statement", "已挽留两次")).getString("id");
        office.approved(id, "sales-statistician");
        office.approved(id, "sales-manager");
        assertRefused(
                office.approve(office.the("general-manager"), office.task(id, "general-manager"), Map.of("cost", "1")),
                422,
                "FIELD_NOT_ASKED_FOR");
        office.approved(id, "general-manager");
        var task = office.task(id, "finance");

        assertRefused(office.approve(office.the("finance"), task), 422, "FIELD_MISSING");
        assertRefused(
                office.approve(office.the("finance"), task, Map.of("payoutOn", "soon")), 422, "FIELD_NOT_UNDERSTOOD");
        var past = office.approve(office.the("finance"), task, Map.of("payoutOn", "2025-10-25"));
        assertRefused(past, 422, "FIELD_NOT_UNDERSTOOD");
        assertThat(past.jsonPath().getString("title")).contains("not before today");
        var signed = office.approve(office.the("finance"), task, Map.of("payoutOn", Office.payoutOn()));

        assertThat(signed.jsonPath().getString("state")).isEqualTo("APPROVED");
        assertThat(signed.jsonPath().getString("given.payoutOn")).isEqualTo(Office.payoutOn());
        assertThat(signed.jsonPath().getString("history[0].decision")).isEqualTo("STATED");
        assertThat(signed.jsonPath().getString("history[0].opinion")).isEqualTo("已挽留两次");
        assertThat(signed.jsonPath().getString("history[0].person")).isEqualTo(Office.APPLICANT);
    }

    @Test
    @DisplayName("APR-4 the history has who saw, who signed, opinion, time and version of the form")
    void history() {
        var id = office.opened(Form.VOID, Map.of("reason", "重复")).getString("id");
        office.approved(id, "site-manager");

        var approval = office.approval(id);

        assertThat(approval.getString("history[0].person")).isEqualTo("the.site-manager");
        assertThat(approval.getString("history[0].opinion")).isEqualTo("同意");
        assertThat(approval.getString("history[0].at")).isNotNull();
        assertThat(approval.getInt("history[0].formVersion")).isEqualTo(1);
        assertThat(approval.getList("seen.person")).contains("some.reader");
    }

    @Test
    @DisplayName("CUS-6 what people wrote on a form is for who asked, who is asked to sign, and the site manager")
    void texts() {
        var id = office.opened(Form.RENAME, Map.of("reason", "夫妻更名", "unit", "1-101"))
                .getString("id");
        office.approved(id, "sales-manager");

        for (var reader : List.of(office.applicant(), office.the("finance"), office.the("site-manager"))) {
            var open = reader.get("/api/v1/approvals/" + id).jsonPath();
            assertThat(open.getString("fields.reason")).isEqualTo("夫妻更名");
            assertThat(open.getString("history[0].opinion")).isEqualTo("同意");
        }
        var other =
                office.the("sales-supervisor").get("/api/v1/approvals/" + id).jsonPath();
        assertThat(other.getString("fields.unit")).isEqualTo("1-101");
        assertThat(other.getString("fields.reason")).isNull();
        assertThat(other.getString("history[0].decision")).isEqualTo("APPROVED");
        assertThat(other.getString("history[0].opinion")).isNull();
    }

    @Test
    @DisplayName("SEC-3 the same signature sent twice is made once and answered alike; a refusal needs its reason")
    void sentTwice() {
        var id = office.opened(Form.RENAME, Map.of()).getString("id");
        var path = "/api/v1/approval-tasks/" + office.task(id, "sales-manager") + "/approve";
        var key = UUID.randomUUID().toString();

        var first = office.the("sales-manager").post(path, Map.of("opinion", "好"), key);
        var second = office.the("sales-manager").post(path, Map.of("opinion", "好"), key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(office.approval(id).getList("history")).hasSize(1);
        var noReason = office.the("general-manager")
                .post(
                        "/api/v1/approval-tasks/" + office.task(id, "general-manager") + "/refuse",
                        Map.of("reason", " "));
        assertThat(noReason.statusCode()).isBetween(400, 422);
    }

    @RepeatedTest(5)
    @DisplayName("APR-3 of two who sign the same place at the same moment one does, the other is told so")
    void twoAtOnce() throws Exception {
        var id = office.opened(Form.RENAME, Map.of()).getString("id");
        var task = office.task(id, "sales-manager");

        var answers = atOnce(List.of(
                () -> office.approve(office.as("sales-manager", "first.one"), task),
                () -> office.refuse(office.as("sales-manager", "other.one"), task)));

        assertThat(answers.stream().map(Response::statusCode).toList()).containsExactlyInAnyOrder(200, 409);
        var told = answers.stream().filter(answer -> answer.statusCode() == 409).findFirst();
        assertThat(told.orElseThrow().jsonPath().getString("code")).isIn("TASK_IS_CLOSED", "APPROVAL_HAS_ENDED");
        assertThat(office.approval(id).getList("history")).hasSize(1);
    }

    @RepeatedTest(5)
    @DisplayName("APR-1 places side by side signed at the same moment are all signed, and the next step opens once")
    void sideBySideAtOnce() throws Exception {
        var id = office.opened(Form.LAYOUT_CHANGE, Map.of()).getString("id");
        List<Callable<Response>> all = List.of("finance", "sales-manager", "engineering").stream()
                .map(step -> {
                    var task = office.task(id, step);
                    return (Callable<Response>) () -> office.approve(office.the(step), task);
                })
                .toList();

        var answers = atOnce(all);

        assertThat(answers.stream().map(Response::statusCode).toList()).isEqualTo(Collections.nCopies(3, 200));
        assertThat(office.openSteps(id)).containsExactly("cost-auditor");
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        try (var people = Executors.newFixedThreadPool(calls.size())) {
            return people.invokeAll(calls).stream()
                    .map(TaskResourceTest::answer)
                    .toList();
        }
    }

    private static Response answer(Future<Response> call) {
        return call.resultNow();
    }

    private static io.restassured.path.json.JsonPath tasks(Ask person, UUID request) {
        return person.get("/api/v1/approval-tasks?request=" + request).jsonPath();
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("rule")).matches("(APR|SEC)-\\d");
    }
}

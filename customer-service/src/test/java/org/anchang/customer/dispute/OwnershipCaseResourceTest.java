package org.anchang.customer.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.OwnershipDecided;
import org.anchang.events.CustomerEvent.OwnershipDisputed;
import org.anchang.kit.sql.Database;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class OwnershipCaseResourceTest {
    private final Office office = new Office();

    @Inject
    Database database;

    @Test
    @DisplayName("REC-6 a customer's wish goes to the supervisor with a reason, and the decision moves the ownership")
    void wish() {
        office.hires("wang.lei");
        var customer = office.customerOf("li.na");
        var filed = file("li.na", customer, Map.of("kind", "WISH", "other", "wang.lei"));
        var path = path(filed);

        var again = file("li.na", customer, Map.of("kind", "WISH"));
        var decided = decide(office.with("sales-supervisor"), path, "wang.lei");
        var afterwards = decide(office.with("sales-supervisor"), path, "li.na");

        assertThat(filed.statusCode()).as(filed.asString()).isEqualTo(201);
        assertThat(code(again)).isEqualTo("OWNERSHIP_CASE_IS_OPEN");
        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
        assertThat(decided.jsonPath().getString("state")).isEqualTo("DECIDED");
        assertThat(code(afterwards)).isEqualTo("OWNERSHIP_CASE_IS_DECIDED");
        var shown = office.as("wang.lei").get("/api/v1/customers/" + customer).jsonPath();
        assertThat(shown.getString("owner")).isEqualTo("wang.lei");
        assertThat(shown.getString("firstConsultant"))
                .as("COM-1 stays where nothing else was decided")
                .isEqualTo("li.na");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            assertThat(heard.await(customer, CustomerReassigned.class).decidedBy())
                    .isEqualTo("somebody.sales-supervisor");
            assertThat(heard.await(customer, OwnershipDecided.class).firstConsultant())
                    .isEqualTo("li.na");
            assertThat(heard.of(customer)).as("COM-5 a wish freezes nothing").noneMatch(said -> said.type()
                    .equals("OwnershipDisputed"));
        }
        assertThat(file("wang.lei", customer, Map.of("kind", "WISH")).statusCode())
                .as("another case later")
                .isEqualTo(201);
    }

    @Test
    @DisplayName("REC-6 COM-1 a dispute has its evidence from the records, is heard, and says whose the commission is")
    void dispute() {
        var customer = office.customerOf("li.na");
        office.visit("li.na", customer).then().statusCode(201);
        var filed = file("wang.lei", customer, Map.of("kind", "DISPUTE"));
        var path = path(filed);
        office.as("li.na").post(path + "/statements", Map.of("said", "客户首次来访由我接待"));
        office.as("wang.lei").post(path + "/statements", Map.of("said", "客户去年就是我的"));

        var read = office.with("sales-supervisor").get(path).jsonPath();
        var hers = office.as("li.na").get(path).jsonPath();
        var outsider = office.as("sun.yue").get(path);
        decide(office.with("sales-supervisor"), path, "wang.lei", "wang.lei")
                .then()
                .statusCode(200);

        assertThat(read.getList("parties")).containsExactly("li.na", "wang.lei");
        assertThat(read.getString("other")).isEqualTo("wang.lei");
        assertThat(read.getList("evidence.kind")).containsExactly("REGISTERED", "VISIT");
        assertThat(read.getList("evidence.person")).containsExactly("li.na", "li.na");
        assertThat(read.getList("statements.said")).containsExactly("客户首次来访由我接待", "客户去年就是我的");
        assertThat(hers.getList("statements.said")).containsExactly("客户首次来访由我接待", null);
        assertThat(outsider.statusCode()).as("SEC-1").isEqualTo(404);
        assertThat(office.as("li.na").get(path).jsonPath().getList("statements.said"))
                .as("once it is decided")
                .doesNotContainNull();
        var shown = office.siteManager().get("/api/v1/customers/" + customer).jsonPath();
        assertThat(List.of(shown.getString("owner"), shown.getString("firstConsultant")))
                .containsExactly("wang.lei", "wang.lei");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            var disputed = heard.await(customer, OwnershipDisputed.class);
            var decided = heard.await(customer, OwnershipDecided.class);
            assertThat(decided.dispute()).isEqualTo(disputed.dispute());
            assertThat(decided.firstConsultant()).isEqualTo("wang.lei");
        }
    }

    @Test
    @DisplayName("REC-6 nobody who has a part decides; the site manager only where there is no supervisor to do so")
    void deciders() {
        var customer = office.customerOf("li.na");
        var path = path(file("wang.lei", customer, Map.of("kind", "DISPUTE")));
        office.administrator()
                .post(
                        "/api/v1/people",
                        Map.of(
                                "person",
                                "chief." + office.project,
                                "name",
                                "周主管",
                                "project",
                                office.project,
                                "role",
                                "sales-supervisor"))
                .then()
                .statusCode(201);

        var party = decide(supervisor("li.na"), path, "wang.lei");
        var inOwnFavour = decide(supervisor("zhou.kai"), path, "zhou.kai");
        var siteManager = decide(office.siteManager(), path, "wang.lei");
        var elsewhere = decide(new Office().with("sales-supervisor"), path, "wang.lei");
        var nobody = decide(office.with("sales-supervisor"), path, "no.body");
        var alone = new Office();
        var hers = alone.customerOf("li.na");
        var lonely = alone.as("li.na")
                .post(
                        "/api/v1/ownership-cases",
                        Map.of("project", alone.project, "kind", "WISH", "customer", hers, "reason", "x"));

        assertThat(code(party)).isEqualTo("PARTIES_DO_NOT_DECIDE");
        assertThat(code(inOwnFavour)).isEqualTo("PARTIES_DO_NOT_DECIDE");
        assertThat(code(siteManager)).isEqualTo("SUPERVISOR_DECIDES");
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(code(nobody)).isEqualTo("NOT_A_CONSULTANT");
        assertThat(decide(alone.siteManager(), path(lonely), "li.na").statusCode())
                .as("the customer stays whose they are")
                .isEqualTo(200);
        assertThat(office.as("li.na").get(path).jsonPath().getString("state")).isEqualTo("OPEN");
    }

    @Test
    @DisplayName("REC-6 of two who decide at once one wins, and the customer is whose that one said")
    void oneWins() throws Exception {
        office.hires("wang.lei");
        office.hires("sun.yue");
        var customer = office.customerOf("li.na");
        var path = path(file("li.na", customer, Map.of("kind", "WISH")));

        List<Response> answers;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = both
                    .invokeAll(Stream.of("wang.lei", "sun.yue")
                            .<Callable<Response>>map(to -> () -> decide(supervisor("chief.of." + to), path, to))
                            .toList())
                    .stream()
                    .map(OwnershipCaseResourceTest::got)
                    .toList();
        }

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        var won = answers.stream()
                .filter(one -> one.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(office.siteManager()
                        .get("/api/v1/customers/" + customer)
                        .jsonPath()
                        .getString("owner"))
                .isEqualTo(won.jsonPath().getString("decidedOwner"));
    }

    @Test
    @DisplayName(
            "REC-6 a case names another consultant, of the project, and is due by the setting; reminded once a day")
    void boundaries() {
        var customer = office.customerOf("li.na");
        var ownDispute = file("li.na", customer, Map.of("kind", "DISPUTE"));
        var same = file("li.na", customer, Map.of("kind", "WISH", "other", "li.na"));
        var unknown = file("li.na", customer, Map.of("kind", "WISH", "other", "no.body"));
        var nobody = office.as("li.na")
                .post("/api/v1/ownership-cases", Map.of("project", office.project, "kind", "WISH", "reason", "x"));
        var foreign = new Office()
                .as("li.na")
                .post(
                        "/api/v1/ownership-cases",
                        Map.of("project", office.project, "kind", "WISH", "customer", customer, "reason", "x"));
        var filed = file("li.na", customer, Map.of("kind", "WISH"));
        var path = path(filed);

        assertThat(Stream.of(ownDispute, same, unknown, nobody).map(OwnershipCaseResourceTest::code))
                .containsExactly("DISPUTE_NEEDS_TWO", "DISPUTE_NEEDS_TWO", "NOT_A_CONSULTANT", "CUSTOMER_MISSING");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(office.as("li.na").post(path + "/reminders").statusCode()).isEqualTo(200);
        var late = Instant.now().plus(Duration.ofDays(4));
        assertThat(overdue(late)).containsExactly(filed.jsonPath().getString("id"));
        assertThat(overdue(Instant.now())).isEmpty();
        assertThat(Office.at(late, office.as("li.na"), path + "/reminders", Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(code(Office.at(late, office.as("li.na"), path + "/reminders", Map.of())))
                .isEqualTo("REMINDED_TODAY");
    }

    @Test
    @DisplayName("REC-6 CUS-3 a case goes along with a merged record; no second one is open, and none is removed")
    void stays() {
        var customer = office.customerOf("li.na");
        var other = office.customerOf("li.na");
        var filed = file("li.na", other, Map.of("kind", "WISH"));
        var id = UUID.fromString(filed.jsonPath().getString("id"));
        merge(customer, other).then().statusCode(200);
        var third = office.customerOf("li.na");
        file("li.na", third, Map.of("kind", "WISH"));

        var two = merge(customer, third);

        assertThat(code(two)).isEqualTo("OWNERSHIP_CASE_IS_OPEN");
        assertThat(office.as("li.na").get(path(filed)).jsonPath().getString("customer"))
                .isEqualTo(customer.toString());
        var columns =
                "project, kind, customer, owner, first, other, filed_by, filed_at, reason, evidence, due_on, state";
        assertThatThrownBy(() -> Superuser.run("INSERT INTO ownership_case (id, " + columns + ") SELECT '"
                        + UUID.randomUUID() + "', " + columns + " FROM ownership_case WHERE id = '" + id + "'"))
                .hasStackTraceContaining("ownership_case_one_open");
        assertThatThrownBy(() -> Superuser.run("DELETE FROM ownership_case WHERE id = '" + id + "'"))
                .hasStackTraceContaining("only ever added to");
        assertThat(database.sql("SELECT to_jsonb(c)::text FROM ownership_case c WHERE id = :id")
                        .with("id", id)
                        .one(String.class))
                .as("sealed")
                .doesNotContain("沟通不畅");
    }

    private List<String> overdue(Instant at) {
        return office.siteManager()
                .request()
                .header("X-Office-Clock", at.toString())
                .get("/api/v1/ownership-cases?overdue=true&project=" + office.project)
                .jsonPath()
                .getList("items.id");
    }

    private Response merge(UUID stays, UUID goes) {
        return office.siteManager()
                .post("/api/v1/customers/" + stays + "/merges", Map.of("merged", goes, "reason", "同一人"));
    }

    private Ask supervisor(String person) {
        return Ask.as(Person.withRole(person, "sales-supervisor").in(office.project));
    }

    private Response file(String by, UUID customer, Map<String, Object> more) {
        var wish = new HashMap<String, Object>(
                Map.of("project", office.project, "customer", customer, "reason", "客户觉得沟通不畅"));
        wish.putAll(more);
        return office.as(by).post("/api/v1/ownership-cases", wish);
    }

    private static Response decide(Ask by, String path, String owner) {
        return by.post(path + "/decision", Map.of("owner", owner, "reason", "按首接记录裁定"));
    }

    private static Response decide(Ask by, String path, String owner, String first) {
        return by.post(path + "/decision", Map.of("owner", owner, "firstConsultant", first, "reason", "按首接记录裁定"));
    }

    private static Response got(Future<Response> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(Response filed) {
        return "/api/v1/ownership-cases/" + filed.jsonPath().getString("id");
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }
}

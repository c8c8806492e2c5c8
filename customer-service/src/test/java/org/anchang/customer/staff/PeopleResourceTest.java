package org.anchang.customer.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.anchang.customer.Office;
import org.anchang.customer.staff.account.Account;
import org.anchang.customer.staff.account.Account.Duty;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.PostsChanged;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PeopleResourceTest {
    private static final String PEOPLE = "/api/v1/people";
    private static final String POSTS = "/api/v1/posts";

    private final Office office = new Office();
    private final String somebody = "p." + UUID.randomUUID().toString().substring(0, 8);
    private final String successor = "s." + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    AccountsInMemory provider;

    @AfterEach
    void providerIsThere() {
        provider.isAway = false;
    }

    private Map<String, Object> wish(String person, String role, @Nullable Integer seat) {
        var wish = new HashMap<String, Object>(Map.of("person", person, "project", office.project, "role", role));
        if (seat != null) {
            wish.put("seat", seat);
        }
        return wish;
    }

    private Map<String, Object> invitation(String person, String role, @Nullable Integer seat) {
        var wish = wish(person, role, seat);
        wish.put("name", "韩雪");
        return wish;
    }

    private Response invited(String person, String role, @Nullable Integer seat) {
        var answer = office.administrator().post(PEOPLE, invitation(person, role, seat));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode() + " " + answer.path("code")).isEqualTo(status + " " + code);
    }

    private Account account(String person) {
        await().until(() -> office.administrator()
                        .get(PEOPLE + "?left=true&limit=200&project=" + office.project)
                        .jsonPath()
                        .getList("items.findAll { it.person == '" + person + "' && it.inForce }")
                        .size()
                == 1);
        return provider.accounts.get(person);
    }

    @Test
    @DisplayName("SEC-1 who is invited has an account with the post, a password that is shown once, and a name")
    void invitation() {
        var key = UUID.randomUUID().toString();
        var wish = invitation(somebody, "consultant", 3);

        var answer = office.siteManager().post(PEOPLE, wish, key);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("posts[0].role")).isEqualTo("consultant");
        assertThat(answer.jsonPath().getInt("posts[0].seat")).isEqualTo(3);
        assertThat(answer.jsonPath().getList("posts[0].actions.name")).containsExactly("set-seat", "hand-over", "end");
        String password = answer.path("initialPassword");
        assertThat(account(somebody))
                .isEqualTo(new Account(somebody, "韩雪", true, Set.of(new Duty(office.project, "consultant"))));
        assertThat(provider.passwords.get(somebody)).isEqualTo(password).hasSizeGreaterThan(12);
        assertThat((String) office.siteManager().post(PEOPLE, wish, key).path("initialPassword"))
                .isEqualTo(password);
        assertThat(office.siteManager()
                        .get("/api/v1/consultants?project=" + office.project)
                        .jsonPath()
                        .getList("items.person"))
                .contains(somebody);
        assertThat((String) office.siteManager()
                        .get("/api/v1/colleagues?limit=200")
                        .path("items.find { it.person == '" + somebody + "' }.name"))
                .isEqualTo("韩雪");
        refused(office.siteManager().post(PEOPLE, wish), 409, "PERSON_IS_KNOWN");
    }

    @Test
    @DisplayName(
            "SEC-1 site managers give posts of consultants and statisticians, administrators all of their projects;"
                    + " nobody their own")
    void rights() {
        var manager = office.siteManager();
        var administrator =
                Ask.as(Person.withRole("admin.here", "administrator").in(office.project));
        invited(somebody, "finance", null);

        refused(manager.post(PEOPLE, invitation("x." + somebody, "finance", null)), 403, "POST_IS_NOT_YOURS_TO_GIVE");
        refused(manager.post(POSTS, wish("chen.jing", "consultant", null)), 403, "OWN_POSTS_ARE_OTHERS_TO_GIVE");
        refused(new Office().siteManager().post(POSTS, wish(somebody, "sales-statistician", null)), 404, "NOT_FOUND");
        var everywhere = wish(somebody, "finance", null);
        everywhere.put("project", "*");
        refused(administrator.post(POSTS, everywhere), 404, "NOT_FOUND");
        assertThat(office.administrator().post(POSTS, everywhere).statusCode()).isEqualTo(201);
        assertThat(administrator
                        .post(POSTS, wish(somebody, "general-manager", null))
                        .statusCode())
                .isEqualTo(201);
        refused(
                administrator.post(PEOPLE + "/" + somebody + "/password", Map.of("reason", "x")),
                403,
                "POST_IS_NOT_YOURS_TO_GIVE");
        refused(
                manager.post(PEOPLE + "/" + somebody + "/leave", Map.of("reason", "x")),
                403,
                "POST_IS_NOT_YOURS_TO_GIVE");
        refused(manager.post(PEOPLE + "/nobody.here/leave", Map.of("reason", "x")), 404, "NOT_FOUND");
        refused(manager.post(POSTS, wish("nobody.here", "consultant", null)), 422, "PERSON_UNKNOWN");
        assertThat(manager.get(PEOPLE + "?project=" + office.project).jsonPath().getList("items.posts.flatten().role"))
                .containsExactlyInAnyOrder("finance", "general-manager");
        assertThat(office.with("finance").get(PEOPLE).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("APR-7 who administers any project holds no other post in any, and the reverse")
    void administrators() {
        invited(somebody, "administrator", null);
        var other = "o" + somebody;
        invited(other, "finance", null);

        refused(
                office.administrator().post(POSTS, wish(somebody, "finance", null)),
                409,
                "ADMINISTRATORS_HOLD_NO_OTHER_POST");
        refused(
                office.administrator().post(POSTS, wish(other, "administrator", null)),
                409,
                "ADMINISTRATORS_HOLD_NO_OTHER_POST");
        refused(office.administrator().post(POSTS, wish(other, "finance", null)), 409, "POST_IS_HELD_ALREADY");
    }

    @Test
    @DisplayName("REC-1 a seat is one consultant's of the project, and free again when it is given up")
    void seats() {
        String post = invited(somebody, "consultant", 1).path("posts[0].id");
        var other = "o" + somebody;
        refused(office.administrator().post(PEOPLE, invitation(other, "consultant", 1)), 409, "SEAT_IS_TAKEN");
        refused(office.administrator().post(PEOPLE, invitation(other, "finance", 2)), 422, "ONLY_CONSULTANTS_SIT");

        var moved = office.siteManager().post(POSTS + "/" + post + "/seat", Map.of("seat", 2));

        assertThat(moved.jsonPath().getInt("posts[0].seat")).isEqualTo(2);
        invited(other, "consultant", 1);
        assertThat(office.siteManager()
                                .post(POSTS + "/" + post + "/seat", Map.of())
                                .path("posts[0].seat")
                        == null)
                .isTrue();
        refused(office.siteManager().post(POSTS + "/" + post + "/seat", Map.of("seat", 1)), 409, "SEAT_IS_TAKEN");
        assertThat(office.siteManager()
                        .post(POSTS + "/" + post + "/seat", Map.of("seat", 100))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("TRK-7 a consultant who owns customers neither loses the post nor leaves before they are handed over")
    void customersFirst() {
        String post = invited(somebody, "consultant", 1).path("posts[0].id");
        var customer = office.customerOf(somebody);
        var end = POSTS + "/" + post + "/end";
        var reason = Map.of("reason", "轮岗");

        var no = office.siteManager().post(end, reason);

        refused(no, 409, "OWNS_CUSTOMERS");
        assertThat(no.jsonPath().getInt("customers")).isEqualTo(1);
        refused(office.siteManager().post(PEOPLE + "/" + somebody + "/leave", reason), 409, "OWNS_CUSTOMERS");
        office.hires("zhao.min");
        office.siteManager()
                .post("/api/v1/customers/" + customer + "/reassignments", Map.of("to", "zhao.min", "reason", "轮岗"))
                .then()
                .statusCode(200);
        assertThat(office.siteManager().post(end, reason).statusCode()).isEqualTo(200);
        assertThat(account(somebody).duties()).isEmpty();
        refused(office.siteManager().post(end, reason), 409, "POST_HAS_ENDED");
        assertThat(office.siteManager()
                        .get("/api/v1/consultants?project=" + office.project)
                        .jsonPath()
                        .getList("items.person"))
                .doesNotContain(somebody);
    }

    @Test
    @DisplayName(
            "TRK-7 whoever gets customers at the moment of leaving has them and stays, or gets none: no owner is gone")
    void customersAtTheLastMoment() throws InterruptedException, ExecutionException {
        invited(somebody, "consultant", 1);
        var visitor = office.visitor("张三", Office.freshPhone());
        visitor.put("owner", somebody);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming = IntStream.range(0, 4)
                    .mapToObj(_ -> {
                        var one = new HashMap<>(visitor);
                        one.put("phone", Office.freshPhone());
                        return people.submit(() -> office.siteManager().post("/api/v1/customers", one));
                    })
                    .toList();
            var leaving = people.submit(
                    () -> office.siteManager().post(PEOPLE + "/" + somebody + "/leave", Map.of("reason", "离职")));
            int registered = 0;
            for (var one : coming) {
                registered += one.get().statusCode() == 201 ? 1 : 0;
            }
            assertThat(leaving.get().statusCode()).isIn(200, 409);
            assertThat(leaving.get().statusCode() == 200 && registered > 0).isFalse();
        }
    }

    @Test
    @DisplayName(
            "TRK-7 what a leaver still had to see to is the successor's: complaints, messages, half-days at the desk; a"
                    + " customer's complaint is the customer's consultant's, and nobody who is gone is in the queue")
    void nothingStays() {
        invited(somebody, "consultant", 1);
        invited(successor, "consultant", 2);
        office.hires("zhao.min");
        var own = complaint(Map.of("personName", "路人", "owner", somebody));
        var customers = complaint(Map.of("customer", office.customerOf("zhao.min"), "owner", somebody));
        var message = office.as("zhao.min")
                .post("/api/v1/messages", Map.of("project", office.project, "recipient", somebody, "text", "请回电"))
                .path("id");
        var monday = LocalDate.now(OfficeClock.OFFICE_ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var rota = "/api/v1/rotas/" + office.project;
        office.siteManager()
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(Map.of(
                        "monday",
                        monday.toString(),
                        "halves",
                        List.of(
                                Map.of("day", monday.toString(), "half", "MORNING", "people", List.of(somebody)),
                                Map.of(
                                        "day",
                                        monday.toString(),
                                        "half",
                                        "AFTERNOON",
                                        "people",
                                        List.of(successor, somebody)))))
                .post(rota + "/weeks")
                .then()
                .statusCode(200);
        var duty = "/api/v1/duty-days/" + office.project;
        office.siteManager()
                .post(duty + "/sign-ins", Map.of("person", somebody))
                .then()
                .statusCode(200);

        refused(leave("nobody.here"), 422, "PERSON_UNKNOWN");
        assertThat(leave(successor).statusCode()).isEqualTo(200);

        assertThat((String) office.siteManager().get(own).path("owner")).isEqualTo(successor);
        assertThat((String) office.siteManager().get(customers).path("owner")).isEqualTo("zhao.min");
        assertThat(office.siteManager().get(own).jsonPath().getList("steps.toOwner"))
                .containsExactly(null, successor);
        assertThat(office.as(successor)
                        .get("/api/v1/messages?unread=true&project=" + office.project)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(message);
        assertThat(office.siteManager()
                        .get(rota + "?monday=" + monday)
                        .jsonPath()
                        .getList("halves.people.flatten()"))
                .containsExactly(successor, successor);
        assertThat(office.siteManager().get(duty).jsonPath().getList("people.findAll { it.state != 'OFF' }.person"))
                .doesNotContain(somebody);
    }

    @Test
    @DisplayName("TRK-7 other services hear where somebody works now, and who sees to what was theirs")
    void told() {
        String post = invited(somebody, "engineering", null).path("posts[0].id");
        office.administrator()
                .post(POSTS, wish(somebody, "cost-auditor", null))
                .then()
                .statusCode(201);
        invited(successor, "finance", null);
        office.administrator()
                .post(POSTS + "/" + post + "/end", Map.of("reason", "轮岗"))
                .then()
                .statusCode(200);

        office.administrator()
                .post(PEOPLE + "/" + somebody + "/leave", Map.of("reason", "离职", "successor", successor))
                .then()
                .statusCode(200);

        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            var stream = UUID.nameUUIDFromBytes(("staff " + somebody).getBytes(StandardCharsets.UTF_8));
            await().until(() -> heard.of(stream).size() == 4);
            var told = heard.of(stream).stream()
                    .map(said -> said.as(PostsChanged.class))
                    .toList();
            assertThat(told).extracting(PostsChanged::person).containsOnly(somebody);
            assertThat(told)
                    .extracting(PostsChanged::projects)
                    .containsExactly(
                            List.of(office.project), List.of(office.project), List.of(office.project), List.of());
            assertThat(told.getLast().successor())
                    .isEqualTo(new PostsChanged.Successor(successor, List.of(office.project)));
        }
    }

    private String complaint(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("project", office.project, "kind", "COMPLAINT", "way", "PHONE", "text", "电梯很慢"));
        body.putAll(more);
        var opened = office.siteManager().post("/api/v1/complaints", body);
        opened.then().statusCode(201);
        return "/api/v1/complaints/" + opened.path("id");
    }

    private Response leave(String heir) {
        return office.siteManager().post(PEOPLE + "/" + somebody + "/leave", Map.of("reason", "离职", "successor", heir));
    }

    @Test
    @DisplayName("TRK-7 who leaves has no post and no open account any more, and comes back by an invitation")
    void leaver() {
        invited(somebody, "consultant", 1);
        account(somebody);

        var left = office.siteManager().post(PEOPLE + "/" + somebody + "/leave", Map.of("reason", "离职"));

        assertThat(left.jsonPath().getString("state")).isEqualTo("LEFT");
        assertThat(left.jsonPath().getList("posts")).isEmpty();
        assertThat(left.jsonPath().getList("actions")).isEmpty();
        assertThat(account(somebody)).isEqualTo(new Account(somebody, "韩雪", false, Set.of()));
        refused(office.administrator().post(POSTS, wish(somebody, "consultant", 1)), 409, "PERSON_HAS_LEFT");
        assertThat(office.siteManager()
                        .get(PEOPLE + "?project=" + office.project)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();

        String password = invited(somebody, "consultant", 1).path("initialPassword");

        assertThat(account(somebody).enabled()).isTrue();
        assertThat(provider.passwords.get(somebody)).isEqualTo(password);
    }

    @Test
    @DisplayName("a forgotten password is replaced by another for one sign-in")
    void forgotten() {
        String first = invited(somebody, "consultant", null).path("initialPassword");
        account(somebody);

        String second = office.siteManager()
                .post(PEOPLE + "/" + somebody + "/password", Map.of("reason", "忘记密码"))
                .path("initialPassword");

        account(somebody);
        assertThat(second).isNotEqualTo(first).isEqualTo(provider.passwords.get(somebody));
    }

    @Test
    @DisplayName("while the identity provider is away nobody is invited, and posts wait for it")
    void providerAway() {
        invited(somebody, "consultant", null);
        account(somebody);
        provider.isAway = true;

        refused(
                office.administrator().post(PEOPLE, invitation("o" + somebody, "finance", null)),
                503,
                "IDENTITY_PROVIDER_AWAY");
        var given = office.administrator().post(POSTS, wish(somebody, "sales-statistician", null));
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(given.jsonPath().getBoolean("inForce")).isFalse();

        provider.isAway = false;
        assertThat(account(somebody).duties())
                .containsExactlyInAnyOrder(
                        new Duty(office.project, "consultant"), new Duty(office.project, "sales-statistician"));
    }

    @Test
    @DisplayName("a user name by which somebody else signs in is not given twice")
    void taken() {
        provider.accounts.put(somebody, new Account(somebody, "", true, Set.of()));

        refused(office.administrator().post(PEOPLE, invitation(somebody, "finance", null)), 409, "ACCOUNT_IS_TAKEN");
    }

    @Test
    @DisplayName("whom the identity provider alone knew is known here with their posts, without an invitation")
    void takenOver() {
        await().until(() -> office.administrator()
                        .get(PEOPLE + "?project=before")
                        .jsonPath()
                        .getList("items.posts.flatten().role")
                        .size()
                == 2);

        var known = office.administrator().get(PEOPLE + "?project=before").jsonPath();
        assertThat(known.getString("items[0].name")).isEqualTo("季兰");
        assertThat(known.getString("items[0].invitedAt")).isNull();
        assertThat(known.getString("items[0].posts[0].givenBy")).isEqualTo("identity provider");
    }
}

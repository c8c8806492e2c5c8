package org.anchang.customer.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class DutyResourceTest {
    @Inject
    Database database;

    private final Office office = new Office();
    private final String day = "/api/v1/duty-days/" + office.project;

    @Test
    @DisplayName(
            "REC-1 REC-2 the first new visitor goes to the first seat; one act makes reception, customer, visit and the next turn")
    void newVisitors() {
        var left = "left." + office.project;
        var right = "right." + office.project;
        seat(right, 2);
        seat(left, 1);
        signIn(right, left);
        var opened = open();
        office.visitor("-", "-");

        var first = came(Map.of("kind", "NEW", "name", "张三", "phone", Office.freshPhone()));
        var second = came(Map.of("kind", "NEW", "persons", 3));

        assertThat(opened.jsonPath().getString("onTurn")).isEqualTo(left);
        assertThat(opened.jsonPath().getList("next")).containsExactly(right);
        assertThat(first.jsonPath().getString("receiver")).isEqualTo(left);
        assertThat(first.jsonPath().getString("rule")).isEqualTo("NEW_VISITOR_ON_TURN");
        assertThat(first.jsonPath().getString("owner")).isEqualTo(left);
        assertThat(first.jsonPath().getString("customerName")).isEqualTo("张**");
        assertThat(second.jsonPath().getString("receiver")).isEqualTo(right);
        assertThat(second.jsonPath().getString("visit")).isNull();
        var customer = UUID.fromString(first.jsonPath().getString("customer"));
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            var visit = heard.await(customer, VisitReceived.class);
            assertThat(visit.receiver()).isEqualTo(left);
            assertThat(visit.owner()).isEqualTo(left);
            assertThat(visit.reason()).isEqualTo(ReceptionReason.NEW_VISITOR);
        }
        var board = board();
        assertThat(board.jsonPath().getList("people.state")).containsExactly("RECEIVING", "RECEIVING");
        assertThat(board.jsonPath().getInt("received")).isEqualTo(2);
        assertThat(board.jsonPath().getInt("persons")).isEqualTo(4);
        assertThat(visits(customer).getList("items.rule")).containsExactly("NEW_VISITOR_ON_TURN");
    }

    @Test
    @DisplayName(
            "REC-7 nobody is free: the visitor waits, and goes to whoever is free first; nobody is received before the opening")
    void waiting() {
        signIn("li.na");
        var early = came(Map.of("kind", "NEW"));
        assertThat(early.jsonPath().getString("receiver")).isNull();
        open();
        assertThat(shown(early).getString("receiver")).isEqualTo("li.na");
        var late = came(Map.of("kind", "NEW"));
        var tooEarly = office.siteManager().post(day + "/end");
        var again = office.as("li.na").post("/api/v1/receptions/" + id(late) + "/assignment");

        var ended = office.as("li.na").post("/api/v1/receptions/" + id(early) + "/end");
        var twice = office.as("li.na").post("/api/v1/receptions/" + id(early) + "/end");

        assertThat(ended.statusCode()).as(ended.asString()).isEqualTo(200);
        assertThat(shown(late).getString("receiver")).isEqualTo("li.na");
        assertThat(code(again)).isEqualTo("NOBODY_IS_FREE");
        assertThat(code(tooEarly)).isEqualTo("VISITORS_WAIT");
        assertThat(code(twice)).isEqualTo("RECEPTION_HAS_ENDED");
    }

    @Test
    @DisplayName(
            "REC-3 a returning visitor goes to the first consultant; on an errand, the one on turn gets in touch and receives")
    void returning() {
        office.visitor("-", "-");
        var phone = Office.freshPhone();
        office.as("wang.lei")
                .post("/api/v1/customers", office.visitor("李四", phone))
                .then()
                .statusCode(201);
        signIn("li.na", "wang.lei");
        open();

        var present = came(Map.of("kind", "RETURNING", "phone", phone));
        end("wang.lei", present);
        office.as("wang.lei")
                .post(day + "/errands", Map.of("minutes", 30))
                .then()
                .statusCode(200);
        var errand = came(Map.of("kind", "NEW", "phone", phone));
        var asked = office.as("li.na").post("/api/v1/receptions/" + id(errand) + "/contact");
        office.as("wang.lei").post(day + "/returns").then().statusCode(200);
        var unknown = came(Map.of("kind", "RETURNING", "phone", Office.freshPhone()));

        assertThat(present.jsonPath().getString("receiver")).isEqualTo("wang.lei");
        assertThat(present.jsonPath().getString("rule")).isEqualTo("FIRST_CONSULTANT");
        assertThat(errand.jsonPath().getString("kind")).isEqualTo("RETURNING");
        assertThat(errand.jsonPath().getString("receiver")).isEqualTo("li.na");
        assertThat(errand.jsonPath().getString("owner")).isEqualTo("wang.lei");
        assertThat(errand.jsonPath().getString("rule")).isEqualTo("ERRAND_IN_TOUCH");
        assertThat(asked.jsonPath().getString("inTouchAt")).isNotNull();
        assertThat(code(unknown)).isEqualTo("VISITOR_NOT_KNOWN");
        assertThat(board().jsonPath().getList("people.state")).containsExactlyInAnyOrder("RECEIVING", "ON_DUTY");
        var customer = UUID.fromString(errand.jsonPath().getString("customer"));
        assertThat(visits(customer).getList("items.reason")).containsExactly("NEW_VISITOR", "OWNER_ON_ERRAND");
    }

    @Test
    @DisplayName("REC-2 TRK-5 who comes again out of the pool belongs to the consultant on turn, like a new visitor")
    void outOfThePool() {
        office.visitor("-", "-");
        var phone = Office.freshPhone();
        var registered = office.as("wang.lei").post("/api/v1/customers", office.visitor("李四", phone));
        var customer = UUID.fromString(registered.jsonPath().getString("id"));
        office.pools(customer);
        signIn("li.na", "wang.lei");
        open();

        var came = came(Map.of("kind", "RETURNING", "phone", phone));

        assertThat(came.jsonPath().getString("receiver")).isEqualTo("li.na");
        assertThat(came.jsonPath().getString("owner")).isEqualTo("li.na");
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + customer)
                        .jsonPath()
                        .getString("owner"))
                .isEqualTo("li.na");
    }

    @Test
    @DisplayName("REC-5 whom a customer sent belongs to the introducer's first consultant, whoever is on turn")
    void referral() {
        var phone = Office.freshPhone();
        office.as("wang.lei")
                .post("/api/v1/customers", office.visitor("李四", phone))
                .then()
                .statusCode(201);
        signIn("li.na", "wang.lei");
        open();

        var sent =
                came(Map.of("kind", "REFERRAL", "introducerPhone", phone, "name", "王五", "phone", Office.freshPhone()));
        var nobody = came(Map.of("kind", "REFERRAL"));

        assertThat(sent.jsonPath().getString("receiver")).isEqualTo("wang.lei");
        assertThat(sent.jsonPath().getString("rule")).isEqualTo("INTRODUCERS_CONSULTANT");
        assertThat(sent.jsonPath().getString("visit")).isNotNull();
        assertThat(code(nobody)).isEqualTo("INTRODUCER_MISSING");
    }

    @Test
    @DisplayName(
            "REC-9 CUS-3 received as new and found to be another's: the customer stays theirs, the turn is made up")
    void foundAfterwards() {
        var phone = Office.freshPhone();
        office.as("wang.lei")
                .post("/api/v1/customers", office.visitor("李四", phone))
                .then()
                .statusCode(201);
        signIn("li.na");
        open();
        var visitor = came(Map.of("kind", "NEW"));

        var registered = office.as("li.na")
                .post("/api/v1/receptions/" + id(visitor) + "/registration", Map.of("name", "李四", "phone", phone));

        assertThat(registered.jsonPath().getString("owner")).isEqualTo("wang.lei");
        assertThat(registered.jsonPath().getString("rule")).isEqualTo("FOUND_TO_BE_ANOTHERS");
        assertThat(board().jsonPath().getInt("people.find { it.person == 'li.na' }.owed"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "REC-1 REC-10 whoever is on turn passes with a reason; turns, passes and made-up turns are counted by day")
    void passes() {
        signIn("a", "b");
        open();
        var notOnTurn = office.as("b").post(day + "/passes", Map.of("reason", "PAPERWORK"));
        office.as("a")
                .post(day + "/passes", Map.of("reason", "ON_THE_PHONE"))
                .then()
                .statusCode(200);
        var visitor = came(Map.of("kind", "NEW"));
        var forAnother = office.as("a").post("/api/v1/receptions/" + id(visitor) + "/end");
        var forOther = office.as("a").post(day + "/sign-outs", Map.of("person", "b"));
        end("b", visitor);
        office.as("b").post(day + "/sign-outs", Map.of()).then().statusCode(200);

        var shares = office.siteManager().get(day + "/fairness").jsonPath();

        assertThat(code(notOnTurn)).isEqualTo("NOT_ON_TURN");
        assertThat(visitor.jsonPath().getString("receiver")).isEqualTo("b");
        assertThat(code(forAnother)).isEqualTo("RECEPTION_IS_NOT_YOURS");
        assertThat(code(forOther)).isEqualTo("DUTY_IS_NOT_YOURS");
        assertThat(shares.getList("shares.person")).containsExactly("a", "b");
        assertThat(shares.getList("shares.passed")).containsExactly(1, 0);
        assertThat(shares.getList("shares.turns")).containsExactly(0, 1);
        assertThat(shares.getList("shares.newOnes")).containsExactly(0, 1);
    }

    @Test
    @DisplayName(
            "REC-7 two desks, many visitors, all at once: nobody receives two, nobody is out of turn, no visitor is lost")
    void desks() throws InterruptedException, ExecutionException {
        var people = IntStream.rangeClosed(1, 5)
                .mapToObj(seat -> "p" + seat + "." + office.project)
                .toList();
        people.forEach(person -> seat(person, people.indexOf(person) + 1));
        signIn(people.toArray(String[]::new));
        open();
        var visitors = 20;
        try (var desks = Executors.newFixedThreadPool(4)) {
            var arriving = new ArrayList<Callable<Response>>();
            for (var i = 0; i < visitors; i++) {
                arriving.add(() -> came(Map.of("kind", "NEW")));
            }
            for (Future<Response> one : desks.invokeAll(arriving)) {
                assertThat(one.get().statusCode()).as(one.get().asString()).isEqualTo(201);
            }
            // Who is through takes the next of those who wait, from both sides at once, until nobody is left.
            for (var left = here(); !left.isEmpty(); left = here()) {
                var ending = left.entrySet().stream()
                        .map(one -> (Callable<Response>)
                                () -> office.as(one.getValue()).post("/api/v1/receptions/" + one.getKey() + "/end"))
                        .toList();
                for (Future<Response> one : desks.invokeAll(ending)) {
                    assertThat(one.get().statusCode()).as(one.get().asString()).isEqualTo(200);
                }
            }
        }

        var shares = office.siteManager().get(day + "/fairness").jsonPath();
        assertThat(board().jsonPath().getInt("received")).isEqualTo(visitors);
        assertThat(shares.getList("shares.newOnes", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(visitors);
        // The first five in turn; each of the others by whoever was free first, never two at once.
        assertThat(shares.getList("shares.turns", Integer.class)).allMatch(turns -> turns >= 1);
        assertThat(replayed()).isEqualTo(visitors);
    }

    /// The day as it is written, gone through once more: nobody has two visitors at once, and of those who are free
    /// it is always the one whom the turn went past longest ago.
    private int replayed() {
        var busy = new HashMap<String, Object>();
        var received = 0;
        var events = database.sql("""
                SELECT day, seq, kind, person, arrival, basis, rule, reason, done_by, done_at FROM duty_event
                WHERE day = (SELECT id FROM duty_day WHERE project = :project) ORDER BY seq""").with("project", office.project).rows(DutyDays.KeptEvent.class);
        var line = new ArrayList<String>();
        for (var event : events) {
            switch (event.kind()) {
                case PLACED -> line.add(event.person());
                case RECEIVED -> {
                    received++;
                    var first = line.stream()
                            .filter(person -> !busy.containsKey(person))
                            .findFirst();
                    assertThat(first).contains(event.person());
                    busy.put(event.person(), event.arrival());
                    while (!line.getLast().equals(event.person())) {
                        line.add(line.removeFirst());
                    }
                }
                case ENDED -> assertThat(busy.remove(event.person())).isEqualTo(event.arrival());
                default -> {}
            }
        }
        return received;
    }

    private Map<String, String> here() {
        var receiving = board().jsonPath();
        var here = new HashMap<String, String>();
        List<Map<String, Object>> all = receiving.getList("receiving");
        all.stream()
                .filter(one -> one.get("receiver") != null)
                .forEach(one -> here.put((String) one.get("id"), (String) one.get("receiver")));
        return here;
    }

    @Test
    @DisplayName("REC-1 the day's opening, sign-ins and its end are refused where they make no sense")
    void order() {
        office.hires("li.na");
        var notOpen = office.siteManager().post(day + "/end");
        var notHere = office.as("li.na").post(day + "/sign-outs", Map.of());
        signIn("li.na");
        var twice = office.as("li.na").post(day + "/sign-ins", Map.of());
        var stranger = office.siteManager().post(day + "/sign-ins", Map.of("person", "nobody"));
        open();
        var openTwice = office.siteManager().post(day + "/opening");
        office.siteManager().post(day + "/end").then().statusCode(200);
        var afterwards = came(Map.of("kind", "NEW"));

        assertThat(Stream.of(notOpen, notHere, twice, stranger, openTwice, afterwards)
                        .map(DutyResourceTest::code))
                .containsExactly(
                        "DAY_IS_NOT_OPEN",
                        "NOT_ON_DUTY",
                        "SIGNED_IN_ALREADY",
                        "NOT_A_CONSULTANT",
                        "DAY_IS_OPEN",
                        "DAY_HAS_ENDED");
        assertThat(board().jsonPath().getString("stage")).isEqualTo("ENDED");
        assertThat(office.siteManager().post(day + "/opening").jsonPath().getString("stage"))
                .isEqualTo("OPEN");
    }

    @Test
    @DisplayName("REC-10 an open board is told when it opens and of each change")
    void live() throws Exception {
        var hints = new Semaphore(0);
        signIn("li.na");
        var reading = new AtomicReference<Stream<String>>();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + day + "/changes"))
                    .header(
                            "Authorization",
                            "Bearer "
                                    + Person.siteManager("chen.jing")
                                            .in(office.project)
                                            .token())
                    .header("Accept", "text/event-stream")
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            reading.set(answer.body());
            Thread.ofVirtual().start(() -> {
                try {
                    reading.get()
                            .filter(line -> line.replace(" ", "").equals("event:changed"))
                            .forEach(_ -> hints.release());
                } catch (UncheckedIOException e) {
                    // Closed.
                }
            });
            assertThat(hints.tryAcquire(60, TimeUnit.SECONDS))
                    .as("hears when it opens")
                    .isTrue();
            hints.drainPermits();
            open();
            assertThat(hints.tryAcquire(60, TimeUnit.SECONDS))
                    .as("hears of the opening")
                    .isTrue();
            client.shutdownNow();
        }
    }

    private void seat(String person, int seat) {
        office.administrator()
                .post(
                        "/api/v1/people",
                        Map.of(
                                "person",
                                person,
                                "name",
                                "韩雪",
                                "project",
                                office.project,
                                "role",
                                "consultant",
                                "seat",
                                seat))
                .then()
                .statusCode(201);
    }

    private void signIn(String... people) {
        for (var person : people) {
            office.as(person).post(day + "/sign-ins", Map.of()).then().statusCode(200);
        }
    }

    private Response open() {
        var opened = office.siteManager().post(day + "/opening");
        opened.then().statusCode(200);
        return opened;
    }

    private Response came(Map<String, Object> visitor) {
        var all = new HashMap<String, Object>(visitor);
        all.put("project", office.project);
        return office.as("desk.one").post("/api/v1/receptions", all);
    }

    private void end(String receiver, Response reception) {
        office.as(receiver)
                .post("/api/v1/receptions/" + id(reception) + "/end")
                .then()
                .statusCode(200);
    }

    private Response board() {
        return office.siteManager().get(day);
    }

    private JsonPath shown(Response reception) {
        var path = board().jsonPath();
        path.setRootPath("receiving.find { it.id == '" + id(reception) + "' }");
        return path;
    }

    private JsonPath visits(UUID customer) {
        return office.siteManager().get("/api/v1/visits?customer=" + customer).jsonPath();
    }

    private static String id(Response reception) {
        return reception.jsonPath().getString("id");
    }

    private static String code(Response refused) {
        return refused.jsonPath().getString("code");
    }
}

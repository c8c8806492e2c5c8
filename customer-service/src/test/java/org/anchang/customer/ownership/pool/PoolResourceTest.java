package org.anchang.customer.ownership.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PoolResourceTest {
    private final Office office = new Office();
    private final String path = "/api/v1/pool/" + office.project;

    @Inject
    Database database;

    @Test
    @DisplayName("TRK-5 SEC-1 a customer of the pool is nobody's, and masked for all; who takes them sees them in full")
    void pooledAndClaimed() {
        var customer = office.customerOf("li.na");

        var moved = office.pools(customer);
        var listed = office.as("wang.lei").get(path).jsonPath();

        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        assertThat(moved.jsonPath().getInt("moved")).isEqualTo(1);
        assertThat(listed.getList("items.id")).containsExactly(customer.toString());
        assertThat(listed.getString("items[0].name")).isEqualTo("张**");
        assertThat(listed.getString("items[0].phone")).contains("*");
        assertThat(listed.getString("items[0].formerOwner")).isEqualTo("li.na");
        for (var consultant : List.of("li.na", "wang.lei")) {
            assertThat(office.as(consultant)
                            .get("/api/v1/customers/" + customer)
                            .statusCode())
                    .isEqualTo(404);
        }
        var claimed = office.claim("wang.lei", customer);
        assertThat(claimed.statusCode()).as(claimed.asString()).isEqualTo(200);
        assertThat(claimed.jsonPath().getString("name")).isEqualTo("张三");
        assertThat(claimed.jsonPath().getString("owner")).isEqualTo("wang.lei");
        assertThat(office.as("wang.lei").get(path).jsonPath().getList("items")).isEmpty();
        var history = office.as("wang.lei")
                .get("/api/v1/customers/" + customer + "/reassignments")
                .jsonPath();
        assertThat(history.getList("items.to")).containsExactly("*", "wang.lei");
        assertThat(history.getString("items[0].reason")).isEqualTo("长期未跟进");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            await().until(() -> heard.of(customer).stream()
                            .filter(said -> said.type().equals("CustomerReassigned"))
                            .count()
                    == 2);
        }
    }

    @Test
    @DisplayName("TRK-5 of many who take a customer at once one wins, and the others are told who")
    void oneWinner() throws InterruptedException, ExecutionException {
        var customer = office.customerOf("li.na");
        office.pools(customer);
        var consultants =
                IntStream.range(0, 8).mapToObj(nth -> "consultant." + nth).toList();

        var answers = atOnce(consultants.stream().map(one -> new Claim(one, customer)));

        var winners =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(winners).hasSize(1);
        var owner = winners.getFirst().jsonPath().getString("owner");
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(7)
                .allSatisfy(answer -> {
                    assertThat(answer.jsonPath().getString("code")).isEqualTo("CLAIMED_BY_ANOTHER");
                    assertThat(answer.jsonPath().getString("owner")).isEqualTo(owner);
                });
    }

    @Test
    @DisplayName("TRK-5 the day's quota holds for one consultant at two desks at once")
    void quota() throws InterruptedException, ExecutionException {
        office.sets("POOL_CLAIMS_A_DAY", "2");
        var customers =
                IntStream.range(0, 6).mapToObj(_ -> office.customerOf("li.na")).toArray(UUID[]::new);
        office.pools(customers);

        var answers = atOnce(Stream.of(customers).map(one -> new Claim("wang.lei", one)));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getString("code")).isEqualTo("CLAIMS_OF_TODAY_ARE_USED"));
        var quota = office.as("wang.lei").get(path + "/quota").jsonPath();
        assertThat(quota.getInt("left")).isZero();
        assertThat(quota.getInt("owned")).isEqualTo(2);
    }

    @Test
    @DisplayName("TRK-5 a former owner waits the cool-down; who owns as many as the project lets has enough")
    void coolDownAndLimit() {
        var customer = office.customerOf("li.na");
        office.customerOf("wang.lei");
        office.sets("CUSTOMERS_PER_CONSULTANT", "1");
        office.pools(customer);

        assertThat(office.claim("li.na", customer).jsonPath().getString("code")).isEqualTo("NOT_CLAIMED_BACK_YET");
        assertThat(office.claim("wang.lei", customer).jsonPath().getString("code"))
                .isEqualTo("CUSTOMERS_ARE_ENOUGH");
        office.sets("POOL_COOL_DOWN_DAYS", "0");
        assertThat(office.claim("li.na", customer).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("SEC-1 TRK-5 who was never in the pool is not there to be taken, nor received before they are taken")
    void notThere() {
        var customer = office.customerOf("li.na");

        assertThat(office.claim("wang.lei", customer).statusCode()).isEqualTo(404);
        office.pools(customer);
        assertThat(office.visit("wang.lei", customer).jsonPath().getString("code"))
                .isEqualTo("CUSTOMER_IS_IN_THE_POOL");
        assertThat(new Office().claim("wang.lei", customer).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("TRK-5 the rules of the pool warn the owner, and move whom they name once their days are over")
    void swept() {
        office.sets("POOL_DAYS_UNGRADED", "30");
        var gone = office.customerOf("li.na", 31);
        var warned = office.customerOf("li.na", 29);
        var fresh = office.customerOf("li.na", 3);
        var warnings = office.as("li.na")
                .get("/api/v1/overdue/" + office.project + "?kind=POOL")
                .jsonPath();
        assertThat(warnings.getList("items.customer"))
                .contains(warned.toString())
                .doesNotContain(fresh.toString());

        QuarkusTransaction.requiringNew().run(() -> database.sql("UPDATE pool_round SET next_at = clock_timestamp()")
                .write());

        await().until(() ->
                office.siteManager().get(path).jsonPath().getList("items.id").equals(List.of(gone.toString())));
        assertThat(office.as("li.na")
                        .get("/api/v1/customers?project=" + office.project)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactlyInAnyOrder(warned.toString(), fresh.toString());
    }

    @Test
    @DisplayName("TRK-5 TRK-7 a leaver's customers are spread over several in turn, and to consultants alone")
    void handedOver() {
        var all =
                IntStream.range(0, 5).mapToObj(_ -> office.customerOf("li.na")).toList();
        office.hires("wang.lei");
        office.hires("zhou.ting");

        var moved = office.siteManager()
                .post(
                        "/api/v1/customer-moves",
                        Map.of(
                                "project",
                                office.project,
                                "among",
                                Map.of("owner", "li.na"),
                                "to",
                                List.of("wang.lei", "zhou.ting"),
                                "reason",
                                "离职"));

        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        assertThat(moved.jsonPath().getInt("moved")).isEqualTo(5);
        assertThat(moved.jsonPath().getInt("left")).isZero();
        assertThat(all.stream().map(one -> office.siteManager()
                        .get("/api/v1/customers/" + one)
                        .jsonPath()
                        .getString("owner")))
                .containsExactly("wang.lei", "zhou.ting", "wang.lei", "zhou.ting", "wang.lei");
        var nobody = office.siteManager()
                .post(
                        "/api/v1/customer-moves",
                        Map.of(
                                "project",
                                office.project,
                                "among",
                                Map.of("owner", "wang.lei"),
                                "to",
                                List.of("nobody.known"),
                                "reason",
                                "离职"));
        assertThat(nobody.jsonPath().getString("code")).isEqualTo("NOT_A_CONSULTANT");
    }

    @Test
    @DisplayName(
            "TRK-5 customers fall into the first pool whose rules name their grade, stage and channel after its days, and"
                    + " the owner is warned into which; whoever is locked stays")
    void namedPools() {
        office.sets("POOL_DAYS_UNGRADED", "60");
        var visited = pool("来访池", Map.of("stages", List.of("VISITED"), "days", 20));
        var all = pool("线上池", Map.of("channels", List.of("WALK_IN"), "days", 40));
        var came = office.customerOf("li.na", 30);
        Office.at(
                        Instant.now().minus(Duration.ofDays(29)),
                        office.as("li.na"),
                        "/api/v1/visits",
                        Map.of("project", office.project, "customer", came))
                .then()
                .statusCode(201);
        var registered = office.customerOf("li.na", 41);
        var early = office.customerOf("li.na", 39);
        var locked = office.customerOf("li.na", 50);
        lock(office.siteManager(), locked, 5).then().statusCode(201);

        var warnings = office.as("li.na")
                .get("/api/v1/overdue/" + office.project + "?kind=POOL")
                .jsonPath();
        assertThat(warnings.getString("items.find { it.customer == '" + came + "' }.pool"))
                .isEqualTo("来访池");
        assertThat(warnings.getString("items.find { it.customer == '" + early + "' }.pool"))
                .isEqualTo("线上池");
        assertThat(warnings.getList("items.customer")).doesNotContain(locked.toString());
        QuarkusTransaction.requiringNew().run(() -> database.sql("UPDATE pool_round SET next_at = clock_timestamp()")
                .write());

        await().until(() ->
                office.siteManager().get(path).jsonPath().getList("items").size() == 2);
        assertThat(office.siteManager()
                        .get(path + "?pool=" + visited)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(came.toString());
        assertThat(office.siteManager().get(path + "?pool=" + all).jsonPath().getList("items.id"))
                .containsExactly(registered.toString());
        assertThat(office.siteManager().get(path + "/counts").jsonPath().getList("items.customers"))
                .containsExactly(0, 1, 1);
    }

    @Test
    @DisplayName("TRK-5 each pool has its quota, counted with the claim, however many ask at once, and its cool-down")
    void quotaOfPool() throws InterruptedException, ExecutionException {
        office.sets("POOL_CLAIMS_A_DAY", "1");
        var rich = pool("高意向池", Map.of("grades", List.of("A"), "days", 10), 2, 0);
        var inRich =
                IntStream.range(0, 5).mapToObj(_ -> office.customerOf("li.na")).toArray(UUID[]::new);
        var general = office.customerOf("li.na");
        into(rich, inRich).then().statusCode(200);
        office.pools(general);

        var answers = atOnce(Stream.of(inRich).map(one -> new Claim("wang.lei", one)));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getString("code")).isEqualTo("CLAIMS_OF_TODAY_ARE_USED"));
        assertThat(office.as("wang.lei")
                        .get(path + "/quota?pool=" + rich)
                        .jsonPath()
                        .getInt("left"))
                .isZero();
        assertThat(office.claim("wang.lei", general).statusCode())
                .as("the general pool counts by itself")
                .isEqualTo(200);
        var left = office.siteManager().get(path + "?pool=" + rich).jsonPath();
        assertThat(office.claim("li.na", UUID.fromString(left.getString("items[0].id")))
                        .statusCode())
                .as("no cool-down here")
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "TRK-5 SEC-1 a manager keeps a customer of the pool from being taken; a consultant asks for protection of"
                    + " own customers alone, and another decides")
    void locks() {
        var pooled = office.customerOf("li.na");
        var own = office.customerOf("li.na");
        office.pools(pooled);
        lock(office.siteManager(), pooled, 1).then().statusCode(201);
        assertThat(office.claim("wang.lei", pooled).jsonPath().getString("code"))
                .isEqualTo("CUSTOMER_IS_LOCKED");

        assertThat(ask("wang.lei", own).statusCode()).isEqualTo(404);
        var asked = ask("li.na", own);
        asked.then().statusCode(201);
        assertThat(ask("li.na", own).jsonPath().getString("code")).isEqualTo("PROTECTION_IS_ASKED_FOR");
        var id = "/api/v1/pool-locks/" + asked.jsonPath().getString("id");
        assertThat(office.siteManager()
                        .post(id + "/grant", Map.of("word", "可"))
                        .jsonPath()
                        .getBoolean("holds"))
                .isTrue();
        assertThat(office.siteManager()
                        .post(id + "/refusal", Map.of("word", "x"))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("PROTECTION_IS_DECIDED");
        assertThat(office.pools(own).jsonPath().getInt("kept")).isEqualTo(1);
        office.siteManager().post(id + "/end", Map.of("word", "x")).then().statusCode(200);
        assertThat(office.pools(own).jsonPath().getInt("moved")).isEqualTo(1);
        assertThat(lock(office.siteManager(), own, -1).jsonPath().getString("code"))
                .isEqualTo("LOCK_ENDS_IN_THE_PAST");
        assertThat(office.as("wang.lei")
                        .get("/api/v1/pool-locks?project=" + office.project)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("TRK-5 pools are changed as they were read, named once, and retired, never deleted")
    void dictionary() {
        var id = pool("渠道池", Map.of("channels", List.of("PARTNER"), "days", 7));
        var terms = Map.of("name", "渠道池", "rules", List.of());
        var pools = "/api/v1/customer-pools";
        assertThat(office.siteManager()
                        .post(pools, Map.of("project", office.project, "terms", terms))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("POOL_NAME_IS_TAKEN");
        assertThat(office.siteManager()
                        .request()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"7\"")
                        .contentType("application/json")
                        .body(terms)
                        .post(pools + "/" + id + "/changes")
                        .statusCode())
                .isEqualTo(412);
        office.siteManager().post(pools + "/" + id + "/retirement").then().statusCode(200);
        assertThat(into(id, office.customerOf("li.na")).statusCode()).isEqualTo(404);
        assertThat(office.as("li.na")
                        .get(pools + "?project=" + office.project)
                        .jsonPath()
                        .getList("items.retired"))
                .containsExactly(true);
    }

    @Test
    @DisplayName(
            "TRK-5 SEC-1 a manager puts customers of one pool into another, by whose terms they are taken from then on; the"
                    + " cool-down goes on, and the history says why")
    void betweenPools() {
        var calm = pool("冷却池", Map.of("days", 30), 5, 30);
        var open = pool("开放池", Map.of("days", 30), 5, 0);
        var customer = office.customerOf("li.na");
        var claimed = office.customerOf("li.na");
        into(calm, customer, claimed).then().statusCode(200);
        assertThat(office.claim("wang.lei", claimed).statusCode()).isEqualTo(200);

        var byConsultant = between(office.as("li.na"), open, customer);
        var waits = office.claim("li.na", customer).jsonPath().getString("code");
        var moved = between(office.siteManager(), open, customer, claimed);
        var again = between(office.siteManager(), open, customer);

        assertThat(byConsultant.statusCode()).isEqualTo(403);
        assertThat(waits).isEqualTo("NOT_CLAIMED_BACK_YET");
        assertThat(moved.jsonPath().getInt("moved")).isEqualTo(1);
        assertThat(moved.jsonPath().getInt("stayed")).as("somebody's by now").isEqualTo(1);
        assertThat(again.jsonPath().getInt("moved")).isZero();
        var listed = office.siteManager().get(path + "?pool=" + open).jsonPath();
        assertThat(listed.getList("items.id")).containsExactly(customer.toString());
        assertThat(listed.getString("items[0].formerOwner")).isEqualTo("li.na");
        var told = office.siteManager()
                .get("/api/v1/customers/" + customer + "/timeline?kind=OWNER")
                .jsonPath();
        assertThat(told.getString("items[0].what")).isEqualTo("OTHER_POOL");
        assertThat(told.getString("items[0].facts.pool")).isEqualTo("开放池");
        assertThat(told.getString("items[0].texts.reason")).isEqualTo("改按新规则");
        assertThat(office.claim("li.na", customer).statusCode())
                .as("nobody waits in this pool")
                .isEqualTo(200);
    }

    private Response between(Ask who, UUID pool, UUID... customers) {
        return who.post(path + "/moves", Map.of("customers", List.of(customers), "to", pool, "reason", "改按新规则"));
    }

    private UUID pool(String name, Map<String, Object> rule) {
        return pool(name, rule, null, null);
    }

    private UUID pool(String name, Map<String, Object> rule, Integer claims, Integer coolDown) {
        var rules =
                new HashMap<String, Object>(Map.of("grades", List.of(), "stages", List.of(), "channels", List.of()));
        rules.putAll(rule);
        var terms = new HashMap<String, Object>(Map.of("name", name, "rules", List.of(rules)));
        terms.put("claimsADay", claims);
        terms.put("coolDownDays", coolDown);
        var made =
                office.siteManager().post("/api/v1/customer-pools", Map.of("project", office.project, "terms", terms));
        made.then().statusCode(200);
        return UUID.fromString(made.jsonPath().getString("items.find { it.name == '" + name + "' }.id"));
    }

    private Response into(UUID pool, UUID... customers) {
        return office.siteManager()
                .post(
                        "/api/v1/customer-moves",
                        Map.of(
                                "project",
                                office.project,
                                "among",
                                Map.of("customers", List.of(customers)),
                                "to",
                                List.of(),
                                "pool",
                                pool,
                                "reason",
                                "长期未跟进"));
    }

    private Response lock(Ask manager, UUID customer, int days) {
        return manager.post("/api/v1/pool-locks", wish(customer, days));
    }

    private Response ask(String consultant, UUID customer) {
        return office.as(consultant).post("/api/v1/pool-locks/requests", wish(customer, 7));
    }

    private static Map<String, Object> wish(UUID customer, int days) {
        return Map.of(
                "customer",
                customer,
                "until",
                LocalDate.now(OfficeClock.OFFICE_ZONE).plusDays(days).toString(),
                "reason",
                "客户出国");
    }

    private record Claim(String consultant, UUID customer) {}

    private List<Response> atOnce(Stream<Claim> claims) throws InterruptedException, ExecutionException {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = claims.map(one -> people.submit(() -> office.claim(one.consultant(), one.customer())))
                    .toList();
            var answers = new ArrayList<Response>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}

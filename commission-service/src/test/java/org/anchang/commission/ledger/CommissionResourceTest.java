package org.anchang.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.clock.HeaderClock;
import org.anchang.commission.Office;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CommissionResourceTest {
    @Inject
    EntityManager database;

    private final Office office = new Office();
    private final UUID deal = UUID.randomUUID();

    /// Li Na's customer, received once by Wang Wei during an errand; 10000.00 earned.
    @BeforeEach
    void earned() {
        office.publishPlan("SIGNED", "1.00");
        office.registered("li.na");
        office.received("wang.wei", "li.na", ReceptionReason.OWNER_ON_ERRAND);
        office.orderFormSigned(deal, "1000000.00");
        office.contractSigned(deal, "1000000.00");
        await().until(() -> office.siteManager()
                                .get("/api/v1/commissions?deal=" + deal)
                                .jsonPath()
                                .getList("items[0].shares")
                        instanceof List<?> shares
                && shares.size() == 2
                && state().equals("EARNED"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("SEC-1 a consultant sees the own share only, a stranger nothing")
    void ownSharesOnly() {
        var liNa = office.as("li.na").get("/api/v1/commissions?deal=" + deal).jsonPath();
        assertThat(liNa.getList("items[0].shares.consultant")).containsExactly("li.na");
        assertThat(liNa.getString("items[0].amount")).isEqualTo("10000.00");

        var wangWei = office.as("wang.wei").get("/api/v1/commissions/" + id()).jsonPath();
        assertThat(wangWei.getList("shares.consultant")).containsExactly("wang.wei");
        assertThat(wangWei.getString("shares[0].reason")).isEqualTo("ERRAND_WITHOUT_AGREEMENT");
        assertThat(wangWei.getList("entries")).isEmpty();

        assertThat(office.as("zhao.min").get("/api/v1/commissions/" + id()).statusCode())
                .isEqualTo(404);
        assertThat(office.as("zhao.min")
                        .get("/api/v1/commissions?deal=" + deal)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("COM-4 CUS-6 commissions and statements name their deal by its home, and the customer masked")
    void named() {
        var seen = office.siteManager().get("/api/v1/commissions?deal=" + deal).jsonPath();
        assertThat(seen.getString("items[0].home")).isEqualTo("3栋-1单元-3101");
        assertThat(seen.getString("items[0].customerName")).isEqualTo("张**");
        var month = OfficeClock.dateOf(office.now()).toString().substring(0, 7);
        var statement = office.siteManager()
                .get("/api/v1/commission-statements/" + office.project + "/li.na/" + month)
                .jsonPath();
        assertThat(statement.getList("lines.home")).isNotEmpty().containsOnly("3栋-1单元-3101");
    }

    @Test
    @DisplayName(
            "COM-2 SEC-2 the first consultant agrees that an errand's substitute gets a part; before and after are kept")
    void agreement() {
        var agreements = "/api/v1/commissions/" + id() + "/agreements";
        var body = Map.of("substitute", "wang.wei", "share", "30.00");

        assertThat(office.as("wang.wei").post(agreements, body).jsonPath().getString("code"))
                .isEqualTo("ONLY_FIRST_CONSULTANT_AGREES");
        assertThat(office.as("li.na")
                        .post(agreements, Map.of("substitute", "zhao.min", "share", "30.00"))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("NOBODY_RECEIVED_FOR_YOU");
        var agreed = office.as("li.na").post(agreements, body);

        assertThat(agreed.statusCode()).as(agreed.asString()).isEqualTo(201);
        var seen = office.siteManager().get("/api/v1/commissions/" + id()).jsonPath();
        assertThat(seen.getList("shares.amount")).containsExactly("7000.00", "3000.00");
        assertThat(seen.getString("amount")).isEqualTo("10000.00");
        assertThat(changes("commission_share", id()))
                .contains("li.na UPDATE 10000.00 7000.00 li.na", "li.na UPDATE 0.00 3000.00 wang.wei");
        assertThat(changes("first_consultant", office.customer.toString())).hasSize(1);
    }

    /// Who did what to the row, with amount and consultant before and after.
    private List<String> changes(String relation, String row) {
        List<?> changes = database.createNativeQuery("""
                        SELECT actor || ' ' || action || ' ' || coalesce(before ->> 'amount', 'null') || ' '
                            || coalesce(after ->> 'amount', 'null') || ' ' || coalesce(after ->> 'consultant', '')
                        FROM audit WHERE relation = ?1 AND row_id = ?2 ORDER BY id""")
                .setParameter(1, relation)
                .setParameter(2, row)
                .getResultList();
        return changes.stream().map(String::valueOf).toList();
    }

    @Test
    @DisplayName("AOF-1 COM-4 a statement as of a moment is the one that was shown then; only that of now is printed")
    void asOf() {
        var at = Instant.now();
        var after = at.plusMillis(1);
        var month = OfficeClock.dateOf(after).toString().substring(0, 7);
        var path = "/api/v1/commission-statements/" + office.project + "/li.na/" + month;
        var before = figures(path);
        agreed(after);

        assertThat(figures(path)).isNotEqualTo(before);
        assertThat(figures(path + "?at=" + at)).isEqualTo(before);
        assertThat(office.siteManager().get(path + "?at=" + at).jsonPath().getList("actions"))
                .isEmpty();
    }

    private void agreed(Instant at) {
        var answer = at(
                at,
                office.as("li.na"),
                "/api/v1/commissions/" + id() + "/agreements",
                Map.of("substitute", "wang.wei", "share", "30.00"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    /// In a month that the test knows, whatever month it is.
    private static Response at(Instant moment, Ask person, String path, Object body) {
        return person.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(HeaderClock.HEADER, moment.toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private Map<String, Object> figures(String path) {
        Map<String, Object> statement =
                office.siteManager().get(path).jsonPath().getMap("");
        statement.remove("actions");
        return statement;
    }

    @Test
    @DisplayName("COM-3 COM-4 the statement of a month says what was earned and what is paid, and each line's reason")
    void statement() {
        agreed(office.now());
        var path = "/api/v1/commission-statements/" + office.project + "/li.na/2026-11";

        var statement = office.as("li.na").get(path).jsonPath();

        assertThat(statement.getList("lines.reason"))
                .containsExactly(
                        "FIRST_CONSULTANT",
                        "CONTRACT_SIGNED: AT_EARNING",
                        "AGREEMENT: FIRST_CONSULTANT",
                        "AGREEMENT: AT_EARNING");
        assertThat(statement.getList("lines.amount")).containsExactly("10000.00", "6000.00", "-3000.00", "-1800.00");
        assertThat(statement.getString("total")).isEqualTo("7000.00");
        assertThat(statement.getString("paid")).isEqualTo("4200.00");
        assertThat(office.as("wang.wei").get(path).statusCode()).isEqualTo(404);
        assertThat(office.siteManager().get(path).statusCode()).isEqualTo(200);
        assertThat(office.as("li.na").get(path.replace("2026-11", "November")).statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("COM-4 PAP-1 the statement of a month comes out as a paper, for whoever may read it")
    void statementPaper() {
        var month = OfficeClock.dateOf(office.now()).toString().substring(0, 7);
        var prints = "/api/v1/commission-papers/commission-statement/of/" + office.project + "/prints";
        var body = Map.of("copies", 1, "key", month + " li.na");
        var print = office.as("li.na").post(prints, body);
        assertThat(print.statusCode()).as(print.asString()).isEqualTo(201);
        assertThat(print.jsonPath().getString("title")).isEqualTo("佣金结算单");
        var page = office.as("li.na")
                .get("/api/v1/commission-prints/" + print.jsonPath().getString("id") + "/page")
                .asString();
        assertThat(page).contains("佣金结算单", "3栋-1单元-3101", "计提", "10000.00", "签约 · 计提时发放", "6000.00", "陆仟元整", "第一联　财务部");
        assertThat(office.as("wang.wei").post(prints, body).statusCode()).isEqualTo(404);
        assertThat(office.as("li.na")
                        .post(prints, Map.of("copies", 1, "key", "November"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("COM-3 COM-5 a dispute freezes the commission, payouts too, until the supervisor decides")
    void dispute() {
        var disputes = "/api/v1/commissions/" + id() + "/disputes";
        var raised = office.as("wang.wei").post(disputes, Map.of("reason", "I showed the unit twice"));
        assertThat(raised.statusCode()).as(raised.asString()).isEqualTo(201);

        var frozen = office.as("li.na")
                .get("/api/v1/commission-statements/" + office.project + "/li.na/2026-11")
                .jsonPath();
        assertThat(frozen.getString("frozen")).isEqualTo("10000.00");
        assertThat(frozen.getList("lines.findAll { it.kind == 'PAID' }.frozen")).containsExactly(false);
        office.filed(deal, "1000000.00");
        await().until(() -> office.siteManager()
                        .get("/api/v1/commissions/" + id())
                        .jsonPath()
                        .getString("explanation.filedOn")
                != null);
        assertThat(paid()).as("filed, and yet not paid while disputed").isEqualTo("6000.00");
        assertThat(office.as("li.na")
                        .post(
                                "/api/v1/commissions/" + id() + "/agreements",
                                Map.of("substitute", "wang.wei", "share", "30.00"))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("COMMISSION_IS_DISPUTED");

        var half = List.of(
                Map.of("consultant", "li.na", "percent", "50.00"),
                Map.of("consultant", "wang.wei", "percent", "50.00"));
        var decided = office.with("sales-supervisor")
                .post(disputes + "/decision", Map.of("shares", half, "reason", "both did the work"));

        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
        var seen = office.siteManager().get("/api/v1/commissions/" + id()).jsonPath();
        assertThat(seen.getList("shares.amount")).containsExactly("5000.00", "5000.00");
        assertThat(seen.getBoolean("disputed")).isFalse();
        assertThat(paid()).isEqualTo("10000.00");
        assertThat(office.as("wang.wei")
                        .get("/api/v1/commissions/" + id())
                        .jsonPath()
                        .getString("paid"))
                .isEqualTo("5000.00");
    }

    @Test
    @DisplayName(
            "COM-7 who has a part, gets one or has raised the dispute does not decide it, nor is it offered; parts are"
                    + " of consultants of the project alone")
    void nobodyDecidesForThemselves() {
        var decision = "/api/v1/commissions/" + id() + "/disputes/decision";
        office.registered(UUID.randomUUID(), "zhao.min");
        office.siteManager()
                .post("/api/v1/commissions/" + id() + "/disputes", Map.of("reason", "who showed it?"))
                .then()
                .statusCode(201);

        for (var party : List.of("li.na", "wang.wei", "zhang.lei")) {
            var supervisor = office.supervisor(party);
            assertThat(code(supervisor.post(decision, whole("li.na"))))
                    .as(party)
                    .isEqualTo("PARTIES_DO_NOT_DECIDE");
            assertThat(supervisor.get("/api/v1/commissions/" + id()).jsonPath().getBoolean("actions[0].yours"))
                    .as(party)
                    .isFalse();
        }
        assertThat(code(office.supervisor("zhao.min").post(decision, whole("zhao.min"))))
                .isEqualTo("PARTIES_DO_NOT_DECIDE");
        assertThat(code(office.supervisor("sun.li").post(decision, whole("li.nu"))))
                .isEqualTo("CONSULTANT_IS_NOT_KNOWN");
        await().untilAsserted(() -> assertThat(office.supervisor("sun.li")
                        .post(decision, whole("zhao.min"))
                        .statusCode())
                .isEqualTo(200));
    }

    private static Map<String, Object> whole(String consultant) {
        return Map.of("shares", List.of(Map.of("consultant", consultant, "percent", "100.00")), "reason", "as it was");
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }

    @Test
    @DisplayName("COM-3 a later plan may not reach back behind deals that have theirs")
    void planIsLater() {
        var plan = Map.of(
                "project",
                office.project,
                "validFrom",
                "2026-11-01",
                "earnedAt",
                "SIGNED",
                "lines",
                List.of(Map.of("rate", "2.00")));

        var refused = at(office.now(), office.with("general-manager"), "/api/v1/commission-plans", plan);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("PLAN_IS_NOT_LATER");
        assertThat(office.as("li.na").post("/api/v1/commission-plans", plan).statusCode())
                .isEqualTo(403);
        assertThat(office.as("li.na")
                        .get("/api/v1/commission-plans?project=" + office.project)
                        .jsonPath()
                        .getList("items.version"))
                .containsExactly(1);
    }

    @Test
    @DisplayName("COM-3 a plan of today can be replaced today")
    void replacedOnTheDay() {
        var today = OfficeClock.dateOf(office.now()).toString();

        for (var rate : List.of("2.00", "3.00")) {
            var published = at(
                    office.now(),
                    office.with("general-manager"),
                    "/api/v1/commission-plans",
                    plan(today, Map.of("rate", rate)));
            assertThat(published.statusCode()).as(published.asString()).isEqualTo(201);
        }

        assertThat(office.as("li.na")
                        .get("/api/v1/commission-plans?project=" + office.project)
                        .jsonPath()
                        .getList("items.version"))
                .containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("COM-3 another project's plan is published as the next one here, once")
    void copiedPlan() {
        var project = "p" + UUID.randomUUID().toString().substring(0, 8);
        var wish = Map.of("project", project, "from", office.project, "validFrom", "2026-12-01");
        var everywhere = Ask.as(Person.administrator());

        var copied = everywhere.post("/api/v1/commission-plans/copies", wish);

        assertThat(copied.statusCode()).as(copied.asString()).isEqualTo(201);
        assertThat(copied.jsonPath().getList("items.project")).containsExactly(project);
        assertThat(copied.jsonPath().getString("items[0].lines[0].rate")).isEqualTo("1.0000");
        assertThat(copied.jsonPath().getString("items[0].validFrom")).isEqualTo("2026-12-01");
        assertThat(everywhere
                        .post("/api/v1/commission-plans/copies", wish)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(office.with("general-manager")
                        .post("/api/v1/commission-plans/copies", wish)
                        .statusCode())
                .as("not his project")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("COM-3 a plan is for product types that there are; which ones is told")
    void productTypes() {
        var refused = office.with("general-manager")
                .post("/api/v1/commission-plans", plan("2026-12-01", Map.of("productType", "HOUSE", "rate", "1")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("violations[0].field")).isEqualTo("lines[0].productType");
        assertThat(refused.jsonPath().getString("violations[0].message")).contains("RESIDENCE", "SHOP");
    }

    private Map<String, Object> plan(String validFrom, Map<String, String> line) {
        return Map.of("project", office.project, "validFrom", validFrom, "earnedAt", "SIGNED", "lines", List.of(line));
    }

    @Test
    @DisplayName("COM-3 a plan's parts are per cent with two decimals, and a list of commissions has a bound")
    void bounds() {
        var third = Map.of("atEarning", "33.333", "withFiling", "33.333", "withCollections", "33.334");
        var plan = Map.of(
                "project",
                office.project,
                "validFrom",
                "2026-12-01",
                "earnedAt",
                "SIGNED",
                "lines",
                List.of(Map.of("rate", "2.00")),
                "payout",
                third);

        var refused = office.with("general-manager").post("/api/v1/commission-plans", plan);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("violations.field")).contains("payout.withCollections");
        for (var limit : List.of("0", "-1", "201", "1000000")) {
            assertThat(office.siteManager()
                            .get("/api/v1/commissions?limit=" + limit)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private String id() {
        return office.siteManager()
                .get("/api/v1/commissions?deal=" + deal)
                .jsonPath()
                .getString("items[0].id");
    }

    private String paid() {
        return office.siteManager()
                .get("/api/v1/commissions/" + id())
                .jsonPath()
                .getString("paid");
    }

    private String state() {
        return office.siteManager()
                .get("/api/v1/commissions?deal=" + deal)
                .jsonPath()
                .getString("items[0].state");
    }
}

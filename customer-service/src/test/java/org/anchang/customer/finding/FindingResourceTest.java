package org.anchang.customer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class FindingResourceTest {
    private static final String OTHERS = """
            WITH made AS (
                INSERT INTO customer (id, project, number, name, name_fingerprint, channel, first_consultant, owner,
                                      registered_by, registered_at)
                SELECT gen_random_uuid(), 'many-' || (nth % 20), :prefix || nth, 'sealed', 'none', 'WALK_IN', 'li.na',
                       CASE nth % 3 WHEN 0 THEN 'li.na' ELSE 'wang.lei' END, 'li.na', now()
                FROM generate_series(1, 6000) nth RETURNING id, project, owner)
            INSERT INTO customer_token (token, project, owner, customer, record)
            SELECT token, project, owner, id, id FROM made, LATERAL (SELECT hashtext(id::text || n)::bigint % 2000 AS token
                                                     FROM generate_series(1, 6) n) t
            ON CONFLICT DO NOTHING""";

    private final Office office = new Office();

    @Inject
    Database database;

    @Inject
    FindingCustomers finding;

    @Test
    @DisplayName(
            "CUS-9 SEC-1 a customer is found by a character, pinyin, initials, the last four digits and the number, by the owner alone")
    void found() {
        office.isInRegion("WF");
        var phone = Office.freshPhone();
        var zhang = id(register("li.na", "张三丰", phone));
        register("li.na", "李四", Office.freshPhone());

        for (var query : List.of(
                "张", "三丰", "张三丰", "zhang", "zs", "zsf", "sanfeng", phone.substring(7), phone, "XWF-ZS", "xwfzs001")) {
            assertThat(found("li.na", "&query=" + query)).as(query).containsExactly(zhang.toString());
            assertThat(found("wang.lei", "&query=" + query)).as(query).isEmpty();
        }
        for (var query : List.of("王", "zf", "0000", "13000000000", "XWF-ZS002")) {
            assertThat(found("li.na", "&query=" + query)).as(query).isEmpty();
        }
        assertThat(found("li.na", "&query=" + phone.substring(0, 3) + "****" + phone.substring(7)))
                .containsExactly(zhang.toString());
        assertThat(found("li.na", "&query=　")).hasSize(2);
        assertThat(office.siteManager().get(list("&query=zs")).jsonPath().getList("items.id"))
                .containsExactly(zhang.toString());
    }

    @Test
    @DisplayName(
            "CUS-9 a list goes on where its page ended, and is narrowed by owner, channel, grade, purchase and phone")
    void filters() {
        var first = id(register("li.na", "张三", Office.freshPhone()));
        var second = id(register("li.na", "张四", null));
        var third = id(register("wang.lei", "张五", Office.freshPhone()));
        office.as("li.na")
                .post("/api/v1/follow-ups", Map.of("customer", second, "said", "来过", "intentGrade", "A"))
                .then()
                .statusCode(201);

        var page = office.siteManager().get(list("&query=张&limit=2")).jsonPath();
        var rest = office.siteManager()
                .get(list("&query=张&limit=2&cursor=" + page.getString("next")))
                .jsonPath();

        assertThat(page.getList("items.id")).containsExactly(first.toString(), second.toString());
        assertThat(rest.getList("items.id")).containsExactly(third.toString());
        assertThat(managers("&owner=wang.lei")).containsExactly(third.toString());
        assertThat(managers("&grade=A")).containsExactly(second.toString());
        assertThat(managers("&withoutPhone=true")).containsExactly(second.toString());
        assertThat(managers("&withoutPhone=false&owner=li.na")).containsExactly(first.toString());
        assertThat(managers("&bought=true")).isEmpty();
        assertThat(managers("&bought=false&channel=WALK_IN")).hasSize(3);
        assertThat(managers("&channel=PHONE_IN")).isEmpty();
        var counts = office.siteManager()
                .get("/api/v1/customers/counts?project=" + office.project)
                .jsonPath();
        assertThat(counts.getInt("all")).isEqualTo(3);
        assertThat(counts.getInt("buyers")).isZero();
        assertThat(counts.<Map<String, Object>>getList("owners"))
                .extracting(one -> one.get("of") + " " + one.get("customers"))
                .containsExactly("li.na 2", "wang.lei 1");
        assertThat(office.as("wang.lei")
                        .get("/api/v1/customers/counts?project=" + office.project)
                        .jsonPath()
                        .getInt("all"))
                .as("SEC-1")
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "CUS-9 a list is narrowed by source, what is late and the pool; a saved view keeps that for oneself or the project")
    void savedViews() {
        var body = new HashMap<>(office.visitor("张三", Office.freshPhone()));
        body.put("source", "路过");
        var passer = id(office.as("li.na").post("/api/v1/customers", body));
        var late = office.customerOf("li.na", 5);
        var pooled = office.customerOf("wang.lei");
        office.pools(pooled).then().statusCode(200);

        assertThat(managers("&source=路过")).containsExactly(passer.toString());
        assertThat(managers("&overdue=true")).containsExactly(late.toString());
        assertThat(managers("&overdue=false&pooled=false")).containsExactly(passer.toString());
        assertThat(managers("&pooled=true")).containsExactly(pooled.toString());
        assertThat(office.siteManager().get("/api/v1/customers?overdue=true").statusCode())
                .isEqualTo(422);
        assertThat(views(save("li.na", "路过的", false))).containsExactly("路过的");
        assertThat(code(save("li.na", " 路过的", false))).isEqualTo("VIEW_NAME_IS_TAKEN");
        var shared = save("wang.lei", "大家看", true);
        var seen = office.as("li.na").get("/api/v1/customer-views?project=" + office.project);
        assertThat(views(seen)).containsExactly("路过的", "大家看");
        assertThat(seen.jsonPath().getString("items[0].filter.source")).isEqualTo("路过");
        assertThat(views(shared)).as("SEC-1 another's own views are not there").containsExactly("大家看");
        var removal = "/api/v1/customer-views/" + shared.jsonPath().getString("items[0].id") + "/removal";
        assertThat(office.as("li.na").post(removal, Map.of()).statusCode()).isEqualTo(404);
        assertThat(views(office.siteManager().post(removal, Map.of()))).isEmpty();
        office.sets("SAVED_VIEWS", "1");
        assertThat(code(save("li.na", "又一个", false))).isEqualTo("VIEWS_ARE_ENOUGH");
    }

    private Response save(String consultant, String name, boolean isShared) {
        return office.as(consultant)
                .post(
                        "/api/v1/customer-views",
                        Map.of(
                                "project",
                                office.project,
                                "name",
                                name,
                                "shared",
                                isShared,
                                "filter",
                                Map.of("source", "路过", "bought", false)));
    }

    private static List<String> views(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items.name");
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }

    @Test
    @DisplayName(
            "CUS-3 whether a phone is known is told before saving: of another's customer the owner and the last contact, nothing else")
    void knownByPhone() {
        var phone = Office.freshPhone();
        var customer = id(register("li.na", "张三", phone));

        var own = known("li.na", phone);
        var others = known("wang.lei", "86" + phone);
        var nobodys = known("wang.lei", Office.freshPhone());

        assertThat(own.getString("known[0].id")).isEqualTo(customer.toString());
        assertThat(others.<Map<String, Object>>getList("known").getFirst())
                .containsOnlyKeys("owner", "lastContactAt")
                .containsEntry("owner", "li.na");
        assertThat(nobodys.getList("known")).isEmpty();
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/known?project=" + office.project + "&phone=12")
                        .statusCode())
                .isEqualTo(422);
        assertThat(office.with("sales-manager")
                        .get("/api/v1/customers/known?project=" + office.project + "&phone=" + phone)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "CUS-3 a partly hidden number finds the one whom it fits, and asks for completion where it fits two or none")
    void hidden() {
        var phone = Office.freshPhone();
        var hidden = phone.substring(0, 3) + "****" + phone.substring(7);
        var customer = id(register("li.na", "张三", phone));

        var one = register("wang.lei", "张三", hidden);
        assertThat(one.statusCode()).as(one.asString()).isEqualTo(200);
        assertThat(id(one)).isEqualTo(customer);
        assertThat(known("wang.lei", hidden).getBoolean("whole")).isFalse();
        register("wang.lei", "李四", phone.substring(0, 3) + "5555" + phone.substring(7));
        var two = register("wang.lei", "张三", hidden);
        var none = register("wang.lei", "张三", "177****" + phone.substring(7));

        assertThat(two.statusCode()).isEqualTo(409);
        assertThat(two.jsonPath().getString("code")).isEqualTo("PHONE_FITS_SEVERAL");
        assertThat(two.jsonPath().getInt("customers")).isEqualTo(2);
        assertThat(known("wang.lei", hidden).getInt("customers")).isEqualTo(2);
        assertThat(known("wang.lei", hidden).getList("known")).isEmpty();
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.jsonPath().getString("code")).isEqualTo("PHONE_IS_INCOMPLETE");
    }

    @Test
    @DisplayName("CUS-9 names, phone endings and numbers are found by index, however many customers there are")
    void byIndex() {
        QuarkusTransaction.requiringNew().run(() -> database.sql(OTHERS)
                .with("prefix", "X" + UUID.randomUUID() + "-")
                .write());
        for (var table : List.of("customer", "customer_token", "known_phone", "customer_number")) {
            Superuser.run("ANALYZE " + table);
        }

        for (var scope : List.of(
                new Scope("li.na", Set.of(), Set.of("many-7")), new Scope("chen.jing", Set.of("many-7"), Set.of()))) {
            assertThat(plan(scope, Sought.byName(List.of(17L))))
                    .containsPattern("customer_token_(pkey|owner)")
                    .doesNotContain("Seq Scan");
            assertThat(plan(scope, Sought.byName(List.of(17L, 18L))))
                    .containsPattern("customer_token_(pkey|owner)")
                    .doesNotContain("Seq Scan");
            assertThat(plan(scope, Sought.byEnding("none"))).doesNotContain("Seq Scan on customer");
        }
    }

    private String plan(Scope scope, Sought sought) {
        var asked = finding.asked(scope, FindingCustomers.CustomerFilter.allOf("many-7"), sought, null);
        return QuarkusTransaction.requiringNew()
                .call(() -> String.join(
                        "\n",
                        database.sql("EXPLAIN " + asked.statement())
                                .with(asked.parameters())
                                .with("rows", 51)
                                .rows(String.class)));
    }

    private JsonPath known(String consultant, String phone) {
        var answer = office.as(consultant).get("/api/v1/customers/known?project=" + office.project + "&phone=" + phone);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private Response register(String consultant, String name, @Nullable String phone) {
        var body = new HashMap<>(office.visitor(name, "-"));
        body.remove("phone");
        if (phone != null) {
            body.put("phone", phone);
        }
        return office.as(consultant).post("/api/v1/customers", body);
    }

    private List<String> found(String consultant, String filter) {
        return office.as(consultant).get(list(filter)).jsonPath().getList("items.id");
    }

    private List<String> managers(String filter) {
        return office.siteManager().get(list(filter)).jsonPath().getList("items.id");
    }

    private String list(String filter) {
        return "/api/v1/customers?project=" + office.project + filter;
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.jsonPath().getString("id"));
    }
}

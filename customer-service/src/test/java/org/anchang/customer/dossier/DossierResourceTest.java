package org.anchang.customer.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Sweep;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class DossierResourceTest {
    private final Office office = new Office();

    @Inject
    Database database;

    @Inject
    jakarta.enterprise.inject.Instance<Sweep> sweeps;

    @Test
    @DisplayName("CUS-4 a value keeps who, when and the one before; several at once, or none")
    void values() {
        var customer = office.customerOf("li.na");
        var first = fill(office.as("li.na"), customer, value("district", "涧西区"), chosen("concerns", "C", "B"));
        first.then().statusCode(200);
        fill(office.siteManager(), customer, value("district", "洛龙区")).then().statusCode(200);

        var dossier = dossier(office.as("li.na"), customer);
        assertThat(of(dossier, "district").get("value")).isEqualTo("洛龙区");
        assertThat(of(dossier, "district").get("setBy")).isEqualTo("chen.jing");
        assertThat(of(dossier, "concerns").get("chosen")).isEqualTo(List.of("B", "C"));
        assertThat(of(dossier, "mobile").get("value"))
                .as("kept with the customer")
                .isNotNull();
        var history = office.as("li.na")
                .get(path(customer) + "/history?field=district")
                .jsonPath();
        assertThat(history.getList("items.value")).containsExactly("洛龙区", "涧西区");
        assertThat(history.getList("items.setBy")).containsExactly("chen.jing", "li.na");

        var bad = fill(office.as("li.na"), customer, value("occupation", "教师"), value("birthDate", "昨天"));
        assertThat(bad.jsonPath().getString("code")).isEqualTo("DOSSIER_VALUE_DOES_NOT_FIT");
        assertThat(bad.jsonPath().getString("field")).isEqualTo("birthDate");
        assertThat(of(dossier(office.as("li.na"), customer), "occupation").get("value"))
                .isNull();
        fill(office.as("li.na"), customer, value("district", null)).then().statusCode(200);
        assertThat(of(dossier(office.as("li.na"), customer), "district").get("value"))
                .isNull();
    }

    @Test
    @DisplayName(
            "CUS-4 two who change a dossier at once: the second one is told; what another consultant knows is theirs")
    void stale() {
        var customer = office.customerOf("li.na");
        var read = office.as("li.na").get(path(customer)).header("ETag");
        send(office.as("li.na"), customer, read, List.of(value("occupation", "医生")))
                .then()
                .statusCode(200);

        var late = send(office.siteManager(), customer, read, List.of(value("occupation", "教师")));
        var none = office.as("li.na").post(path(customer), Map.of("values", List.of(value("occupation", "教师"))));

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(none.statusCode()).isEqualTo(428);
        assertThat(office.as("wang.lei").get(path(customer)).statusCode())
                .as("SEC-1")
                .isEqualTo(404);
        assertThat(office.with("finance").get(path(customer)).statusCode()).isEqualTo(403);
        var sellingSupervisor = new Person("sun.li", Set.of("consultant", "sales-supervisor"), Set.of(office.project));
        assertThat(Ask.as(sellingSupervisor).get(path(customer)).statusCode())
                .as("CUS-6: finds the customer, and no dossier of another's")
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "CUS-7 without consent such a field cannot be written; taken back it hides at once and deletes in time")
    void consent() {
        office.sets("CONSENT_WITHDRAWN_DAYS", "0");
        var customer = office.customerOf("li.na");
        var li = office.as("li.na");

        var without = fill(li, customer, value("health", "花粉过敏"));
        assertThat(without.jsonPath().getString("code")).isEqualTo("DOSSIER_CONSENT_MISSING");
        assertThat(without.jsonPath().getString("purpose")).isEqualTo("HEALTH");
        agree(li, customer, "HEALTH", true).then().statusCode(200);
        assertThat(agree(li, customer, "HEALTH", true).jsonPath().getString("code"))
                .isEqualTo("CONSENT_STANDS_ALREADY");
        fill(li, customer, value("health", "花粉过敏")).then().statusCode(200);
        var before = dossier(li, customer);
        assertThat(of(before, "health").get("value")).isEqualTo("花粉过敏");

        var after = agree(li, customer, "HEALTH", false);
        after.then().statusCode(200);
        assertThat(of(after, "health").get("value")).isNull();
        assertThat(after.jsonPath().getInt("filled"))
                .isEqualTo(before.jsonPath().getInt("filled") - 1);
        assertThat(li.get(path(customer) + "/history?field=health").jsonPath().getList("items.withheld"))
                .containsExactly(true);
        sweeps.forEach(sweep -> {
            if (sweep.nextDue().contains("dossier_key")) {
                sweep.run();
            }
        });
        agree(li, customer, "HEALTH", true).then().statusCode(200);
        assertThat(of(dossier(li, customer), "health").get("value"))
                .as("it is gone for good")
                .isNull();
    }

    @Test
    @DisplayName("CUS-7 who agrees again before the days are over has lost nothing")
    void agreedAgain() {
        var customer = office.customerOf("li.na");
        var li = office.as("li.na");
        agree(li, customer, "CHILDREN", true);
        fill(li, customer, value("children", "一女，读小学三年级")).then().statusCode(200);
        var withdrawn = agree(li, customer, "CHILDREN", false);

        assertThat(withdrawn.jsonPath().getString("consents.find { it.purpose == 'CHILDREN' }.deleted"))
                .isNotNull();
        assertThat(of(agree(li, customer, "CHILDREN", true), "children").get("value"))
                .isEqualTo("一女，读小学三年级");
    }

    @Test
    @DisplayName("CUS-6 nothing of a dossier stands in the clear, and each full answer leaves a look")
    void sealed() {
        var customer = office.customerOf("li.na");
        fill(office.as("li.na"), customer, value("occupation", "飞行员"), value("purpose", "INVESTMENT"));
        office.siteManager().get(path(customer)).then().statusCode(200);

        assertThat(database.sql("""
                        SELECT coalesce(string_agg(to_jsonb(v)::text, ''), '') || coalesce((SELECT string_agg(to_jsonb(d)::text, '')
                        FROM dossier d WHERE d.customer = :customer), '') FROM dossier_value v WHERE v.customer = :customer""").with("customer", customer).one(String.class))
                .contains("occupation")
                .doesNotContain("飞行员", "INVESTMENT");
        assertThat(database.sql(
                                "SELECT count(*) FROM audit WHERE relation LIKE 'dossier_key' OR relation = 'dossier_value'")
                        .one(Long.class))
                .as("a copy of a key or value would outlive its deletion")
                .isZero();
        assertThat(office.siteManager()
                        .get("/api/v1/customer-looks?of=" + customer + "&by=chen.jing&project=" + office.project)
                        .jsonPath()
                        .getList("items"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("CUS-4 a hidden field keeps what was collected; a locked one is the site manager's to change")
    void template() {
        var customer = office.customerOf("li.na");
        var li = office.as("li.na");
        fill(li, customer, value("occupation", "律师"), value("district", "老城区"))
                .then()
                .statusCode(200);
        var manager = office.siteManager();

        assertThat(change(li, List.of(), List.of()).statusCode()).isEqualTo(403);
        change(manager, List.of("occupation"), List.of("district")).then().statusCode(200);
        assertThat(fill(li, customer, value("occupation", "法官")).jsonPath().getString("code"))
                .isEqualTo("DOSSIER_FIELD_IS_HIDDEN");
        assertThat(fill(li, customer, value("district", "西工区")).jsonPath().getString("code"))
                .isEqualTo("DOSSIER_VALUE_IS_LOCKED");
        fill(manager, customer, value("district", "西工区")).then().statusCode(200);
        var shown = change(manager, List.of(), List.of());

        assertThat(shown.jsonPath().getInt("version")).isEqualTo(3);
        assertThat(of(dossier(li, customer), "occupation").get("value")).isEqualTo("律师");
        assertThat(of(dossier(li, customer), "district").get("value")).isEqualTo("西工区");
    }

    @Test
    @DisplayName("CUS-4 completeness is counted by customer and by consultant, after a merge of the one who stays")
    void completeness() {
        var customer = office.customerOf("li.na");
        var other = office.customerOf("li.na");
        var before = dossier(office.as("li.na"), customer).jsonPath().getInt("filled");
        fill(office.as("li.na"), customer, value("occupation", "教师"), value("district", "涧西区"));
        fill(office.as("li.na"), other, value("occupation", "医生"), value("carBrand", "红旗"));
        office.siteManager()
                .post("/api/v1/customers/" + customer + "/merges", Map.of("merged", other, "reason", "同一人"))
                .then()
                .statusCode(200);

        var merged = dossier(office.as("li.na"), customer).jsonPath();
        assertThat(merged.getInt("filled")).isEqualTo(before + 3);
        var counted = office.siteManager()
                .get("/api/v1/dossiers/" + office.project + "/completeness")
                .jsonPath();
        assertThat(counted.getList("consultants.consultant")).containsExactly("li.na");
        assertThat(counted.getInt("consultants[0].customers")).isEqualTo(1);
        assertThat(counted.getInt("consultants[0].percent")).isEqualTo(merged.getInt("percent"));
        assertThat(office.as("wang.lei")
                        .get("/api/v1/dossiers/" + office.project + "/completeness")
                        .jsonPath()
                        .getList("consultants"))
                .isEmpty();
    }

    @Test
    @DisplayName("CUS-5 the dossiers of a project are counted by answer and stage; who is too few is not shown")
    void counted() {
        office.sets("STATISTICS_LEAST_GROUP", "2");
        for (var concern : List.of("B", "B", "B", "B", "G", "G", "A")) {
            var customer = office.customerOf("li.na");
            fill(office.as("li.na"), customer, chosen("concerns", concern))
                    .then()
                    .statusCode(200);
        }
        var path = "/api/v1/dossiers/" + office.project + "/statistics?field=";
        var statistic = office.with("sales-statistician").get(path + "concerns").jsonPath();

        assertThat(statistic.getInt("groups.find { it.answer == 'B' }.customers"))
                .isEqualTo(4);
        assertThat(statistic.getList("groups.find { it.answer == 'B' }.stages.customers", Integer.class))
                .containsExactly(4, 0, 0, 0, 0);
        assertThat(statistic.getInt("groups.find { it.answer == 'G' }.customers"))
                .isEqualTo(2);
        assertThat(statistic.getString("groups.find { it.answer == 'A' }.customers"))
                .isNull();
        assertThat(statistic.getBoolean("hidden")).isTrue();
        var year = LocalDate.now(OfficeClock.OFFICE_ZONE).getYear();
        for (int nth = 0; nth < 4; nth++) {
            var born = (year - (nth < 2 ? 36 : 46)) + "-05-06";
            fill(office.as("li.na"), office.customerOf("li.na"), value("birthDate", born))
                    .then()
                    .statusCode(200);
        }
        var ages = office.siteManager().get(path + "birthDate").jsonPath();
        assertThat(ages.getList("groups.answer")).as("in ranges").containsExactly("35", "40", "45");
        assertThat(ages.getList("groups.customers")).containsExactly(2, 0, 2);
        assertThat(office.siteManager().get(path + "proudOf").jsonPath().getString("code"))
                .isEqualTo("FIELD_IS_NOT_COUNTED");
        assertThat(office.as("li.na").get(path + "concerns").statusCode()).isEqualTo(403);
    }

    private Response fill(Ask who, UUID customer, Object... values) {
        return send(who, customer, who.get(path(customer)).header("ETag"), List.of(values));
    }

    private static Response send(Ask who, UUID customer, String read, List<?> values) {
        return who.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", read)
                .contentType("application/json")
                .body(Map.of("values", values))
                .post(path(customer));
    }

    private static Response agree(Ask who, UUID customer, String purpose, boolean given) {
        return who.post(path(customer) + "/consents", Map.of("purpose", purpose, "given", given, "way", "IN_WRITING"));
    }

    /// All fields as they are, but for those that are to be hidden or locked.
    private Response change(Ask who, List<String> hidden, List<String> locked) {
        var now = who.get("/api/v1/dossiers/" + office.project + "/template");
        var fields = new ArrayList<Map<String, Object>>();
        for (var key : now.jsonPath().<String>getList("fields.key")) {
            fields.add(Map.of(
                    "field", key,
                    "hidden", hidden.contains(key),
                    "required", false,
                    "locked", locked.contains(key),
                    "furtherOptions", List.of()));
        }
        return who.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", now.header("ETag"))
                .contentType("application/json")
                .body(Map.of("fields", fields, "added", List.of(), "reason", "test"))
                .post("/api/v1/dossiers/" + office.project + "/template");
    }

    private static Response dossier(Ask who, UUID customer) {
        return who.get(path(customer));
    }

    private static Map<String, Object> of(Response dossier, String field) {
        return dossier.jsonPath().getMap("fields.find { it.field.key == '" + field + "' }");
    }

    private static Map<String, Object> value(String field, String value) {
        var wish = new HashMap<String, Object>(Map.of("field", field));
        wish.put("value", value);
        return wish;
    }

    private static Map<String, Object> chosen(String field, String... answers) {
        return Map.of("field", field, "chosen", List.of(answers));
    }

    private static String path(UUID customer) {
        return "/api/v1/customers/" + customer + "/dossier";
    }
}

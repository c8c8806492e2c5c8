package org.anchang.customer.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class MergeResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName("CUS-3 merging two records keeps both histories: visits, talks, owners, phones and numbers go along")
    void bothHistories() {
        office.isInRegion("QM");
        var firstPhone = Office.freshPhone();
        var secondPhone = Office.freshPhone();
        var first = id(register("li.na", "张三", firstPhone));
        var second = id(register("wang.lei", "章三", secondPhone));
        office.visit("li.na", first);
        office.visit("wang.lei", second);
        follow("li.na", first, "第一次");
        follow("wang.lei", second, "第二次");

        var merged = merge(second, first, "同一人，两个号码");

        assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
        var path = "/api/v1/customers/";
        var shown = office.as("wang.lei").get(path + first).jsonPath();
        assertThat(shown.getString("id")).as("the old id leads here").isEqualTo(second.toString());
        assertThat(shown.getString("number")).isEqualTo("XQM-ZS002");
        assertThat(shown.getList("formerNumbers")).containsExactly("XQM-ZS001");
        assertThat(shown.getString("phone")).isEqualTo(secondPhone);
        assertThat(shown.getList("otherPhones")).containsExactly(firstPhone);
        assertThat(shown.getString("owner")).isEqualTo("wang.lei");
        assertThat(shown.getString("firstConsultant"))
                .as("who knew the person first")
                .isEqualTo("li.na");
        assertThat(office.as("li.na").get(path + first).statusCode()).isEqualTo(404);
        for (var query : List.of("&query=张三", "&query=章三", "&query=XQM-ZS001", "&phone=" + firstPhone)) {
            assertThat(items("wang.lei", "customers", query, "id")).as(query).containsExactly(second.toString());
        }
        assertThat(items("wang.lei", "customers", "", "formerNumbers[0]")).containsExactly("XQM-ZS001");
        for (var known : List.of(first, second)) {
            assertThat(items("wang.lei", "visits", "&customer=" + known, "receiver"))
                    .containsExactly("li.na", "wang.lei");
            assertThat(items("wang.lei", "follow-ups", "&customer=" + known, "said"))
                    .containsExactly("第一次", "第二次");
        }
        assertThat(items("li.na", "follow-ups", "", "said")).isEmpty();
        var owners = office.as("wang.lei").get(path + second + "/reassignments").jsonPath();
        assertThat(owners.getList("items.from")).containsExactly("li.na");
        assertThat(owners.getList("items.reason")).containsExactly("同一人，两个号码");
        var merges = office.siteManager().get(path + second + "/merges").jsonPath();
        assertThat(merges.getList("items.merged")).containsExactly(first.toString());
        assertThat(merges.getList("items.mergedBy")).containsExactly("chen.jing");
        assertThat(register("li.na", "张三", firstPhone).jsonPath().getString("id"))
                .isEqualTo(second.toString());
        assertThat(office.visit("wang.lei", first).jsonPath().getString("customer"))
                .isEqualTo(second.toString());
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            assertThat(heard.await(second, CustomersMerged.class).merged()).isEqualTo(first);
        }
    }

    @Test
    @DisplayName(
            "CUS-3 a dry run lists what would go along, with counts, and where both differ; the fields chosen are the other's")
    void preview() {
        var first = id(register("li.na", "章三", Office.freshPhone()));
        var second = id(register("wang.lei", "张三丰", Office.freshPhone()));
        office.visit("wang.lei", second);
        follow("wang.lei", second, "第一次");
        follow("wang.lei", second, "第二次");
        var path = "/api/v1/customers/" + first + "/merges";

        var preview = office.siteManager().get(path + "/preview?merged=" + second);

        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        assertThat(preview.jsonPath().<Map<String, Object>>getList("moving"))
                .extracting(one -> one.get("what") + " " + one.get("count"))
                .containsExactly("FOLLOW_UPS 2", "PHONES 1", "VISITS 1");
        assertThat(preview.jsonPath().<Map<String, Object>>getList("choices"))
                .extracting(one -> one.get("field") + " " + one.get("stays") + " " + one.get("goes"))
                .containsExactly("NAME 章三 张三丰", "INTENT_GRADE null B");
        assertThat(preview.jsonPath().getString("firstConsultant")).isEqualTo("li.na");
        assertThat(office.siteManager()
                        .get("/api/v1/customers/" + second)
                        .jsonPath()
                        .getString("id"))
                .as("nothing is changed")
                .isEqualTo(second.toString());
        assertThat(office.siteManager().get(path + "/preview?merged=" + first).statusCode())
                .isEqualTo(409);
        assertThat(office.as("li.na").get(path + "/preview?merged=" + second).statusCode())
                .isEqualTo(403);

        office.siteManager()
                .post(path, Map.of("merged", second, "reason", "同一人", "fromMerged", List.of("NAME")))
                .then()
                .statusCode(200);
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + first)
                        .jsonPath()
                        .getString("name"))
                .isEqualTo("张三丰");
        assertThat(items("li.na", "customers", "&query=zsf", "id")).containsExactly(first.toString());
        assertThat(items("li.na", "customers", "&query=章", "id")).isEmpty();
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            assertThat(heard.await(first, CustomerCorrected.class).name()).isEqualTo("张**");
        }
    }

    @Test
    @DisplayName("CUS-3 what went into a record goes along when it goes into another; a later owner owns it all")
    void chain() {
        var first = office.customerOf("li.na");
        var second = office.customerOf("wang.lei");
        var third = office.customerOf("zhao.min");
        office.visit("li.na", first);

        merge(second, first, "同一人");
        var last = merge(third, second, "同一人");

        assertThat(last.statusCode()).as(last.asString()).isEqualTo(200);
        assertThat(last.jsonPath().getString("firstConsultant")).isEqualTo("li.na");
        var shown = office.as("zhao.min").get("/api/v1/customers/" + first).jsonPath();
        assertThat(shown.getString("id")).isEqualTo(third.toString());
        assertThat(shown.getList("formerNumbers")).hasSize(2);
        assertThat(shown.getList("otherPhones")).hasSize(2);
        assertThat(items("zhao.min", "visits", "", "receiver")).containsExactly("li.na");
        office.siteManager()
                .post("/api/v1/customers/" + first + "/reassignments", Map.of("to", "li.na", "reason", "客户要求"))
                .then()
                .statusCode(200);
        assertThat(items("li.na", "visits", "", "receiver")).containsExactly("li.na");
        assertThat(items("zhao.min", "visits", "", "receiver")).isEmpty();
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + second + "/merges")
                        .jsonPath()
                        .getList("items.merged"))
                .containsExactly(first.toString(), second.toString());
    }

    @Test
    @DisplayName("CUS-3 only the site manager merges, with a reason, two records of one project, and each one once")
    void refused() {
        var first = office.customerOf("li.na");
        var second = office.customerOf("wang.lei");
        var elsewhere = new Office();
        var stranger = elsewhere.customerOf("li.na");
        var path = "/api/v1/customers/" + first + "/merges";
        var body = Map.of("merged", second, "reason", "同一人");

        assertThat(office.as("li.na").post(path, body).statusCode()).isEqualTo(403);
        assertThat(office.with("sales-supervisor").post(path, body).statusCode())
                .isEqualTo(403);
        assertThat(elsewhere.siteManager().post(path, body).statusCode()).isEqualTo(404);
        assertThat(merge(first, second, " ").statusCode()).isEqualTo(422);
        assertThat(merge(first, stranger, "同一人").statusCode()).isEqualTo(404);
        assertThat(code(merge(first, first, "同一人"))).isEqualTo("CUSTOMERS_ARE_THE_SAME");
        merge(first, second, "同一人").then().statusCode(200);
        assertThat(code(merge(first, second, "同一人"))).isEqualTo("CUSTOMERS_ARE_THE_SAME");
        assertThat(code(merge(second, first, "同一人"))).isEqualTo("CUSTOMERS_ARE_THE_SAME");
    }

    @Test
    @DisplayName("CUS-3 of two merges of the same records at once, in opposite directions, one is done")
    void atOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var first = office.customerOf("li.na");
            var second = office.customerOf("wang.lei");
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                var one = people.submit(() -> merge(first, second, "同一人"));
                var other = people.submit(() -> merge(second, first, "同一人"));

                assertThat(List.of(one.get().statusCode(), other.get().statusCode()))
                        .containsExactlyInAnyOrder(200, 409);
            }
            var shown = office.siteManager().get("/api/v1/customers/" + first).jsonPath();
            assertThat(office.siteManager()
                            .get("/api/v1/customers/" + second)
                            .jsonPath()
                            .getString("id"))
                    .isEqualTo(shown.getString("id"));
        }
    }

    private Response register(String consultant, String name, String phone) {
        return office.as(consultant).post("/api/v1/customers", office.visitor(name, phone));
    }

    private Response merge(UUID stays, UUID goes, String reason) {
        return office.siteManager()
                .post("/api/v1/customers/" + stays + "/merges", Map.of("merged", goes, "reason", reason));
    }

    private void follow(String consultant, UUID customer, String said) {
        office.as(consultant)
                .post("/api/v1/follow-ups", Map.of("customer", customer, "said", said, "intentGrade", "B"))
                .then()
                .statusCode(201);
    }

    private List<String> items(String consultant, String list, String filter, String member) {
        return office.as(consultant)
                .get("/api/v1/" + list + "?project=" + office.project + filter)
                .jsonPath()
                .getList("items." + member);
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.jsonPath().getString("id"));
    }
}

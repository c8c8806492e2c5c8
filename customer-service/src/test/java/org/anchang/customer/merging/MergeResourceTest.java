package org.anchang.customer.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.test.Neighbour;
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

    @Test
    @DisplayName(
            "CUS-3 a merge is undone exactly: name, phones, owner and histories are as they were, and all are told")
    void undone() {
        var firstPhone = Office.freshPhone();
        var first = id(register("li.na", "张三", firstPhone));
        var before = id(register("li.na", "张三三", Office.freshPhone()));
        var second = id(register("wang.lei", "章三", Office.freshPhone()));
        office.visit("li.na", first);
        follow("li.na", first, "第一次");
        merge(first, before, "同一人").then().statusCode(200);
        office.siteManager()
                .post(
                        "/api/v1/customers/" + second + "/merges",
                        Map.of("merged", first, "reason", "同一人", "fromMerged", List.of("NAME", "INTENT_GRADE")))
                .then()
                .statusCode(200);
        office.visit("wang.lei", second);
        assertThat(items("wang.lei", "customers", "&query=zs", "id")).containsExactly(second.toString());

        var reversed = undo(second, mergeOf(second, first));

        assertThat(reversed.statusCode()).as(reversed.asString()).isEqualTo(200);
        var again = office.siteManager().get("/api/v1/customers/" + second).jsonPath();
        assertThat(again.getString("name")).isEqualTo("章三");
        assertThat(again.getString("intentGrade")).isNull();
        assertThat(again.getString("firstConsultant")).isEqualTo("wang.lei");
        assertThat(again.getList("otherPhones")).isEmpty();
        assertThat(items("wang.lei", "visits", "&customer=" + second, "receiver"))
                .containsExactly("wang.lei");
        var other = office.as("li.na").get("/api/v1/customers/" + before).jsonPath();
        assertThat(other.getString("id")).as("what had gone into it before").isEqualTo(first.toString());
        assertThat(other.getString("owner")).isEqualTo("li.na");
        assertThat(other.getList("otherPhones")).hasSize(1);
        assertThat(items("li.na", "follow-ups", "", "said")).containsExactly("第一次");
        for (var query : List.of("&query=张", "&query=zs", "&phone=" + firstPhone)) {
            assertThat(items("li.na", "customers", query, "id")).as(query).containsExactly(first.toString());
        }
        assertThat(items("wang.lei", "customers", "&query=章", "id")).containsExactly(second.toString());
        assertThat(items("wang.lei", "customers", "&query=张", "id")).isEmpty();
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            var told = heard.await(second, CustomersUnmerged.class);
            assertThat(told.unmerged()).isEqualTo(first);
            assertThat(told.records()).containsExactly(before);
            assertThat(told.owner()).isEqualTo("li.na");
        }
        assertThat(code(undo(second, mergeOf(second, first)))).isEqualTo("MERGE_IS_UNDONE");
        assertThat(office.siteManager()
                        .get("/api/v1/customers/" + first + "/timeline?kind=MERGE")
                        .jsonPath()
                        .getList("items.what"))
                .containsExactly("UNMERGED", "MERGED");
        merge(second, first, "同一人").then().statusCode(200);
    }

    @Test
    @DisplayName(
            "CUS-3 a merge is not undone after the project's days, after a later one, with a deal, or where what it changed was changed again")
    void notUndone() {
        var first = office.customerOf("li.na");
        var second = office.customerOf("wang.lei");
        var third = office.customerOf("zhao.min");
        follow("li.na", first, "第一次");
        merge(second, first, "同一人").then().statusCode(200);
        var merge = mergeOf(second, first);
        var body = Map.of("reason", "认错了");
        var path = "/api/v1/customers/" + second + "/merges/" + merge + "/reversal";

        assertThat(office.as("wang.lei").post(path, body).statusCode()).isEqualTo(403);
        assertThat(new Office().siteManager().post(path, body).statusCode()).isEqualTo(404);
        assertThat(code(Office.at(Instant.now().plus(Duration.ofDays(32)), office.siteManager(), path, body)))
                .isEqualTo("MERGE_IS_TOO_OLD");
        merge(third, second, "同一人").then().statusCode(200);
        assertThat(code(undo(third, merge))).isEqualTo("MERGED_FURTHER");
        undo(third, mergeOf(third, second)).then().statusCode(200);
        correct(second, "PHONE_IN");
        undo(second, merge).then().statusCode(200);
        assertThat(items("li.na", "customers", "", "id")).containsExactly(first.toString());
        office.siteManager()
                .post(
                        "/api/v1/customers/" + second + "/merges",
                        Map.of("merged", first, "reason", "同一人", "fromMerged", List.of("CHANNEL")))
                .then()
                .statusCode(200);
        correct(second, "SOURCED");
        var changed = undo(second, mergeOf(second, first));
        assertThat(code(changed)).isEqualTo("CHANGED_SINCE_THE_MERGE");
        assertThat(changed.jsonPath().getString("field")).isEqualTo("CHANNEL");
        merge(third, second, "同一人").then().statusCode(200);
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            deals.tells(new TicketIssued(
                    UUID.randomUUID(), office.project, Instant.now(), "PH-1", third, "zhao.min", UUID.randomUUID()));
            await().until(() -> office.siteManager()
                    .get("/api/v1/customers/" + third + "/timeline?kind=TICKET")
                    .jsonPath()
                    .getList("items.what")
                    .equals(List.of("TicketIssued")));
        }
        assertThat(code(undo(third, mergeOf(third, second)))).isEqualTo("MERGED_CUSTOMERS_HAVE_A_DEAL");
    }

    private void correct(UUID customer, String channel) {
        var read = office.as("wang.lei").get("/api/v1/customers/" + customer);
        office.as("wang.lei")
                .request()
                .header("If-Match", read.header("ETag"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("name", "张三", "channel", channel, "reason", "更正"))
                .post("/api/v1/customers/" + customer + "/corrections")
                .then()
                .statusCode(200);
    }

    private Response undo(UUID stays, UUID merge) {
        return office.siteManager()
                .post("/api/v1/customers/" + stays + "/merges/" + merge + "/reversal", Map.of("reason", "认错了"));
    }

    private UUID mergeOf(UUID stays, UUID merged) {
        return UUID.fromString(office.siteManager()
                .get("/api/v1/customers/" + stays + "/merges")
                .jsonPath()
                .getString("items.findAll { it.merged == '" + merged + "' }[-1].id"));
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

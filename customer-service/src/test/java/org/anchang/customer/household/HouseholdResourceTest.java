package org.anchang.customer.household;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class HouseholdResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName("REC-4 relatives are linked once, seen by whom each is, and the household ends with a reason")
    void linked() {
        var husband = office.customerOf("li.na");
        var wife = office.customerOf("wang.lei");
        var none = household(office.as("li.na"), husband);

        var linked = link("li.na", husband, wife, "SPOUSE");
        var again = link("li.na", husband, wife, "SPOUSE");
        var self = link("li.na", husband, husband, "OTHER");

        assertThat(none.getString("id")).isNull();
        assertThat(none.getList("actions.findAll { it.yours }.name")).containsExactly("link-relative");
        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(200);
        assertThat(linked.jsonPath().getList("members.relation")).containsExactly("SELF", "SPOUSE");
        assertThat(linked.jsonPath().getList("members.owner")).containsExactly("li.na", "wang.lei");
        assertThat(linked.jsonPath().getList("members.name")).as("SEC-1").containsExactly("张三", "张**");
        assertThat(linked.jsonPath().getList("members.isYours")).containsExactly(true, false);
        assertThat(code(again)).isEqualTo("IS_OF_THE_HOUSEHOLD");
        assertThat(code(self)).isEqualTo("RELATED_TO_THEMSELVES");
        var hers = household(office.as("wang.lei"), wife);
        assertThat(hers.getList("members.name")).containsExactly("张**", "张三");
        var ended = office.as("wang.lei").post(path(wife) + "/dissolution", Map.of("reason", "登记有误"));
        assertThat(ended.jsonPath().getList("members")).isEmpty();
        assertThat(household(office.as("li.na"), husband).getList("members")).isEmpty();
        assertThat(link("li.na", husband, wife, "SPOUSE").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("REC-4 who stands for a household of three stays; of two families neither takes the other's member")
    void boundaries() {
        var husband = office.customerOf("li.na");
        var wife = office.customerOf("li.na");
        var son = office.customerOf("li.na");
        link("li.na", husband, wife, "SPOUSE");
        var three = link("li.na", wife, son, "CHILD").jsonPath();
        var others = office.customerOf("li.na");
        link("li.na", others, office.customerOf("li.na"), "SIBLING");

        var head = remove(husband, three.getString("members[0].id"));
        var taken = link("li.na", others, son, "OTHER");
        var removed = remove(husband, three.getString("members[1].id"));
        var last = remove(son, removed.jsonPath().getString("members[0].id"));

        assertThat(three.getList("members.relation")).containsExactly("SELF", "SPOUSE", "CHILD");
        assertThat(code(head)).isEqualTo("HEAD_OF_HOUSEHOLD_STAYS");
        assertThat(code(taken)).isEqualTo("IS_OF_ANOTHER_HOUSEHOLD");
        assertThat(removed.jsonPath().getList("members.customer")).containsExactly(husband.toString(), son.toString());
        assertThat(last.jsonPath().getString("id")).as("of two it ends").isNull();
    }

    @Test
    @DisplayName("REC-4 SEC-1 the household's history is one; of another's customer a consultant sees what they did")
    void contacts() {
        var husband = office.customerOf("li.na");
        var wife = office.customerOf("wang.lei");
        link("li.na", husband, wife, "SPOUSE");
        office.visit("li.na", husband).then().statusCode(201);
        office.visit("wang.lei", wife).then().statusCode(201);
        office.as("wang.lei")
                .post("/api/v1/follow-ups", Map.of("customer", wife, "said", "想要三房", "intentGrade", "A"))
                .then()
                .statusCode(201);

        var his = contacts(office.as("li.na"), husband);
        var hers = contacts(office.as("wang.lei"), wife);
        var managers = contacts(office.siteManager(), husband);
        var buyers = office.as("li.na").get(path(husband) + "/buyers").jsonPath();

        assertThat(his.getList("items.customer")).containsExactly(husband.toString());
        assertThat(hers.getList("items.kind")).containsExactly("FOLLOW_UP", "VISIT");
        assertThat(hers.getString("items[0].text")).isEqualTo("想要三房");
        assertThat(managers.getList("items.kind")).containsExactly("FOLLOW_UP", "VISIT", "VISIT");
        assertThat(buyers.getList("items.customer")).containsExactly(husband.toString());
        assertThat(buyers.getList("items.name")).containsExactly("张三");
        assertThat(buyers.getString("items[0].phone")).startsWith("139");
        assertThat(office.siteManager()
                        .get(path(husband) + "/buyers")
                        .jsonPath()
                        .getList("items.relation"))
                .containsExactly("SELF", "SPOUSE");
        var page = office.siteManager().get(path(husband) + "/contacts?limit=2").jsonPath();
        assertThat(office.siteManager()
                        .get(path(husband) + "/contacts?limit=2&cursor=" + page.getString("next"))
                        .jsonPath()
                        .getList("items.kind"))
                .containsExactly("VISIT");
    }

    @Test
    @DisplayName(
            "REC-4 CUS-3 a merged record's place in the family is the other's; two of one family that merge are one")
    void merged() {
        var husband = office.customerOf("li.na");
        var wife = office.customerOf("li.na");
        link("li.na", husband, wife, "SPOUSE");
        var same = office.customerOf("li.na");

        merge(same, wife);
        var once = household(office.as("li.na"), husband);
        merge(same, husband);

        assertThat(once.getList("members.customer")).containsExactly(husband.toString(), same.toString());
        assertThat(once.getList("members.relation")).containsExactly("SELF", "SPOUSE");
        assertThat(household(office.as("li.na"), wife).getString("id"))
                .as("nobody is left but one")
                .isNull();
    }

    @Test
    @DisplayName("REC-4 REC-3 at the desk a family member is received by the relative's consultant, and linked")
    void atTheDesk() {
        var phone = Office.freshPhone();
        var registered = office.as("li.na").post("/api/v1/customers", office.visitor("周明", phone));
        var husband = UUID.fromString(registered.jsonPath().getString("id"));
        var day = "/api/v1/duty-days/" + office.project;
        for (var consultant : List.of("wang.lei", "li.na")) {
            office.as(consultant).post(day + "/sign-ins", Map.of()).then().statusCode(200);
        }
        office.siteManager().post(day + "/opening").then().statusCode(200);

        var unknown = office.as("wang.lei")
                .post(
                        "/api/v1/receptions",
                        Map.of("project", office.project, "kind", "FAMILY", "relativePhone", Office.freshPhone()));
        var came = office.as("wang.lei")
                .post(
                        "/api/v1/receptions",
                        Map.of(
                                "project",
                                office.project,
                                "kind",
                                "FAMILY",
                                "relativePhone",
                                phone,
                                "relation",
                                "SPOUSE",
                                "name",
                                "孙丽",
                                "phone",
                                Office.freshPhone()));

        assertThat(code(unknown)).isEqualTo("VISITOR_NOT_KNOWN");
        assertThat(came.jsonPath().getString("receiver")).as(came.asString()).isEqualTo("li.na");
        assertThat(came.jsonPath().getString("rule")).isEqualTo("FAMILYS_CONSULTANT");
        var household = household(office.as("li.na"), husband);
        assertThat(household.getList("members.name")).containsExactly("周明", "孙丽");
        assertThat(household.getList("members.relation")).containsExactly("SELF", "SPOUSE");
    }

    private Response link(String by, UUID customer, UUID relative, String relation) {
        return office.as(by).post(path(customer) + "/members", Map.of("customer", relative, "relation", relation));
    }

    private Response remove(UUID customer, String member) {
        return office.as("li.na").post(path(customer) + "/members/" + member + "/removal", Map.of("reason", "登记有误"));
    }

    private void merge(UUID stays, UUID goes) {
        office.siteManager()
                .post("/api/v1/customers/" + stays + "/merges", Map.of("merged", goes, "reason", "同一人"))
                .then()
                .statusCode(200);
    }

    private JsonPath household(Ask by, UUID customer) {
        return by.get(path(customer)).jsonPath();
    }

    private JsonPath contacts(Ask by, UUID customer) {
        return by.get(path(customer) + "/contacts").jsonPath();
    }

    private static String path(UUID customer) {
        return "/api/v1/customers/" + customer + "/household";
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }
}

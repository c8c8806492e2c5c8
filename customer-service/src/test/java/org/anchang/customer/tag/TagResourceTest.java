package org.anchang.customer.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TagResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName(
            "CUS-9 SEC-1 tags of the project's dictionary are set and removed by whoever may correct the customer, find"
                    + " them, and keep who did it")
    void setAndFound() {
        var school = tag("学区");
        var retired = tag("全款");
        var customer = office.customerOf("li.na");
        office.customerOf("li.na");
        office.siteManager()
                .post("/api/v1/customer-tags/" + retired + "/retirement")
                .then()
                .statusCode(200);

        set("li.na", customer, List.of(school), List.of()).then().statusCode(200);
        assertThat(set("li.na", customer, List.of(retired), List.of())
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("TAG_UNKNOWN");
        assertThat(set("wang.lei", customer, List.of(school), List.of()).statusCode())
                .isEqualTo(404);
        assertThat(office.siteManager()
                        .post("/api/v1/customer-tags", Map.of("project", office.project, "name", "学 区"))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("TAG_IS_KNOWN");

        var found = office.as("li.na")
                .get("/api/v1/customers?project=" + office.project + "&tag=" + school)
                .jsonPath();
        assertThat(found.getList("items.id")).containsExactly(customer.toString());
        assertThat(found.getList("items[0].tags.name")).containsExactly("学区");
        set("li.na", customer, List.of(), List.of(school)).then().statusCode(200);
        var seen = office.as("li.na")
                .get("/api/v1/customers/" + customer + "/tags")
                .jsonPath();
        assertThat(seen.getList("items")).isEmpty();
        assertThat(seen.getList("history.removedBy")).containsExactly("li.na");
    }

    @Test
    @DisplayName("CUS-9 CUS-3 CUS-7 tags of two records that become one are the customer's, and go with an erasure")
    void mergedAndErased() {
        var school = tag("学区");
        var rich = tag("改善");
        var stays = office.customerOf("li.na");
        var goes = office.customerOf("li.na");
        set("li.na", stays, List.of(school), List.of()).then().statusCode(200);
        set("li.na", goes, List.of(school, rich), List.of()).then().statusCode(200);

        office.siteManager()
                .post("/api/v1/customers/" + stays + "/merges", Map.of("merged", goes, "reason", "同一人"))
                .then()
                .statusCode(200);
        assertThat(tags(stays)).containsExactly("学区", "改善");
        set("li.na", stays, List.of(), List.of(rich)).then().statusCode(200);
        assertThat(tags(stays)).as("of all their records").containsExactly("学区");

        var held = office.siteManager()
                .get("/api/v1/customers/" + stays + "/personal-data")
                .jsonPath();
        assertThat(held.getInt("parts.find { it.what == 'TAGS' }.count")).isEqualTo(3);
        office.siteManager()
                .post("/api/v1/customers/" + stays + "/personal-data/erasure", Map.of("reason", "本人要求"))
                .then()
                .statusCode(200);
        assertThat(tags(stays)).isEmpty();
    }

    private List<String> tags(UUID customer) {
        return office.siteManager()
                .get("/api/v1/customers/" + customer)
                .jsonPath()
                .getList("tags.name");
    }

    private UUID tag(String name) {
        JsonPath made = office.siteManager()
                .post("/api/v1/customer-tags", Map.of("project", office.project, "name", name))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return UUID.fromString(made.getString("items.find { it.name == '" + name + "' }.id"));
    }

    private Response set(String consultant, UUID customer, List<UUID> add, List<UUID> remove) {
        return office.as(consultant)
                .post("/api/v1/customers/" + customer + "/tags", Map.of("add", add, "remove", remove));
    }
}

package org.anchang.customer.showing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CustomerResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName(
            "SEC-1 a stranger's customer is not there; managers see their project, masked unless they run the site")
    void scope() {
        var phone = Office.freshPhone();
        var registered = register("li.na", "张三丰", phone);
        var path = "/api/v1/customers/" + id(registered);

        assertThat(office.as("wang.lei").get(path).statusCode()).isEqualTo(404);
        assertThat(new Office().siteManager().get(path).statusCode()).isEqualTo(404);
        assertThat(office.with("finance").get(path).statusCode()).isEqualTo(403);
        assertThat(office.siteManager().get(path).jsonPath().getString("phone")).isEqualTo(phone);
        assertThat(office.as("li.na").get(path).jsonPath().getString("phone")).isEqualTo(phone);
        var seenByManager = office.with("sales-manager").get(path).jsonPath();
        assertThat(seenByManager.getString("phone")).isEqualTo("********" + phone.substring(8));
        assertThat(seenByManager.getString("name")).isEqualTo("张**");
        assertThat(new Office()
                        .as("li.na")
                        .post("/api/v1/customers", office.visitor("张", phone))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "SEC-1 lists mask phones for everybody and find by phone, name and number; consultants find own ones only")
    void list() {
        office.isInRegion("QD");
        var phone = Office.freshPhone();
        register("li.na", "张三", phone);
        register("li.na", "张三", Office.freshPhone());
        register("wang.lei", "李四", Office.freshPhone());

        assertThat(found("li.na", "")).hasSize(2);
        assertThat(found("wang.lei", "")).containsExactly("XQD-LS001");
        assertThat(found("li.na", "&phone=" + phone)).containsExactly("XQD-ZS001");
        assertThat(found("wang.lei", "&phone=" + phone)).isEmpty();
        assertThat(found("li.na", "&query=张三")).containsExactly("XQD-ZS001", "XQD-ZS002");
        assertThat(found("li.na", "&query=xqd-zs002")).containsExactly("XQD-ZS002");
        var page = office.siteManager()
                .get("/api/v1/customers?limit=2&project=" + office.project)
                .jsonPath();
        assertThat(page.getList("items.phone", String.class)).allMatch(shown -> shown.contains("****"));
        var rest = office.siteManager()
                .get("/api/v1/customers?limit=2&project=" + office.project + "&cursor=" + page.getString("next"))
                .jsonPath();
        assertThat(rest.getList("items.number")).containsExactly("XQD-LS001");
        assertThat(rest.getString("next")).isNull();
    }

    @Test
    @DisplayName(
            "CUS-6 each look at a customer in full is kept, in a list too, a masked one is none; managers and administrators read it")
    void looks() {
        var phone = Office.freshPhone();
        var customer = id(register("li.na", "张三", phone));
        var path = "/api/v1/customers/" + customer;
        var looks = "/api/v1/customer-looks?of=" + customer;
        assertThat(office.siteManager().get(looks).jsonPath().getList("items"))
                .as("who wrote it down has not looked")
                .isEmpty();

        office.as("li.na").get(path);
        office.with("sales-manager").get(path);
        office.siteManager().get(path);
        office.as("li.na").get("/api/v1/customers?project=" + office.project);
        register("wang.lei", "张三", phone);
        register("li.na", "张三", phone);

        var kept = office.siteManager().get(looks).jsonPath();
        assertThat(kept.getList("items.by")).containsExactly("li.na", "li.na", "chen.jing", "li.na");
        assertThat(kept.getList("items.right")).containsExactly("OWNER", "OWNER", "SITE_MANAGER", "OWNER");
        assertThat(kept.getList("items.subject")).containsOnly("customer");
        assertThat(office.administrator().get(looks).jsonPath().getList("items"))
                .hasSize(4);
        assertThat(new Office().siteManager().get(looks).jsonPath().getList("items"))
                .isEmpty();
        assertThat(office.as("li.na").get(looks).statusCode()).isEqualTo(403);
        assertThat(office.with("sales-manager").get(looks).statusCode()).isEqualTo(403);
        assertThat(office.siteManager().get(looks + "&limit=0").statusCode()).isEqualTo(422);
    }

    private Response register(String consultant, String name, String phone) {
        return office.as(consultant).post("/api/v1/customers", office.visitor(name, phone));
    }

    private List<String> found(String consultant, String filter) {
        return office.as(consultant)
                .get("/api/v1/customers?project=" + office.project + filter)
                .jsonPath()
                .getList("items.number");
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.jsonPath().getString("id"));
    }
}

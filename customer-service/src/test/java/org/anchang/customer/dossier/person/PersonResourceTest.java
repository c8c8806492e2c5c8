package org.anchang.customer.dossier.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PersonResourceTest {
    private final Office office = new Office();

    @Inject
    Database database;

    @Test
    @DisplayName("CUS-7 a person is shown all that is held of them, and erased but for what stays, which says why")
    void erased() {
        var customer = filled();
        var path = "/api/v1/customers/" + customer + "/personal-data";
        var manager = office.siteManager();

        var held = manager.get(path);
        assertThat(held.asString()).contains("13888880000", "宇航员", "想要两居", "不喜欢朝西");
        assertThat(held.jsonPath().getList("parts.what"))
                .contains("CUSTOMER", "DOSSIER_VALUES", "FOLLOW_UPS", "VISITS");
        assertThat(office.as("li.na").get(path).statusCode()).isEqualTo(403);
        assertThat(manager.get("/api/v1/customer-looks?of=" + customer + "&project=" + office.project)
                        .jsonPath()
                        .getList("items.by"))
                .contains("chen.jing");

        var after = manager.post(path + "/erasure", Map.of("reason", "本人书面要求删除"));
        after.then().statusCode(200);
        assertThat(after.asString()).doesNotContain("13888880000", "宇航员", "想要两居", "张三");
        assertThat(after.jsonPath().getString("parts.find { it.what == 'VISITS' }.stays"))
                .isEqualTo("HISTORY");
        assertThat(database.sql("SELECT count(*) FROM dossier_key WHERE customer = :customer AND wrapped IS NOT NULL")
                        .with("customer", customer)
                        .one(Long.class))
                .as("nothing opens what stands in the history")
                .isZero();
        assertThat(manager.get("/api/v1/customers/" + customer + "/dossier")
                        .jsonPath()
                        .getInt("filled"))
                .isZero();
        assertThat(manager.get("/api/v1/customers/known?phone=13888880000&project=" + office.project)
                        .asString())
                .doesNotContain(customer.toString());
    }

    @Test
    @DisplayName("CUS-7 of who has a deal name and phones stay ten years, which says so; the dossier goes all the same")
    void buyer() {
        var customer = filled();
        database.sql("""
                        INSERT INTO deal_progress (deal, project, customer, subscribed_at)
                        VALUES (gen_random_uuid(), :project, :customer, now())""")
                .with("project", office.project)
                .with("customer", customer)
                .write();

        var after = office.siteManager()
                .post("/api/v1/customers/" + customer + "/personal-data/erasure", Map.of("reason", "本人要求"));

        assertThat(after.jsonPath().getString("parts.find { it.what == 'CUSTOMER' }.stays"))
                .isEqualTo("TEN_YEARS");
        assertThat(after.jsonPath().getString("parts.find { it.what == 'PHONES' }.stays"))
                .isEqualTo("TEN_YEARS");
        assertThat(after.asString()).contains("13888880000").doesNotContain("宇航员", "想要两居");
    }

    private UUID filled() {
        var li = office.as("li.na");
        var registered = li.post("/api/v1/customers", office.visitor("张三", "13888880000"));
        registered.then().statusCode(201);
        var customer = UUID.fromString(registered.jsonPath().getString("id"));
        li.post("/api/v1/visits", Map.of("project", office.project, "customer", customer, "note", "不喜欢朝西"))
                .then()
                .statusCode(201);
        li.post("/api/v1/follow-ups", Map.of("customer", customer, "said", "想要两居", "intentGrade", "B"))
                .then()
                .statusCode(201);
        li.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("values", List.of(Map.of("field", "occupation", "value", "宇航员"))))
                .post("/api/v1/customers/" + customer + "/dossier")
                .then()
                .statusCode(200);
        return customer;
    }
}

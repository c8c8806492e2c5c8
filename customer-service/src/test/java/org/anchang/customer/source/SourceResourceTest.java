package org.anchang.customer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SourceResourceTest {
    private static final String PATH = "/api/v1/customer-sources";

    private final Office office = new Office();

    @Test
    @DisplayName(
            "CUS-1 a project has the nine sources of the printed form and its own; one that is retired is chosen no more and stays where it was")
    void dictionary() {
        assertThat(names(list())).containsExactly("日报", "晚报", "电视", "路过", "听说", "老带新", "单页", "户外", "其他");
        assertThat(names(add("抖音"))).contains("抖音").hasSize(10);
        assertThat(code(add(" 抖音 "))).isEqualTo("SOURCE_IS_KNOWN");
        assertThat(code(add("晚报"))).isEqualTo("SOURCE_IS_KNOWN");

        var customer = register("抖音");
        assertThat(customer.statusCode()).as(customer.asString()).isEqualTo(201);
        assertThat(customer.jsonPath().getString("source")).isEqualTo("抖音");
        assertThat(code(register("快手"))).isEqualTo("SOURCE_UNKNOWN");
        assertThat(retire("抖音").statusCode()).isEqualTo(200);
        assertThat(retire("电视").statusCode()).isEqualTo(200);
        assertThat(retire("电视").statusCode()).isEqualTo(404);

        assertThat(code(register("抖音"))).isEqualTo("SOURCE_UNKNOWN");
        assertThat(code(register("电视"))).isEqualTo("SOURCE_UNKNOWN");
        assertThat(list().jsonPath().getList("items.findAll { it.retired }.name"))
                .containsExactly("电视", "抖音");
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + customer.jsonPath().getString("id"))
                        .jsonPath()
                        .getString("source"))
                .isEqualTo("抖音");
        assertThat(add("电视").statusCode()).as("taken up again").isEqualTo(200);
        assertThat(register("电视").statusCode()).isEqualTo(201);
        assertThat(office.as("li.na")
                        .post(PATH, Map.of("project", office.project, "name", "快手"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Office()
                        .siteManager()
                        .get(PATH + "?project=" + office.project)
                        .statusCode())
                .isEqualTo(404);
    }

    private Response list() {
        return office.as("li.na").get(PATH + "?project=" + office.project);
    }

    private Response add(String name) {
        return office.siteManager().post(PATH, Map.of("project", office.project, "name", name));
    }

    private Response retire(String name) {
        return office.siteManager().post(PATH + "/retirements", Map.of("project", office.project, "name", name));
    }

    private Response register(String source) {
        var body = office.visitor("张三", Office.freshPhone());
        body.put("source", source);
        return office.as("li.na").post("/api/v1/customers", body);
    }

    private static List<String> names(Response answer) {
        return answer.jsonPath().getList("items.name");
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }
}

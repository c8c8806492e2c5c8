package org.anchang.customer.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ConsultantResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName(
            "REC-2 who works as a consultant is on the roster of the project; the site manager enters new ones once")
    void roster() {
        office.customerOf("li.na");
        office.customerOf("li.na");
        office.hires("zhao.min");
        office.hires("zhao.min");

        var roster = "/api/v1/consultants?project=" + office.project;
        assertThat(office.as("li.na").get(roster).jsonPath().getList("items.person"))
                .containsExactly("li.na", "zhao.min");
        assertThat(new Office().siteManager().get(roster).jsonPath().getList("items"))
                .isEmpty();
        assertThat(office.as("li.na")
                        .post("/api/v1/consultants", Map.of("project", office.project, "person", "x"))
                        .statusCode())
                .isEqualTo(403);
    }
}

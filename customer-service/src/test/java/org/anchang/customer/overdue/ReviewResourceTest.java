package org.anchang.customer.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.anchang.customer.Office;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ReviewResourceTest {
    private final Office office = new Office();
    private final String path = "/api/v1/reviews/" + office.project;
    private final LocalDate today = LocalDate.now(OfficeClock.OFFICE_ZONE);

    @Test
    @DisplayName(
            "TRK-2 the weekly review: who waits longest first, an opinion kept, and a task that the owner finds planned")
    void reviewed() {
        var waits = office.customerOf("li.na", 20);
        var fresh = office.customerOf("li.na", 1);
        office.customerOf("wang.lei", 5);

        var reviewed = office.siteManager()
                .post(
                        path,
                        Map.of(
                                "customer",
                                waits,
                                "opinion",
                                "预算够，先解决户型",
                                "task",
                                Map.of(
                                        "way",
                                        "HOME_VISIT",
                                        "dueOn",
                                        today.plusDays(2).toString())));
        var own = office.as("li.na").get(path).jsonPath();
        var all = office.siteManager().get(path + "?limit=2").jsonPath();
        var rest = office.siteManager()
                .get(path + "?limit=2&cursor=" + all.getString("next"))
                .jsonPath();

        assertThat(reviewed.statusCode()).as(reviewed.asString()).isEqualTo(201);
        assertThat(own.getList("items.customer")).containsExactly(waits.toString(), fresh.toString());
        assertThat(own.getString("items[0].last.opinion")).isEqualTo("预算够，先解决户型");
        assertThat(own.getString("items[0].nextOn")).isEqualTo(today.plusDays(2).toString());
        assertThat(rest.getList("items.customer")).containsExactly(fresh.toString());
        assertThat(office.with("sales-manager").get(path).jsonPath().getString("items[0].last.opinion"))
                .as("CUS-6")
                .isNull();
        assertThat(office.as("li.na")
                        .post(path, Map.of("customer", waits, "opinion", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Office()
                        .siteManager()
                        .post(path, Map.of("customer", waits, "opinion", "x"))
                        .statusCode())
                .isEqualTo(404);
    }
}

package org.anchang.deal.quarter;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.events.InventoryEvent;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class QuarterResourceTest {
    private final TestOffice office = new TestOffice();
    private final LocalDate thisWeek = TestOffice.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    private final String quarter = Quarter.with(thisWeek).toString();

    @Test
    @DisplayName(
            "RPT-1 sales count in their week at the stage that the project chose, by building too, beside the plan")
    void progress() {
        office.contracted();
        office.subscribed();
        ok(plan(Map.of(), thisWeek, 4), 200);

        var signed = weekOf(read(""));
        assertThat(signed.get("actual")).isEqualTo(Map.of("units", 1, "total", "980000.00"));
        assertThat(signed.get("planned")).isEqualTo(Map.of("units", 4, "total", "4000000.00"));
        assertThat(signed.get("sold")).isEqualTo(List.of("3栋-1单元-3101"));
        assertThat(signed.get("completion").toString()).isEqualTo("25.0");
        assertThat(weekOf(read("&building=9栋")).get("actual")).isEqualTo(Map.of("units", 0, "total", "0.00"));

        countAt("SUBSCRIBED");
        assertThat(weekOf(read("&building=3栋")).get("actual")).isEqualTo(Map.of("units", 2, "total", "1980000.00"));
        assertThat(weekOf(read("&building=3栋")).get("planned")).isNull();
    }

    @Test
    @DisplayName(
            "RPT-1 a batch has its own plan and sales, and its own sheet; batches count in the order in which they open")
    void byBatch() {
        countAt("SUBSCRIBED");
        var deal = office.subscribed();
        office.subscribed();
        var unit = UUID.fromString(
                ok(Ask.as(office.liNa).get("/api/v1/deals/" + deal), 200).path("lines[0].unit"));
        try (var inventory = new Neighbour(InventoryEvent.TOPIC)) {
            var first = thisWeek.minusDays(20).atStartOfDay().toInstant(ZoneOffset.UTC);
            var second = first.plusSeconds(3600);
            inventory.tells(new InventoryEvent.UnitsReleased(
                    UUID.randomUUID(), office.project, second, List.of(UUID.randomUUID()), "chen.jing"));
            inventory.tells(new InventoryEvent.UnitsReleased(
                    UUID.randomUUID(), office.project, first, List.of(unit, UUID.randomUUID()), "chen.jing"));
        }
        await().until(() -> read("").<List<Integer>>path("batches.units"), List.of(2, 1)::equals);
        ok(plan(Map.of("batch", 1), thisWeek, 2), 200);

        var week = weekOf(read("&batch=1"));
        assertThat(week.get("actual")).isEqualTo(Map.of("units", 1, "total", "1000000.00"));
        assertThat(week.get("completion").toString()).isEqualTo("50.0");
        assertThat(weekOf(read("&batch=2")).get("planned")).isNull();
        assertThat(weekOf(read("")).get("actual")).isEqualTo(Map.of("units", 2, "total", "2000000.00"));
        var sheet = Ask.as(office.manager)
                .get("/api/v1/deal-papers/quarter-progress/of/%s?key=%s 第1批".formatted(office.project, quarter));
        assertThat(ok(sheet, 200).asString()).contains("第1批（", "2套）");

        assertThat(Ask.as(office.manager).get(address() + "?batch=3").statusCode())
                .isEqualTo(404);
        refused(Ask.as(office.manager).get(address() + "?batch=1&building=3栋"), 422, "BUILDING_OR_BATCH");
    }

    @Test
    @DisplayName("RPT-1 a deal that ends after it counted is taken off in the week in which it ends")
    void givenBack() {
        countAt("SUBSCRIBED");
        var deal = office.subscribed();
        ok(
                Ask.as(office.manager)
                        .post("/api/v1/deals/" + deal + "/lapse", Map.of("reason", "不买了", "forfeit", false)),
                200);

        var week = weekOf(read(""));
        assertThat(week.get("actual")).isEqualTo(Map.of("units", 0, "total", "0.00"));
        assertThat(week.get("sold")).isEqualTo(List.of("3栋-1单元-3101"));
        assertThat(week.get("givenBack")).isEqualTo(List.of("3栋-1单元-3101"));
    }

    @Test
    @DisplayName("RPT-1 a plan names weeks of its quarter; who plans is a manager of the project")
    void plans() {
        refused(plan(Map.of(), thisWeek.plusDays(1), 4), 422, "WEEK_NOT_IN_QUARTER");
        assertThat(Ask.as(office.liNa).get(address()).statusCode()).isEqualTo(403);
        assertThat(Ask.as(Person.siteManager("qian.yi").in("elsewhere"))
                        .get(address())
                        .statusCode())
                .isEqualTo(404);
        assertThat(ok(Ask.as(office.finance).get(address()), 200)
                        .<Boolean>path("actions.find { it.name == 'plan-quarter' }.yours"))
                .isFalse();
    }

    private String address() {
        return "/api/v1/quarters/" + office.project;
    }

    private Response read(String more) {
        return ok(Ask.as(office.manager).get(address() + "?quarter=" + quarter + more), 200);
    }

    private Map<String, Object> weekOf(Response answer) {
        return answer.<List<Map<String, Object>>>path("weeks").stream()
                .filter(week -> week.get("from").equals(thisWeek.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Response plan(Map<String, Object> of, LocalDate week, int units) {
        var weeks = List.of(Map.of("from", week.toString(), "units", units, "total", units + "000000.00"));
        var plan = new HashMap<String, Object>(Map.of("quarter", quarter, "weeks", weeks));
        plan.putAll(of);
        return Ask.as(office.manager).post(address() + "/plan", plan);
    }

    private void countAt(String stage) {
        ok(
                Ask.as(Person.administrator())
                        .post(
                                "/api/v1/deal-settings/" + office.project + "/SALE_COUNTS_AT",
                                Map.of(
                                        "value",
                                        stage,
                                        "validFrom",
                                        TestOffice.today().toString(),
                                        "reason",
                                        "口径")),
                204);
    }
}

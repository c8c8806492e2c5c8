package org.anchang.inventory.price.adjustment;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.UnitPriceChanged;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.test.AuditTrail;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PriceAdjustmentResourceTest {
    private static final String PATH = "/api/v1/price-adjustments";
    private static final Map<String, Object> TWO_PER_CENT = Map.of("kind", "PERCENT", "value", "2");

    /// A slice that waits for a unit.
    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                AND query LIKE 'SELECT id FROM unit WHERE id = ANY%'""";

    @Inject
    DataSource database;

    @Inject
    DueAdjustments effect;

    @Test
    @DisplayName(
            "INV-2 a rule over a selection is previewed, then applied with its reason; sold units are left out, and a"
                    + " hold keeps its price")
    void previewedThenApplied() throws SQLException {
        var office = AnOffice.selling(8);
        var units = office.units();
        var hold = done(office.liNa.post("/api/v1/holds", holdOf(units.get(1))));
        sell(units.get(2));

        var preview = done(trying(office, Map.of("floors", List.of("1")), TWO_PER_CENT, null));

        assertThat((String) preview.path("state")).isEqualTo("PREVIEWED");
        assertThat((int) preview.path("units")).isEqualTo(3);
        assertThat((int) preview.path("leftOut")).isEqualTo(1);
        // 110.53 × 10,000.00, 111.53 × 10,000.01 and 113.53 × 10,000.03; then two per cent more a m².
        assertThat((String) preview.path("totalBefore")).isEqualTo("3355904.53");
        assertThat((String) preview.path("totalAfter")).isEqualTo("3423022.53");
        var path = PATH + "/" + preview.path("id");
        assertThat((String) office.siteManager.get(path + "/left-out").path("items[0].reason"))
                .isEqualTo("SOLD");
        assertThat((String) office.siteManager
                        .request()
                        .header("Accept-Language", "zh")
                        .get(path + "/left-out")
                        .path("items[0].reasonWords"))
                .isEqualTo("已售出");
        var first = done(office.siteManager.get(path + "/changes?limit=2"));
        assertThat((String) first.path("items[0].unitPriceBefore")).isEqualTo("10000.00");
        assertThat((String) first.path("items[0].unitPrice")).isEqualTo("10200.00");
        assertThat((List<?>) office.siteManager
                        .get(path + "/changes?limit=2&cursor=" + first.path("next"))
                        .path("items"))
                .hasSize(1);
        assertThat((String) office.siteManager
                        .get("/api/v1/units/" + units.getFirst())
                        .path("unitPrice"))
                .isEqualTo("10000.00");

        done(office.siteManager.post(path + "/apply", Map.of("reason", "second batch")));

        assertRefused(
                InventoryRefusal.ADJUSTMENT_IS_NOT_OPEN,
                office.siteManager.post(path + "/apply", Map.of("reason", "again")));
        var unit = office.siteManager.get("/api/v1/units/" + units.getFirst());
        assertThat((String) unit.path("unitPrice")).isEqualTo("10200.00");
        assertThat((String) unit.path("listTotal")).isEqualTo("1127406.00");
        assertThat((String)
                        office.siteManager.get("/api/v1/units/" + units.get(2)).path("unitPrice"))
                .isEqualTo("10000.02");
        assertThat((String)
                        office.siteManager.get("/api/v1/units/" + units.get(1)).path("unitPrice"))
                .isEqualTo("10200.01");
        assertThat((String) office.liNa.get("/api/v1/holds/" + hold.path("id")).path("unit.unitPrice"))
                .isEqualTo("10000.01");
        var prices = done(office.siteManager.get("/api/v1/units/" + units.getFirst() + "/prices"));
        assertThat(prices.jsonPath().getList("items.unitPrice", String.class)).containsExactly("10000.00", "10200.00");
        assertThat(prices.jsonPath().getList("items.counts", Boolean.class)).containsExactly(false, true);
        assertThat((String) prices.path("items[1].reason")).isEqualTo("second batch");
        assertThat((String) prices.path("items[1].by")).isEqualTo("chen.jing");
        assertThat((String) done(office.liNa.get("/api/v1/units/" + units.getFirst() + "/prices"))
                        .path("items[1].reason"))
                .isNull();
        assertThat(office.siteManager
                        .get("/api/v1/units/" + units.getFirst() + "/history")
                        .jsonPath()
                        .getList("items.reason", String.class))
                .endsWith("second batch");
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var told = heard.await(UUID.fromString(units.getFirst()), UnitPriceChanged.class);
            assertThat(told.by()).isEqualTo("chen.jing");
            assertThat(told.version()).isEqualTo(2);
            assertThat(told.total()).isEqualTo("1127406.00");
        }
    }

    @Test
    @DisplayName("INV-2 units are chosen by view, floor or one by one, for a percentage or an amount")
    void byView() {
        var office = AnOffice.empty();
        done(office.importing("""
                楼栋,单元,楼层,房号,建筑面积,预售单价,朝向
                1栋,,1,01,100,10000,湖景
                1栋,,3A,01,100,10000,湖景
                1栋,,3A,02,100,10000,街景
                """));
        var lake = Map.<String, Object>of("view", "湖景");
        var one = Map.<String, Object>of("units", office.units().subList(0, 1));
        var amount = Map.<String, Object>of("kind", "PER_UNIT", "value", "50000");

        assertThat((String) done(trying(office, lake, TWO_PER_CENT, null)).path("totalAfter"))
                .isEqualTo("2040000.00");
        assertThat((String) done(trying(office, Map.of("view", "湖景", "floors", List.of("3A")), amount, null))
                        .path("totalAfter"))
                .isEqualTo("1050000.00");
        assertThat((String) done(trying(office, one, TWO_PER_CENT, null)).path("totalAfter"))
                .isEqualTo("1020000.00");
    }

    @Test
    @DisplayName("INV-12 a list price below the floor price is shown in the preview, and refused with the units' names")
    void belowFloor() {
        var office = AnOffice.selling(4);
        var unit = office.units().getFirst();
        done(office.siteManager.post(
                "/api/v1/units/" + unit + "/floor-prices", Map.of("floorPrice", "1100000.00", "reason", "year end")));

        var preview = done(trying(office, Map.of(), Map.of("kind", "PER_UNIT", "value", "-10000"), null));

        assertThat((int) preview.path("belowFloor")).isEqualTo(1);
        assertThat((Boolean) preview.path("actions[0].yours")).isFalse();
        var refused = office.siteManager.post(PATH + "/" + preview.path("id") + "/apply", Map.of("reason", "x"));
        assertRefused(InventoryRefusal.LIST_PRICE_BELOW_FLOOR, refused);
        assertThat(refused.jsonPath().getList("units", String.class)).containsExactly("3栋-1单元-101");
        assertThat((int) office.siteManager.get("/api/v1/units/" + unit).path("priceVersion"))
                .isEqualTo(2);
        // One that is rounded up to the floor price passes.
        var least = done(trying(
                office, Map.of("units", List.of(unit)), Map.of("kind", "PER_UNIT", "value", "-5299.9999"), null));
        assertThat((int) least.path("belowFloor")).isZero();
    }

    @Test
    @DisplayName(
            "INV-2 what was previewed is refused once a price is another; a choice of nothing or of strangers' units too")
    void stockHasChanged() {
        var office = AnOffice.with(4);
        var other = AnOffice.with(1);
        var path =
                PATH + "/" + done(trying(office, Map.of(), TWO_PER_CENT, null)).path("id");
        done(office.importing(AnOffice.priceList(4).replace("10000.01", "10500.01")));

        assertRefused(
                InventoryRefusal.STOCK_HAS_CHANGED, office.siteManager.post(path + "/apply", Map.of("reason", "x")));

        assertRefused(
                InventoryRefusal.ADJUSTMENT_NAMES_NO_UNITS, trying(office, Map.of("layout", "三室"), TWO_PER_CENT, null));
        assertThat(trying(office, Map.of("units", other.units()), TWO_PER_CENT, null)
                        .statusCode())
                .isEqualTo(404);
        assertRefused(
                InventoryRefusal.ADJUSTMENT_NOT_POSSIBLE,
                trying(office, Map.of(), Map.of("kind", "FLOOR_LADDER", "value", "20"), null));
    }

    @Test
    @DisplayName(
            "INV-2 planned changes take effect at their second, in their order, each resting on the one before; what was"
                    + " sold until then is left out")
    void planned() throws SQLException {
        var office = AnOffice.selling(3);
        var units = office.units();
        var then = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MICROS);
        var first =
                PATH + "/" + done(trying(office, Map.of(), TWO_PER_CENT, then)).path("id");
        done(office.siteManager.post(first + "/apply", Map.of("reason", "december")));
        var second = PATH + "/"
                + done(trying(office, Map.of(), Map.of("kind", "PER_SQUARE_METRE", "value", "100"), then.plusMillis(1)))
                        .path("id");
        done(office.siteManager.post(second + "/apply", Map.of("reason", "january")));
        assertRefused(
                InventoryRefusal.LATER_CHANGE_IS_PLANNED,
                office.siteManager.post(first + "/withdraw", Map.of("reason", "x")));
        var prices = office.siteManager.get("/api/v1/units/" + units.getFirst() + "/prices");
        assertThat(prices.jsonPath().getList("items.unitPrice", String.class))
                .containsExactly("10000.00", "10200.00", "10300.00");
        assertThat(prices.jsonPath().getList("items.planned", Boolean.class)).containsExactly(false, true, true);
        assertThat((List<?>) office.liNa
                        .get("/api/v1/units/" + units.getFirst() + "/prices")
                        .path("items"))
                .hasSize(1);
        sell(units.get(1));
        var soon = bringForward(office, then);

        await().until(() -> "APPLIED".equals(office.siteManager.get(second).path("state")));

        assertThat(Instant.parse(office.siteManager.get(first).path("appliedAt")))
                .isAfterOrEqualTo(soon);
        assertThat((String) office.siteManager
                        .get("/api/v1/units/" + units.getFirst())
                        .path("unitPrice"))
                .isEqualTo("10300.00");
        assertThat((int) office.siteManager
                        .get("/api/v1/units/" + units.getFirst())
                        .path("priceVersion"))
                .isEqualTo(3);
        assertThat((int) office.siteManager.get("/api/v1/units/" + units.get(1)).path("priceVersion"))
                .isEqualTo(1);
        assertThat((String) office.siteManager.get(first + "/left-out").path("items[0].unit"))
                .isEqualTo(units.get(1));
        assertRefused(
                InventoryRefusal.ADJUSTMENT_IS_NOT_OPEN,
                office.siteManager.post(first + "/withdraw", Map.of("reason", "too late")));
        assertThat(new AuditTrail(database, "price_adjustment", first.substring(PATH.length() + 1))
                        .changes()
                        .getLast())
                .as("SEC-5 what comes about by itself does so in the name of who planned it")
                .isEqualTo(new AuditTrail.Change("chen.jing", "sweep DueAdjustments", "UPDATE"));
    }

    @Test
    @DisplayName("INV-2 what fell due in an outage takes effect once, in its order, however many replicas are at it")
    void manyReplicas() throws Exception {
        var office = AnOffice.selling(4);
        var unit = office.units().getFirst();
        var later = Instant.now().plusSeconds(3_600);
        var plans = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var plan = done(trying(
                    office,
                    Map.of(),
                    Map.of("kind", "PER_SQUARE_METRE", "value", Integer.toString(i + 1)),
                    later.plusSeconds(i)));
            plans.add(plan.path("id"));
            done(office.siteManager.post(PATH + "/" + plan.path("id") + "/apply", Map.of("reason", "step " + i)));
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE price_adjustment SET effective_at = effective_at - interval '2 hours' WHERE project = '"
                            + office.project + "'");
        }

        try (var replicas = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                replicas.submit(effect::run);
            }
        }

        await().until(() ->
                (int) office.siteManager.get("/api/v1/units/" + unit).path("priceVersion") == 4);
        var prices = done(office.siteManager.get("/api/v1/units/" + unit + "/prices"));
        assertThat(prices.jsonPath().getList("items.unitPrice", String.class))
                .containsExactly("10000.00", "10001.00", "10003.00", "10006.00");
        assertThat(prices.jsonPath().getList("items.adjustment", String.class).subList(1, 4))
                .isEqualTo(plans);
        assertThat(plans).allSatisfy(plan -> assertThat(
                        (int) office.siteManager.get(PATH + "/" + plan).path("leftOut"))
                .isZero());
    }

    @Test
    @DisplayName(
            "INV-2 many units change some at a time, so that those of other slices can be held; no other change of prices"
                    + " comes in between, and who breaks off leaves the rest to the next look")
    void inSlices() throws Exception {
        var office = AnOffice.selling(120);
        var units = office.units();
        var path =
                PATH + "/" + done(trying(office, Map.of(), TWO_PER_CENT, null)).path("id");
        var other =
                PATH + "/" + done(trying(office, Map.of(), TWO_PER_CENT, null)).path("id");

        try (var lock = database.getConnection();
                var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("SELECT 1 FROM unit WHERE id = '" + units.get(60) + "' FOR UPDATE");
            var applied = done(office.siteManager.post(path + "/apply", Map.of("reason", "december")));
            assertThat((String) applied.path("state")).isEqualTo("IN_PROGRESS");
            await().until(() -> count(WAITING) == 1);

            assertThat(List.of(version(office, units.get(49)), version(office, units.get(50))))
                    .containsExactly(2, 1);
            var first = done(office.liNa.post("/api/v1/holds", holdOf(units.getFirst())));
            assertThat((String) first.path("unit.unitPrice")).isEqualTo("10200.00");
            done(office.liNa.post("/api/v1/holds", holdOf(units.get(119))));
            for (var answer : List.of(
                    office.importing(AnOffice.priceList(120).replace("10000.01", "10500.01")),
                    office.siteManager.post(other + "/apply", Map.of("reason", "x")))) {
                assertThat((String) answer.path("code")).isEqualTo("CONFLICT_TRY_AGAIN");
            }
            assertThat(count("SELECT count(pg_terminate_backend(pid)) " + WAITING.substring(WAITING.indexOf("FROM"))))
                    .isEqualTo(1);
            await().until(() -> count(WAITING) == 1);
            lock.rollback();
        }

        await().until(() -> "APPLIED".equals(office.siteManager.get(path).path("state")));
        assertThat(count("SELECT count(*) FROM unit WHERE price_version = 2 AND project = '" + office.project + "'"))
                .isEqualTo(120);
        assertThat(count("SELECT count(*) FROM unit_price p JOIN unit u ON u.id = p.unit WHERE u.project = '"
                        + office.project + "'"))
                .isEqualTo(240);
        assertRefused(
                InventoryRefusal.STOCK_HAS_CHANGED, office.siteManager.post(other + "/apply", Map.of("reason", "x")));
    }

    @Test
    @DisplayName(
            "INV-2 INV-8 a price that is planned for the moment of a release counts before the first unit of it is on sale")
    void forTheOpening() throws Exception {
        var office = AnOffice.with(120).certified();
        var unit = office.units().getFirst();
        var then = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MICROS);
        var path =
                PATH + "/" + done(trying(office, Map.of(), TWO_PER_CENT, then)).path("id");
        done(office.siteManager.post(path + "/apply", Map.of("reason", "opening")));
        var later = done(trying(office, Map.of(), TWO_PER_CENT, then.plusSeconds(3_600)));
        done(office.siteManager.post(PATH + "/" + later.path("id") + "/apply", Map.of("reason", "evening")));
        done(office.releasing(Map.of("everything", true, "opensAt", then)));
        var opensAt = bringForward(office, then);
        var open = " FROM unit WHERE state = 'AVAILABLE' AND project = '" + office.project + "'";

        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
            assertThat(count("SELECT count(*) FILTER (WHERE price_version <> 2)" + open))
                    .isZero();
            return count("SELECT count(*)" + open) == 120;
        });

        var hold = done(office.liNa.post("/api/v1/holds", holdOf(unit)));
        assertThat((String) hold.path("unit.unitPrice")).isEqualTo("10200.00");
        await().until(() -> "APPLIED".equals(office.siteManager.get(path).path("state")));
        assertThat((String)
                        office.siteManager.get(PATH + "/" + later.path("id")).path("state"))
                .isEqualTo("PLANNED");
        assertThat(Instant.parse(office.siteManager
                        .get("/api/v1/units/" + unit + "/history")
                        .path("items.find { it.what == 'PRICE_CHANGED' }.at")))
                .isAfterOrEqualTo(opensAt);
    }

    @Test
    @DisplayName("INV-2 a planned change can be withdrawn before its moment, and leaves no trace in the prices")
    void withdrawn() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var path = PATH + "/"
                + done(trying(office, Map.of(), TWO_PER_CENT, Instant.now().plusSeconds(3_600)))
                        .path("id");
        done(office.siteManager.post(path + "/apply", Map.of("reason", "december")));

        var withdrawn = done(office.siteManager.post(path + "/withdraw", Map.of("reason", "market is slow")));

        assertThat((String) withdrawn.path("state")).isEqualTo("WITHDRAWN");
        assertThat((String) withdrawn.path("withdrawn.reason")).isEqualTo("market is slow");
        assertThat((List<?>) office.siteManager
                        .get("/api/v1/units/" + unit + "/prices")
                        .path("items"))
                .hasSize(1);
        assertRefused(
                InventoryRefusal.ADJUSTMENT_IS_NOT_OPEN,
                office.siteManager.post(path + "/apply", Map.of("reason", "x")));
    }

    @Test
    @DisplayName("SEC-1 prices are adjusted by managers, in their own projects")
    void strangers() {
        var office = AnOffice.with(1);
        var path =
                PATH + "/" + done(trying(office, Map.of(), TWO_PER_CENT, null)).path("id");
        var other = AnOffice.empty().siteManager;

        assertThat(office.liNa.get(path).statusCode()).isEqualTo(403);
        assertThat(office.liNa
                        .post(PATH, body(office, Map.of(), TWO_PER_CENT, null))
                        .statusCode())
                .isEqualTo(403);
        for (var answer : List.of(
                other.get(path),
                other.get(path + "/changes"),
                other.get(path + "/left-out"),
                other.post(path + "/apply", Map.of("reason", "x")),
                other.post(path + "/withdraw", Map.of("reason", "x")),
                other.post(PATH, body(office, Map.of(), TWO_PER_CENT, null)),
                other.get(PATH + "?project=" + office.project),
                other.get("/api/v1/units/" + office.units().getFirst() + "/prices"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    /// However long it took to plan what is to happen then: it is to happen in two seconds.
    private Instant bringForward(AnOffice office, Instant then) throws SQLException {
        var soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS);
        var by = "interval '" + Duration.between(soon, then) + "' WHERE project = '" + office.project + "'";
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE price_adjustment SET effective_at = effective_at - " + by);
            statement.execute("UPDATE release SET opens_at = opens_at - " + by + " AND state = 'PLANNED'");
            connection.commit();
        }
        return soon;
    }

    private int version(AnOffice office, String unit) {
        return office.siteManager.get("/api/v1/units/" + unit).path("priceVersion");
    }

    private int count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Response trying(
            AnOffice office, Map<String, ?> selection, Map<String, ?> rule, Instant effectiveAt) {
        return office.siteManager.post(PATH, body(office, selection, rule, effectiveAt));
    }

    private static Map<String, Object> body(
            AnOffice office, Map<String, ?> selection, Map<String, ?> rule, Instant effectiveAt) {
        var body = new HashMap<String, Object>(Map.of("project", office.project, "selection", selection, "rule", rule));
        if (effectiveAt != null) {
            body.put("effectiveAt", effectiveAt.toString());
        }
        return body;
    }

    /// As a deal would, in two legal moves.
    private void sell(String unit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE unit SET state = 'HELD' WHERE id = '" + unit + "'");
            statement.execute("UPDATE unit SET state = 'RESERVED' WHERE id = '" + unit + "'");
        }
    }
}

package org.anchang.inventory.hold;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.claimOf;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.HoldExtended;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class HoldClockResourceTest {
    private static final String HOME_WITH_PARKING = """
            项目,楼栋,单元,楼层,房号,建筑面积,预售单价,物业类型
            松风,3栋,1单元,1,01,110.00,10000.00,住宅
            松风,车库,1,-1,P1,12.00,8000.00,车位
            """;

    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-5 the site manager extends a hold, up to the project's longest, in which pauses do not count")
    void extend() {
        var office = AnOffice.selling(2);
        var unit = office.units().getFirst();
        var path = held(office, unit);

        assertThat(office.liNa.post(path + "/extensions", Map.of("minutes", 5)).statusCode())
                .isEqualTo(403);
        done(office.liNa.post(path + "/pause"));
        var extended = done(office.siteManager.post(path + "/extensions", Map.of("minutes", 45)));
        assertThat(minutesLeft(extended)).isEqualTo(15 + 15 + 45);
        assertRefused(
                InventoryRefusal.HOLD_WOULD_BE_TOO_LONG,
                office.siteManager.post(path + "/extensions", Map.of("minutes", 1)));
        assertThat(minutesLeft(done(office.liNa.post(path + "/resume")))).isEqualTo(15 + 45);
        assertRefused(
                InventoryRefusal.HOLD_WOULD_BE_TOO_LONG,
                office.siteManager.post(path + "/extensions", Map.of("minutes", 1)));

        assertThat(told(unit, 3)).extracting(HoldExtended::cause).containsExactly("PAUSE", "EXTENSION", "RESUMPTION");
        assertThat(office.siteManager
                        .get("/api/v1/units/" + unit + "/history")
                        .jsonPath()
                        .getList("items.what", String.class))
                .endsWith("HOLD", "HOLD_PAUSED", "HOLD_EXTENDED", "HOLD_RESUMED");

        office.set(InventorySetting.HOLD_MINUTES_LONGEST, 10);
        assertThat(minutesLeft(office.liNa.get(held(office, office.units().getLast()))))
                .as("no hold is longer than the longest, whatever HOLD_MINUTES says")
                .isEqualTo(10);
    }

    @Test
    @DisplayName(
            "INV-5 while a hold is paused its clock stands still; what was not used of the pause may be used later")
    void pause() throws SQLException {
        var office = AnOffice.selling(1);
        office.set(InventorySetting.HOLD_PAUSE_MINUTES_LONGEST, 10);
        var unit = office.units().getFirst();
        var path = held(office, unit);
        assertThat(office.consultant("wang.lei").post(path + "/pause").statusCode())
                .isEqualTo(404);
        assertRefused(InventoryRefusal.HOLD_IS_NOT_PAUSED, office.liNa.post(path + "/resume"));

        var paused = done(office.liNa.post(path + "/pause"));
        assertThat(minutesLeft(paused)).isEqualTo(15 + 10);
        assertThat(pausedUntil(paused)).isCloseTo(in(10), within(20, ChronoUnit.SECONDS));
        assertThat(paused.jsonPath().getList("actions.name", String.class))
                .contains("resume")
                .doesNotContain("pause");
        assertRefused(InventoryRefusal.HOLD_IS_PAUSED, office.siteManager.post(path + "/pause"));

        // Four minutes later.
        earlier(path, 4, "expires_at", "started_at", "paused_until");
        var resumed = done(office.liNa.post(path + "/resume"));
        assertThat(minutesLeft(resumed)).isEqualTo(15);
        assertThat(resumed.asString()).doesNotContain("pausedUntil");

        var again = done(office.siteManager.post(path + "/pause"));
        assertThat(minutesLeft(again)).isEqualTo(15 + 6);
        var told = told(unit, 3);
        assertThat(told).extracting(HoldExtended::cause).containsExactly("PAUSE", "RESUMPTION", "PAUSE");
        assertThat(told.getLast().expiresAt()).isEqualTo(Instant.parse(again.path("expiresAt")));
        assertThat(told.getLast().pausedUntil()).isEqualTo(pausedUntil(again));
        assertThat(told.get(1).pausedUntil()).isNull();
    }

    @Test
    @DisplayName("INV-5 a pause that nobody ends is over by itself, and so is the hold; there is no other pause then")
    void pauseEndsByItself() throws SQLException {
        var office = AnOffice.selling(1);
        office.set(InventorySetting.HOLD_PAUSE_MINUTES_LONGEST, 10);
        var unit = office.units().getFirst();
        var path = held(office, unit);
        done(office.liNa.post(path + "/pause"));

        earlier(path, 11, "expires_at", "started_at", "paused_until");
        var over = done(office.liNa.get(path));
        assertThat(over.asString()).doesNotContain("pausedUntil");
        assertThat(minutesLeft(over)).isEqualTo(14);
        assertRefused(InventoryRefusal.HOLD_IS_NOT_PAUSED, office.liNa.post(path + "/resume"));
        var refused = office.liNa.post(path + "/pause");
        assertRefused(InventoryRefusal.PAUSE_IS_USED_UP, refused);
        assertThat((int) refused.path("longest")).isEqualTo(10);

        earlier(path, 14, "expires_at", "started_at", "paused_until");
        await().until(() -> office.state(unit).equals("AVAILABLE"));
        assertRefused(InventoryRefusal.HOLD_HAS_ENDED, office.liNa.post(path + "/pause"));
    }

    @Test
    @DisplayName(
            "INV-5 INV-11 a claimed hold has no clock to stop; what goes with a home is paused and extended with it")
    void claimedAndAttached() {
        var office = AnOffice.empty();
        done(office.importing(HOME_WITH_PARKING));
        office.certified().released();
        var home = office.units().getFirst();
        var parking = office.units().getLast();
        done(office.siteManager.post(
                "/api/v1/units/" + home + "/attached-units", Map.of("unit", parking, "pricedApart", true)));
        var path = held(office, home);

        var paused = done(office.liNa.post(path + "/pause"));
        done(office.siteManager.post(path + "/extensions", Map.of("minutes", 5)));
        assertThat((String) paused.path("unit.attached[0].unit")).isEqualTo(parking);
        assertThat((String) office.liNa.get("/api/v1/units/" + parking).path("hold.expiresAt"))
                .isEqualTo(office.liNa.get(path).path("expiresAt"));

        var claimed = done(office.liNa.post(
                path + "/claims", claimOf(path.substring(path.lastIndexOf('/') + 1), UUID.randomUUID())));
        assertThat(claimed.asString()).doesNotContain("pausedUntil");
        assertRefused(InventoryRefusal.HOLD_IS_CLAIMED, office.liNa.post(path + "/resume"));
        assertRefused(InventoryRefusal.HOLD_IS_CLAIMED, office.liNa.post(path + "/pause"));
        assertRefused(
                InventoryRefusal.HOLD_IS_CLAIMED, office.siteManager.post(path + "/extensions", Map.of("minutes", 1)));
    }

    @Test
    @DisplayName(
            "INV-5 where a deal is opened on a hold its clock stands still by itself while the order form is being written,"
                    + " once, and not for a deal of before the hold")
    void pausedForTheForm() {
        var office = AnOffice.selling(2);
        var units = office.units();
        var first = held(office, units.getFirst());
        var second = held(office, units.getLast());
        var deal = UUID.randomUUID();
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            deals.tells(opened(office, deal, units.getLast(), Instant.now().minusSeconds(60)));
            deals.tells(opened(office, deal, units.getFirst(), Instant.now()));
            var paused = await().until(() -> office.liNa.get(first), hold -> hold.path("pausedUntil") != null);
            assertThat(minutesLeft(paused)).isEqualTo(15 + 15);
            assertThat((String) office.liNa.get(second).path("pausedUntil")).isNull();

            done(office.liNa.post(first + "/resume"));
            deals.tells(opened(office, deal, units.getFirst(), Instant.now()));
            deals.tells(opened(office, deal, units.getLast(), Instant.now()));
            await().until(() -> office.liNa.get(second).path("pausedUntil") != null);
            assertThat(minutesLeft(office.liNa.get(first))).isEqualTo(15);
        }
        assertThat(told(units.getFirst(), 2)).extracting(HoldExtended::cause).containsExactly("PAUSE", "RESUMPTION");
        assertThat(office.siteManager
                        .get("/api/v1/units/" + units.getFirst() + "/history")
                        .jsonPath()
                        .getList("items.deal", String.class))
                .contains(deal.toString());
    }

    private static TicketIssued opened(AnOffice office, UUID deal, String unit, Instant at) {
        return new TicketIssued(deal, office.project, at, "P-1", UUID.randomUUID(), "li.na", UUID.fromString(unit));
    }

    private static String held(AnOffice office, String unit) {
        return "/api/v1/holds/"
                + done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");
    }

    private static Instant in(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }

    /// Rounded, so that a slow test says the same.
    private static long minutesLeft(Response hold) {
        var left = Duration.between(Instant.now(), Instant.parse(hold.path("expiresAt")));
        return Math.round(left.toSeconds() / 60.0);
    }

    private static Instant pausedUntil(Response hold) {
        return Instant.parse(hold.path("pausedUntil"));
    }

    private static List<HoldExtended> told(String unit, int events) {
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            return await().until(
                            () -> heard.of(UUID.fromString(unit)).stream()
                                    .filter(said -> said.type().equals("HoldExtended"))
                                    .map(said -> said.as(HoldExtended.class))
                                    .toList(),
                            told -> told.size() == events);
        }
    }

    private void earlier(String path, int minutes, String... columns) throws SQLException {
        var hold = path.substring(path.lastIndexOf('/') + 1);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var column : columns) {
                statement.execute("UPDATE hold SET %1$s = %1$s - interval '%2$d minutes' WHERE id = '%3$s'"
                        .formatted(column, minutes, hold));
            }
        }
    }
}

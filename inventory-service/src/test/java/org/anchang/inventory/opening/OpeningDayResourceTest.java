package org.anchang.inventory.opening;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.OpeningDayDrawn;
import org.anchang.events.InventoryEvent.TicketCalled;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.hold.HoldPolicy;
import org.anchang.inventory.sale.release.ReleasePolicy;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class OpeningDayResourceTest {
    /// 32 characters, as few as may be.
    private static final String NOTARYS_SEED = "公证处 20260918 7-13-22-08-31-02-11";

    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-13 an opening day from its plan to its end: list, check-in, draw, call-up, choice, and free sale")
    void wholeDay() {
        var office = AnOffice.with(4).certified();
        office.set(InventorySetting.CALL_SIZE, 2);
        office.set(InventorySetting.WAITING_HEAD_START_MINUTES, 5);
        var day = AnOpeningDay.of(office, 5);
        var units = office.units();
        assertRefused(InventoryRefusal.OPENING_DAY_MOVE_NOT_POSSIBLE, day.checkIn("A001"));

        day.checkedIn(List.of("A001", "A002", "A003", "A004"));
        assertRefused(InventoryRefusal.TICKET_MOVE_NOT_POSSIBLE, day.checkIn("A001"));
        day.drawn();
        var order = day.order();
        assertThat(order).containsExactlyInAnyOrder("A001", "A002", "A003", "A004");
        assertThat((String) done(day.checkIn("A005")).path("state"))
                .as("who comes late is at the end of the queue")
                .isEqualTo("WAITING");
        assertRefused(InventoryRefusal.OPENING_DAY_IS_NOT_RUNNING, day.call());

        var early = office.siteManager.post(day.path + "/start");
        assertRefused(InventoryRefusal.RELEASE_IS_NOT_OPEN, early);
        assertThat((String) early.path("state")).isEqualTo("PLANNED");
        done(office.siteManager.post("/api/v1/releases/" + day.release + "/opening"));
        assertRefused(HoldPolicy.TICKET_NEEDED, office.liNa.post("/api/v1/holds", holdOf(units.getFirst())));
        var started = done(office.siteManager.post(day.path + "/start"));
        assertThat((int) started.path("rules.quota")).isEqualTo(1);
        assertThat((int) started.path("tickets.WAITING")).isEqualTo(5);
        assertThat(started.<List<String>>path("steps.state"))
                .containsExactly("PLANNED", "CHECK_IN", "DRAWN", "RUNNING");

        var first = order.getFirst();
        var second = order.get(1);
        assertRefused(HoldPolicy.TICKET_IS_NOT_PRESENT, day.holding(units.getFirst(), first));
        var calls = done(day.call());
        assertThat(calls.<List<String>>path("tickets.number")).containsExactly(first, second);
        assertThat(calls.<List<Boolean>>path("tickets.actions.flatten().yours"))
                .as("by posts in the project of the day")
                .containsOnly(true);
        assertRefused(HoldPolicy.TICKET_IS_NOT_PRESENT, day.holding(units.getFirst(), first));
        assertRefused(InventoryRefusal.TICKET_MOVE_NOT_POSSIBLE, day.appear(order.get(2)));
        done(day.appear(first));
        done(day.appear(second));
        assertRefused(HoldPolicy.TICKET_NEEDED, office.liNa.post("/api/v1/holds", holdOf(units.getFirst())));
        assertRefused(
                HoldPolicy.TICKET_IS_ANOTHERS,
                office.liNa.post(
                        "/api/v1/holds",
                        Map.of(
                                "unit",
                                units.getFirst(),
                                "customer",
                                day.customer(second),
                                "ticket",
                                day.tickets.get(first))));
        String hold = done(day.holding(units.getFirst(), first)).path("id");
        assertRefused(HoldPolicy.TICKET_QUOTA_REACHED, day.holding(units.get(1), first));
        var another = Map.of("customer", UUID.randomUUID(), "reason", "登记有误");
        assertRefused(
                InventoryRefusal.TICKET_WAS_USED, office.siteManager.post(day.ticket(first) + "/customer", another));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> write(
                        "UPDATE ticket SET customer = gen_random_uuid() WHERE id = '" + day.tickets.get(first) + "'"))
                .withMessageContaining("its customer stays");
        done(office.liNa.post("/api/v1/waiting-places", holdOf(units.getFirst())));
        done(office.liNa.post("/api/v1/holds/" + hold + "/release", Map.of("reason", "换一套")));
        assertThat(day.holding(units.getFirst(), second).statusCode())
                .as("INV-5 no head start comes before the order of the tickets")
                .isEqualTo(201);
        done(day.holding(units.get(1), first));

        assertThat(day.called()).containsExactly(order.get(2), order.get(3));
        var last = done(day.call());
        assertThat(last.<List<String>>path("tickets.number")).containsExactly("A005");
        assertThat((boolean) last.path("tickets[0].actions.find { it.name == 'presence' }.yours"))
                .as("offered to whoever holds the post in this project alone")
                .isTrue();
        assertRefused(InventoryRefusal.NOBODY_IS_WAITING, day.call());
        done(office.siteManager.post(day.path + "/end"));
        assertRefused(
                InventoryRefusal.OPENING_DAY_MOVE_NOT_POSSIBLE,
                office.siteManager.post(day.ticket("A005") + "/customer", another));
        assertThat((List<?>) office.siteManager.get(day.path).path("actions")).isEmpty();
        done(office.liNa.post("/api/v1/holds", holdOf(units.get(2))));

        List<String> happened = office.liNa.get(day.ticket(first) + "/history").path("items.what");
        assertThat(happened)
                .containsExactly(
                        "LISTED", "CHECK_IN", "DRAW", "CALL", "APPEAR", "UNIT_HELD", "HOLD_ENDED", "UNIT_HELD");
        assertThat(office.consultant("wang.lei")
                        .get(day.ticket(first) + "/history")
                        .<List<String>>path("items.what"))
                .as("SEC-1 what others hold, and why it ended, is not for a consultant")
                .containsExactly("LISTED", "CHECK_IN", "DRAW", "CALL", "APPEAR");
        assertThat(office.siteManager.get(day.ticket(first) + "/history").<List<String>>path("items.by"))
                .contains("li.na", "换一套");
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var told = heard.await(UUID.fromString(day.id), OpeningDayDrawn.class);
            assertThat(told.tickets()).isEqualTo(4);
            assertThat(told.method()).isEqualTo("LOTTERY");
            var call = heard.await(UUID.fromString(day.tickets.get(first)), TicketCalled.class);
            assertThat(call.number()).isEqualTo(first);
            assertThat(call.customer()).isEqualTo(day.customer(first));
            assertThat(call.desk()).isEqualTo("1号台");
        }
    }

    @Test
    @DisplayName(
            "INV-13 the seed's hash is published with the plan, the seed with the draw; anybody comes to the same order")
    void checkable() {
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 12);
        String hash = day.office.liNa.get(day.path).path("seedHash");
        assertThat(day.office.liNa.get(day.path + "/draw").statusCode()).isEqualTo(404);

        day.checkedIn().drawn();

        var draw = day.office.liNa.get(day.path + "/draw");
        String seed = draw.path("seed");
        assertThat(sha256(seed)).isEqualTo(hash).isEqualTo(draw.path("seedHash"));
        var recomputed = day.tickets.keySet().stream()
                .sorted(Comparator.comparing(number -> sha256(seed + ":" + number)))
                .toList();
        assertThat(day.order()).isEqualTo(recomputed);
        assertThat((String)
                        day.office.liNa.get(day.path + "/draw/places?limit=1").path("items[0].digest"))
                .isEqualTo(sha256(seed + ":" + recomputed.getFirst()));
        assertRefused(
                InventoryRefusal.OPENING_DAY_MOVE_NOT_POSSIBLE,
                day.office.siteManager.post(day.path + "/draw", Map.of()));
        assertThat(day.order()).isEqualTo(recomputed);
        for (var change : List.of(
                "UPDATE draw SET seed = 'other' WHERE day = '" + day.id + "'",
                "DELETE FROM draw_place WHERE day = '" + day.id + "'",
                "UPDATE draw_place SET place = place + 100 WHERE day = '" + day.id + "'",
                "INSERT INTO draw (day, method, seed, tickets, drawn_by, drawn_at)"
                        + " SELECT day, method, seed, tickets, drawn_by, drawn_at FROM draw WHERE day = '" + day.id
                        + "'")) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> write(change));
        }
    }

    @Test
    @DisplayName("INV-13 where the notary keeps the seed, no other is drawn with than the one whose hash was published")
    void notarysSeed() {
        var office = AnOffice.with(1).certified();
        String release = done(office.releasing(Map.of("everything", true, "opensAt", "2099-01-01T01:00:00Z")))
                .path("id");
        String id = done(office.siteManager.post(
                        "/api/v1/opening-days",
                        Map.of("release", release, "name", "一期", "seedHash", sha256(NOTARYS_SEED))))
                .path("id");
        var path = "/api/v1/opening-days/" + id;
        done(office.siteManager
                .request()
                .header("Idempotency-Key", "list-" + id)
                .contentType("text/csv")
                .body("排号,姓名,电话\n1,张三,13800000001\n".getBytes(StandardCharsets.UTF_8))
                .post(path + "/tickets"));
        done(office.siteManager.post(path + "/check-in"));
        assertRefused(InventoryRefusal.NOBODY_HAS_CHECKED_IN, office.siteManager.post(path + "/draw", Map.of()));
        String ticket = office.liNa.get(path + "/tickets?number=1").path("items[0].id");
        done(office.liNa.post(path + "/tickets/" + ticket + "/check-in"));

        for (var seed : List.<Map<String, String>>of(Map.of(), Map.of("seed", NOTARYS_SEED + "0"))) {
            assertRefused(
                    InventoryRefusal.SEED_IS_NOT_THE_PUBLISHED_ONE, office.siteManager.post(path + "/draw", seed));
        }
        assertRefused(
                InventoryRefusal.SEED_IS_TOO_SHORT,
                office.siteManager.post(path + "/draw", Map.of("seed", NOTARYS_SEED.substring(1))));
        var draw = done(office.siteManager.post(path + "/draw", Map.of("seed", NOTARYS_SEED)));
        assertThat((String) draw.path("seed")).isEqualTo(NOTARYS_SEED);
    }

    @Test
    @DisplayName(
            "INV-13 SEC-1 site managers run a day, consultants check in, others of the project read, strangers see none")
    void whoMay() {
        var office = AnOffice.with(1).certified();
        var day = AnOpeningDay.of(office, 1);
        var stranger = AnOffice.empty();

        assertThat(office.liNa.post(day.path + "/check-in").statusCode()).isEqualTo(403);
        assertThat(office.administrator.post(day.path + "/check-in").statusCode())
                .isEqualTo(403);
        assertThat(office.finance.get(day.path + "/tickets").statusCode()).isEqualTo(403);
        assertThat(office.administrator.get(day.path + "/tickets").statusCode()).isEqualTo(200);
        assertThat(office.finance.get(day.path).statusCode()).isEqualTo(200);
        for (var path : List.of(day.path, day.path + "/board", day.path + "/tickets", day.ticket("A001"))) {
            assertThat(stranger.siteManager.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.siteManager.post(day.path + "/check-in").statusCode())
                .isEqualTo(404);
        assertThat(stranger.siteManager
                        .post("/api/v1/opening-days", Map.of("release", day.release, "name", "-"))
                        .statusCode())
                .isEqualTo(404);

        assertRefused(
                InventoryRefusal.OPENING_DAY_EXISTS,
                office.siteManager.post("/api/v1/opening-days", Map.of("release", day.release, "name", "-")));
        var withdrawal = "/api/v1/releases/" + day.release + "/withdrawal";
        assertRefused(
                ReleasePolicy.RELEASE_HAS_OPENING_DAY, office.siteManager.post(withdrawal, Map.of("reason", "-")));
        done(office.siteManager.post(day.path + "/calling-off", Map.of("reason", "天气原因")));
        done(office.siteManager.post(withdrawal, Map.of("reason", "-")));
        assertRefused(
                ReleasePolicy.RELEASE_IS_NOT_PLANNED,
                office.siteManager.post("/api/v1/opening-days", Map.of("release", day.release, "name", "-")));
        var list = office.liNa.get("/api/v1/opening-days?project=" + office.project);
        assertThat(list.<List<String>>path("items.state")).containsExactly("CALLED_OFF");
        assertThat(list.<List<String>>path("items[0].steps.state")).containsExactly("PLANNED", "CALLED_OFF");
        assertThat((int) list.path("items[0].tickets.LISTED")).isEqualTo(1);
    }

    @Test
    @DisplayName("INV-13 the database knows the same moves of days and tickets, and refuses any other to a bare UPDATE")
    void sameMovesInTheDatabase() throws SQLException {
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 1);
        try (var connection = Superuser.connect()) {
            connection.setAutoCommit(false);
            put(connection, "opening_day", day.id, OpeningDayState.DRAWN);
            assertThat(accepts(connection, "opening_day", day.id, OpeningDayState.RUNNING))
                    .as("its release is not open")
                    .isFalse();
            connection.rollback();
            done(day.office.siteManager.post("/api/v1/releases/" + day.release + "/opening"));
            for (var from : OpeningDayState.values()) {
                for (var to : OpeningDayState.values()) {
                    var legal = from == to
                            || Arrays.stream(OpeningDayMove.values())
                                    .anyMatch(move -> move.startsFrom(from) && move.to() == to);
                    put(connection, "opening_day", day.id, from);
                    assertThat(accepts(connection, "opening_day", day.id, to))
                            .as(from + " to " + to)
                            .isEqualTo(legal);
                    connection.rollback();
                }
            }
            for (var from : TicketState.values()) {
                for (var to : TicketState.values()) {
                    var legal = from == to
                            || Arrays.stream(TicketMove.values())
                                    .anyMatch(move -> move.from() == from && move.to() == to);
                    put(connection, "ticket", day.tickets.get("A001"), from);
                    assertThat(accepts(connection, "ticket", day.tickets.get("A001"), to))
                            .as(from + " to " + to)
                            .isEqualTo(legal);
                    connection.rollback();
                }
            }
        }
    }

    /// Past the guard, to have somewhere to start from.
    private static void put(Connection connection, String table, String id, Enum<?> state) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE opening_day DROP CONSTRAINT IF EXISTS opening_day_rules_stand");
            statement.execute("ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_in_turn");
            statement.execute("ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_called");
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute("UPDATE " + table + " SET state = '" + state + "' WHERE id = '" + id + "'");
            statement.execute("SET LOCAL session_replication_role = origin");
        }
    }

    private static boolean accepts(Connection connection, String table, String id, Enum<?> state) {
        try (var statement = connection.createStatement()) {
            statement.execute("UPDATE " + table + " SET state = '" + state + "' WHERE id = '" + id + "'");
            return true;
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("INV-13");
            return false;
        }
    }

    private void write(String statement) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

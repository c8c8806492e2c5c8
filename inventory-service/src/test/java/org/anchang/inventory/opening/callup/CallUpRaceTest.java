package org.anchang.inventory.opening.callup;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.hold.HoldPolicy;
import org.anchang.inventory.opening.AnOpeningDay;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CallUpRaceTest {
    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-13 desks that call at the same moment call every ticket once and in order, and leave none out")
    void desks() throws Exception {
        var office = AnOffice.with(1).certified();
        office.set(InventorySetting.CALL_SIZE, 3);
        var day = AnOpeningDay.of(office, 40).checkedIn().drawn().running();
        var order = day.order();

        var answers = atOnce(IntStream.range(0, 12)
                .<Callable<Response>>mapToObj(_ -> day::call)
                .toList());

        var called = answers.stream()
                .map(answer -> done(answer).<List<String>>path("tickets.number"))
                .toList();
        assertThat(called.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(order.subList(0, 36));
        assertThat(called).allSatisfy(some -> {
            var at = order.indexOf(some.getFirst());
            assertThat(some).isEqualTo(order.subList(at, at + 3));
        });
        assertThat(day.called()).isEqualTo(order.subList(36, 39));
    }

    @Test
    @DisplayName(
            "INV-13 a ticket that asks for many units at the same moment gets its quota, also above the customer's limit of"
                    + " holds, and the database sees to it")
    void quota() throws Exception {
        var office = AnOffice.with(8).certified();
        office.set(InventorySetting.TICKET_QUOTA, 3);
        office.set(InventorySetting.HOLD_LIMIT_PER_CUSTOMER, 2);
        office.set(InventorySetting.HOLD_LIMIT_PER_CONSULTANT, 20);
        var day = AnOpeningDay.of(office, 1).checkedIn().drawn().running();
        assertThat(day.called()).containsExactly("A001");
        done(day.appear("A001"));

        var units = office.units();
        var answers = atOnce(units.stream()
                .<Callable<Response>>map(
                        unit -> () -> day.holding(office.consultant("consultant." + units.indexOf(unit)), unit, "A001"))
                .toList());

        var made = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String>path("id"))
                .toList();
        assertThat(made).hasSize(3);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> assertRefused(HoldPolicy.TICKET_QUOTA_REACHED, answer));
        var free = units.stream()
                .filter(unit -> office.state(unit).equals("AVAILABLE"))
                .toList();
        assertThat(free).hasSize(5);
        for (var slot : List.of(1, 4)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> write("""
                            INSERT INTO hold (id, unit, project, customer, consultant, price_version, held_at, expires_at,
                                              ticket, ticket_slot)
                            SELECT gen_random_uuid(), '%s', project, customer, consultant, 1, now(), now(), ticket, %d
                            FROM hold WHERE id = '%s'""".formatted(free.getFirst(), slot, made.getFirst())));
        }

        write("UPDATE hold SET expires_at = clock_timestamp() WHERE id = '" + made.getFirst() + "'");
        await().until(() -> day.holding(free.getFirst(), "A001"), answer -> answer.statusCode() == 201);
        assertRefused(HoldPolicy.TICKET_QUOTA_REACHED, day.holding(free.getLast(), "A001"));
    }

    @Test
    @DisplayName("INV-13 who does not appear in time goes back that many places; who is absent twice is out")
    void absentGoBack() throws SQLException {
        var day = running("BACK", 6);
        var order = day.order();
        assertThat(day.called()).isEqualTo(order.subList(0, 2));
        done(day.appear(order.get(1)));

        letTimePass(day);

        await().until(() -> day.state(order.getFirst()).equals("WAITING"));
        assertThat(day.state(order.get(1))).isEqualTo("PRESENT");
        assertRefused(InventoryRefusal.TICKET_MOVE_NOT_POSSIBLE, day.appear(order.getFirst()));
        // Two places back: behind the fourth, before the fifth.
        assertThat(day.called()).containsExactly(order.get(2), order.get(3));
        assertThat(day.called()).containsExactly(order.getFirst(), order.get(4));
        letTimePass(day);
        await().until(() -> day.state(order.getFirst()).equals("OUT"));
        List<String> happened =
                day.office.liNa.get(day.ticket(order.getFirst()) + "/history").path("items.what");
        // Time is given back where nobody looked for seconds, as on a machine that has other things to do.
        assertThat(happened)
                .filteredOn(what -> !what.equals("LOST_TIME_GIVEN_BACK"))
                .containsExactly("LISTED", "CHECK_IN", "DRAW", "CALL", "PUT_BACK", "CALL", "DROP");
        // The third and fourth were absent too: behind the last one who waits, in their order; then the fifth.
        assertThat(day.called()).containsExactly(order.get(5), order.get(2));
        assertThat(day.called()).containsExactly(order.get(3), order.get(4));
        assertRefused(InventoryRefusal.NOBODY_IS_WAITING, day.call());
    }

    @Test
    @DisplayName(
            "INV-13 where the project says so, who does not appear goes to the end of the queue, or is out at once; the manager"
                    + " puts who is out back into the queue, with a reason, as if never absent")
    void otherRules() throws SQLException {
        var toTheEnd = running("END", 4);
        var order = toTheEnd.order();
        toTheEnd.called();
        letTimePass(toTheEnd);
        await().until(() -> toTheEnd.state(order.get(1)).equals("WAITING"));
        assertThat(toTheEnd.called()).isEqualTo(order.subList(2, 4));
        assertThat(toTheEnd.called()).isEqualTo(order.subList(0, 2));

        var out = running("OUT", 3);
        var first = out.called().getFirst();
        letTimePass(out);
        await().until(() -> out.state(first).equals("OUT"));
        var reinstatement = out.ticket(first) + "/reinstatement";
        var reason = Map.of("reason", "电梯故障");
        assertThat(out.office.liNa.post(reinstatement, reason).statusCode()).isEqualTo(403);
        assertThat((int)
                        done(out.office.siteManager.post(reinstatement, reason)).path("absences"))
                .isZero();
        assertRefused(InventoryRefusal.TICKET_MOVE_NOT_POSSIBLE, out.office.siteManager.post(reinstatement, reason));
        assertThat(out.called()).containsExactly(out.order().getLast(), first);
        List<Map<String, String>> history =
                out.office.siteManager.get(out.ticket(first) + "/history").path("items");
        assertThat(history)
                .filteredOn(line -> line.get("what").equals("REINSTATE"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).containsEntry("by", "chen.jing").containsEntry("reason", "电梯故障"));
        letTimePass(out);
        await().until(() -> out.state(first).equals("OUT"));
    }

    @Test
    @DisplayName(
            "INV-13 time in which the service was away is nobody's absence: who was called has so much longer to appear,"
                    + " whose time was over before is absent")
    void lostTime() throws SQLException {
        var day = running("BACK", 3);
        var called = day.called();
        var inTime = called.getFirst();
        var absent = called.getLast();

        // Away for three minutes, which the time of the first one ended in.
        write("""
                INSERT INTO opening_day_look (day, at) VALUES ('%1$s', clock_timestamp() - interval '3 minutes')
                ON CONFLICT (day) DO UPDATE SET at = excluded.at;
                UPDATE ticket SET appear_until = clock_timestamp() - CASE WHEN id = '%2$s' THEN interval '1 minute'
                    ELSE interval '4 minutes' END WHERE day = '%1$s' AND state = 'CALLED'""".formatted(day.id, day.tickets.get(inTime)));

        await().until(() -> day.state(absent).equals("WAITING"));
        assertThat(Instant.parse(done(day.appear(inTime)).path("appearUntil")))
                .isCloseTo(Instant.now().plusSeconds(120), within(60, ChronoUnit.SECONDS));
        assertThat(day.state(inTime)).isEqualTo("PRESENT");
        List<String> happened =
                day.office.liNa.get(day.ticket(inTime) + "/history").path("items.what");
        assertThat(happened).endsWith("CALL", "LOST_TIME_GIVEN_BACK", "APPEAR");
    }

    @Test
    @DisplayName("INV-13 the board shows numbers and counts, no name and no price, and 304 while nothing changes")
    void board() {
        var office = AnOffice.with(4).certified();
        office.set(InventorySetting.CALL_SIZE, 2);
        var day = AnOpeningDay.of(office, 5).checkedIn().drawn().running();
        var order = day.order();
        var tag = done(office.liNa.get(day.path + "/board")).header("ETag");
        assertThat(unchanged(day, tag)).isTrue();
        day.called();
        assertThat(unchanged(day, tag)).isFalse();
        done(day.appear(order.getFirst()));
        var before = office.liNa.get(day.path + "/board").header("ETag");
        done(day.holding(office.units().getFirst(), order.getFirst()));
        assertThat(unchanged(day, before)).isFalse();

        var board = office.liNa.get(day.path + "/board");

        assertThat(board.<List<String>>path("called.number")).containsExactly(order.get(1));
        assertThat(board.<List<String>>path("next")).isEqualTo(order.subList(2, 5));
        assertThat((int) board.path("tickets.PRESENT")).isEqualTo(1);
        assertThat(board.<Map<String, Integer>>path("units"))
                .isEqualTo(Map.of("units", 4, "sold", 0, "held", 1, "left", 3));
        assertThat((String) board.path("buildings[0].building")).isEqualTo("3栋");
        assertThat((int) board.path("buildings[0].layouts[0].units.left")).isEqualTo(3);
        assertThat(board.asString())
                .doesNotContain("客户A0", "138000", "10000.")
                .doesNotContainIgnoringCase("price")
                .doesNotContain(day.customer(order.getFirst()).toString());
    }

    private static boolean unchanged(AnOpeningDay day, String tag) {
        return day.office
                        .liNa
                        .request()
                        .header("If-None-Match", tag)
                        .get(day.path + "/board")
                        .statusCode()
                == 304;
    }

    private AnOpeningDay running(String rule, int tickets) {
        var office = AnOffice.with(1).certified();
        office.set(InventorySetting.CALL_SIZE, 2);
        office.set(InventorySetting.ABSENCE_PLACES, 2);
        office.set(InventorySetting.ABSENCE_RULE, rule);
        return AnOpeningDay.of(office, tickets).checkedIn().drawn().running();
    }

    private void letTimePass(AnOpeningDay day) throws SQLException {
        write("UPDATE ticket SET appear_until = clock_timestamp() WHERE state = 'CALLED' AND day = '" + day.id + "'");
    }

    private void write(String statement) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }

    private static List<Response> atOnce(List<Callable<Response>> commands) throws Exception {
        var ready = new CountDownLatch(commands.size());
        try (var clients = Executors.newFixedThreadPool(commands.size())) {
            var answers = new ArrayList<Future<Response>>();
            for (var command : commands) {
                answers.add(clients.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return command.call();
                }));
            }
            var given = new ArrayList<Response>();
            for (var answer : answers) {
                given.add(answer.get());
            }
            return given;
        }
    }
}

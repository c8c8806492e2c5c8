package org.anchang.inventory.hold;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.claimOf;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.HoldExpired;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class HoldRaceTest {
    private static final int CLIENTS = 64;
    private static final long STEP = 60;

    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-4 of 64 who ask for one unit at the same moment one gets it and the others are refused")
    void oneWinner() throws Exception {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();

        var answers = atOnce(IntStream.range(0, CLIENTS)
                .<Callable<Response>>mapToObj(i -> () -> askedUntilDecided(office.consultant("consultant." + i), unit))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> assertRefused(InventoryRefusal.UNIT_NOT_AVAILABLE, answer));
        assertThat(count("SELECT count(*) FROM hold WHERE ended_at IS NULL AND unit = '" + unit + "'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("INV-4 the loser hears no at once, while the winner's transaction is still open")
    void loserDoesNotWait() throws Exception {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        try (var winner = database.getConnection()) {
            winner.setAutoCommit(false);
            winner.createStatement()
                    .execute("UPDATE unit SET state = 'HELD' WHERE id = '" + unit + "' RETURNING hold_begins(id)");

            var answer = office.liNa.post("/api/v1/holds", holdOf(unit));

            assertRefused(InventoryRefusal.UNIT_NOT_AVAILABLE, answer);
            assertThat((String) answer.path("state")).isEqualTo("HELD");
            winner.rollback();
        }
        done(office.liNa.post("/api/v1/holds", holdOf(unit)));
    }

    @Test
    @DisplayName("INV-4 a unit that something else than a hold is just changing is not said to be held: ask again")
    void lockedButFree() throws Exception {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        try (var change = database.getConnection()) {
            change.setAutoCommit(false);
            change.createStatement().execute("UPDATE unit SET layout = '三室' WHERE id = '" + unit + "'");

            var answer = office.liNa.post("/api/v1/holds", holdOf(unit));

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat((String) answer.path("code")).isEqualTo(KitRefusal.CONFLICT_TRY_AGAIN.name());
            assertThat(answer.header("Retry-After")).isNotNull();
            change.commit();
        }
        done(office.liNa.post("/api/v1/holds", holdOf(unit)));
    }

    @Test
    @DisplayName("INV-5 a consultant who asks for many units at the same moment gets no more than the limit")
    void limitHoldsUnderConcurrency() throws Exception {
        var office = AnOffice.selling(16);

        var answers = atOnce(office.units().stream()
                .<Callable<Response>>map(unit -> () -> office.liNa.post("/api/v1/holds", holdOf(unit)))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(3);
    }

    @Test
    @DisplayName("INV-5 for a customer for whom many consultants ask at the same moment no more is held than the limit")
    void customersLimitHoldsUnderConcurrency() throws Exception {
        var office = AnOffice.selling(16);
        var customer = UUID.randomUUID();

        var answers = atOnce(office.units().stream()
                .<Callable<Response>>map(unit -> () -> office.consultant("consultant." + unit)
                        .post("/api/v1/holds", Map.of("unit", unit, "customer", customer)))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(2);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> assertRefused(HoldPolicy.CUSTOMER_HOLD_LIMIT_REACHED, answer));
    }

    @Test
    @DisplayName("INV-5 a hold ends by itself, and the unit is on sale again")
    void expires() throws SQLException {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");

        endIn(Duration.ZERO, hold);

        await().until(() -> office.state(unit).equals("AVAILABLE"));
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            assertThat(heard.await(UUID.fromString(unit), HoldExpired.class).hold())
                    .isEqualTo(UUID.fromString(hold));
        }
        assertRefused(
                InventoryRefusal.HOLD_HAS_ENDED,
                office.liNa.post("/api/v1/holds/" + hold + "/claims", claimOf(hold, UUID.randomUUID())));
    }

    @Test
    @DisplayName("INV-5 a claimed hold does not end by itself")
    void claimedHoldStays() throws Exception {
        var office = AnOffice.selling(2);
        var units = office.units();
        String claimed =
                done(office.liNa.post("/api/v1/holds", holdOf(units.get(0)))).path("id");
        String unclaimed =
                done(office.liNa.post("/api/v1/holds", holdOf(units.get(1)))).path("id");
        done(claim(office, claimed));

        endIn(Duration.ZERO, claimed);
        endIn(Duration.ZERO, unclaimed);

        await().until(() -> office.state(units.get(1)).equals("AVAILABLE"));
        assertThat(office.state(units.get(0))).isEqualTo("HELD");
    }

    @Test
    @DisplayName("INV-4 INV-5 between a hold's end and the deposit that claims it there is exactly one winner")
    void endAgainstClaim() throws Exception {
        var office = AnOffice.selling(32);
        var holds = endingInTurn(office);

        var claims = atOnce(IntStream.range(0, holds.size())
                .<Callable<Response>>mapToObj(i -> () -> {
                    Thread.sleep(Duration.ofMillis(STEP * i));
                    return claim(office, holds.get(i));
                })
                .toList());

        awaitNoneUnclaimed(office);
        for (int i = 0; i < holds.size(); i++) {
            var won = claims.get(i).statusCode() == 200;
            assertLive(won, office, holds.get(i));
            if (!won) {
                // The latter on a machine that has other things to do.
                assertThat(claims.get(i).<String>path("code"))
                        .isIn(InventoryRefusal.HOLD_HAS_ENDED.name(), InventoryRefusal.CLAIM_TOO_LATE.name());
            }
        }
    }

    @Test
    @DisplayName(
            "INV-4 INV-5 a hold that is paused, extended or claimed at its very end goes on, or all three come too late")
    void endAgainstClock() throws Exception {
        var office = AnOffice.selling(12);
        var holds = endingInTurn(office);

        var answers = atOnce(IntStream.range(0, holds.size() * 3)
                .<Callable<Response>>mapToObj(i -> () -> {
                    var hold = holds.get(i / 3);
                    Thread.sleep(Duration.ofMillis(STEP * (i / 3)));
                    return switch (i % 3) {
                        case 0 -> office.liNa.post("/api/v1/holds/" + hold + "/pause");
                        case 1 -> office.siteManager.post("/api/v1/holds/" + hold + "/extensions", Map.of());
                        default -> claim(office, hold);
                    };
                })
                .toList());

        for (int i = 0; i < holds.size(); i++) {
            var three = answers.subList(3 * i, 3 * i + 3);
            var done =
                    three.stream().filter(answer -> answer.statusCode() == 200).count();
            for (var answer : three) {
                assertThat(answer.statusCode() == 200
                                || done > 0
                                        && InventoryRefusal.HOLD_IS_CLAIMED
                                                .name()
                                                .equals(answer.path("code"))
                                || InventoryRefusal.HOLD_HAS_ENDED.name().equals(answer.path("code"))
                                // On a machine that has other things to do.
                                || InventoryRefusal.CLAIM_TOO_LATE.name().equals(answer.path("code")))
                        .as(answer.asString())
                        .isTrue();
            }
            if (done == 0) {
                var unit = unitOf(office, holds.get(i));
                await().until(() -> office.state(unit).equals("AVAILABLE"));
            }
            assertLive(done > 0, office, holds.get(i));
        }
    }

    /// Whoever is told to ask again, as who was quicker stands still between two locks, does.
    private static Response askedUntilDecided(Ask consultant, String unit) {
        return await().pollInSameThread()
                .until(
                        () -> consultant.post("/api/v1/holds", holdOf(unit)),
                        answer -> !KitRefusal.CONFLICT_TRY_AGAIN.name().equals(answer.path("code")));
    }

    /// One after the other, so that each has a moment of its own.
    private List<String> endingInTurn(AnOffice office) throws SQLException {
        office.set(InventorySetting.HOLD_LIMIT_PER_CONSULTANT, 100);
        var holds = new ArrayList<String>();
        for (var unit : office.units()) {
            holds.add(done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id"));
        }
        for (int i = 0; i < holds.size(); i++) {
            endIn(Duration.ofMillis(100 + STEP * i), holds.get(i));
        }
        return holds;
    }

    private void awaitNoneUnclaimed(AnOffice office) {
        await().until(() -> count("SELECT count(*) FROM hold WHERE project = '" + office.project
                        + "' AND ended_at IS NULL AND deal IS NULL")
                == 0);
    }

    private static void assertLive(boolean live, AnOffice office, String hold) {
        var shown = office.siteManager.get("/api/v1/holds/" + hold);
        assertThat((boolean) shown.path("live")).as(shown.asString()).isEqualTo(live);
        assertThat((String) shown.path("unit.state")).isEqualTo(live ? "HELD" : "AVAILABLE");
    }

    private static String unitOf(AnOffice office, String hold) {
        return office.siteManager.get("/api/v1/holds/" + hold).path("unit.id");
    }

    private Response claim(AnOffice office, String hold) {
        return office.liNa.post("/api/v1/holds/" + hold + "/claims", claimOf(hold, UUID.randomUUID()));
    }

    private void endIn(Duration time, String hold) throws SQLException {
        try (var connection = database.getConnection()) {
            connection
                    .createStatement()
                    .execute("UPDATE hold SET expires_at = clock_timestamp() + interval '" + time.toMillis()
                            + " milliseconds' WHERE id = '" + hold + "'");
        }
    }

    private int count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getInt(1);
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

package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.anchang.system.HoldHistory.Kind;
import org.anchang.system.HoldHistory.Outcome;
import org.anchang.system.HoldHistory.Stored;
import org.anchang.system.HoldHistory.StoredUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/// Opening day at its worst: 64 connections at two replicas of inventory-service, which are killed, as is PostgreSQL.
///
/// `-Danchang.attempts=1000000` is the long run; without it the clients work for as long as the faults take.
///
/// It comes last, because it leaves an office whose guards are broken.
@ExtendWith(RunningOffice.class)
@Isolated
@Order(Integer.MAX_VALUE)
class HoldHistoryTest {
    private static final String PROJECT = "opening";
    private static final int CONNECTIONS = 64;
    private static final long ATTEMPTS = Long.getLong("anchang.attempts", 1);
    /// A long run has more to sell, so that deposits race until its end.
    private static final int BUILDINGS = (int) Math.max(20, ATTEMPTS / 10_000);
    private static final int FLOORS = 25;
    private static final int ROOMS = 4;
    /// From one round of faults to the next.
    private static final long ATTEMPTS_BETWEEN = 20_000;
    /// Between two faults of a round: three of each connection.
    private static final long ATTEMPTS_BEFORE = 3 * CONNECTIONS;
    /// Much longer than a hold lasts, so that many end by themselves under way.
    private static final Duration AT_LEAST = Duration.ofSeconds(30);

    /// How much longer, on a slow machine, until there is enough to look at.
    private static final Duration AT_MOST = Duration.ofMinutes(4);

    /// A setting knows no less than a minute.
    private static final String SHORT_HOLDS = """
            CREATE FUNCTION lasts_seconds() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.expires_at := clock_timestamp() + interval '10 seconds';
                RETURN NEW;
            END $$;
            CREATE TRIGGER short_hold BEFORE INSERT ON hold FOR EACH ROW EXECUTE FUNCTION lasts_seconds();""";

    /// The guards of INV-4 taken away: whoever asks takes the unit from whoever has it.
    private static final String WITHOUT_GUARDS = """
            CREATE FUNCTION take_from_whoever_has_it() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                UPDATE hold SET ended_at = clock_timestamp(), end_reason = 'TAKEN' WHERE unit = NEW.unit AND ended_at IS NULL;
                RETURN NEW;
            END $$;
            CREATE TRIGGER a_fault BEFORE INSERT ON hold FOR EACH ROW EXECUTE FUNCTION take_from_whoever_has_it();
            CREATE FUNCTION stays_available() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.state := 'AVAILABLE';
                RETURN NEW;
            END $$;
            CREATE TRIGGER z_fault BEFORE UPDATE ON unit FOR EACH ROW
                WHEN (NEW.state = 'HELD') EXECUTE FUNCTION stays_available();""";

    @Test
    @DisplayName("INV-4 INV-5 SEC-3 every unit has one owner at a time while replicas and the database are killed")
    void oneOwnerAtATime(Office office) throws Exception {
        try (var floor = new SalesFloor(office, PROJECT)) {
            openTheProject(floor);
            execute(office, SHORT_HOLDS);
            var units = unitsForSale(office);

            var history = new HoldHistory();
            try (var clients = new HoldingClients(history, new ClaimProof(office), units, Duration.ofSeconds(60))) {
                var started = Instant.now();
                var rounds = new AtomicInteger();
                var faults = Thread.ofPlatform().start(() -> {
                    // One round in any case, however soon the clients are at work.
                    for (long next = 0; next == 0 || clients.attempts() < ATTEMPTS; next += ATTEMPTS_BETWEEN) {
                        var reached = Math.min(next, ATTEMPTS);
                        await().forever().until(() -> clients.attempts() >= reached);
                        killInTurn(office, clients);
                        rounds.incrementAndGet();
                    }
                });
                var end = started.plus(AT_LEAST);
                clients.work(
                        desks(office),
                        Instant.MAX,
                        () -> !faults.isAlive()
                                && Instant.now().isAfter(end)
                                && (isEnough(history) || Instant.now().isAfter(end.plus(AT_MOST))));
                faults.join();
                System.out.printf(
                        "%d attempts in %d s, every replica and the database killed %d times; %s; %d requests sent again%n",
                        clients.attempts(),
                        Duration.between(started, Instant.now()).toSeconds(),
                        rounds.get(),
                        history.summary(),
                        clients.resent());
                // A fault that could not be made ends its thread, and the clients would go home unharmed.
                assertThat(rounds).hasPositiveValue();
            }
            assertThat(history.oddities()).as("oddities").isEmpty();
            // Nothing is proved by commands that all came to nothing, nor by races that one side always wins.
            assertThat(isEnough(history)).as(history.summary()).isTrue();
            assertThat(faults(office, history)).as("faults").isEmpty();

            assertThat(withoutGuards(office, units))
                    .as("a checker that finds nothing when the guards are gone proves nothing")
                    .anyMatch(fault -> fault.contains("two owners"));
        }
    }

    private static boolean isEnough(HoldHistory history) {
        return history.commands().size() > 1_000
                && history.count(Kind.HOLD, Outcome.DONE) > 500
                && history.count(Kind.RELEASE, Outcome.DONE) > 200
                && history.count(Kind.DEPOSIT, Outcome.DONE) > 10
                && history.count(Kind.DEPOSIT, Outcome.REFUSED) > 2;
    }

    /// The seeded bug: the same clients, the guards of the database out of action.
    private static List<String> withoutGuards(Office office, List<String> units) throws SQLException {
        execute(office, WITHOUT_GUARDS);
        var history = new HoldHistory();
        var end = Instant.now().plusSeconds(3);
        try (var clients =
                new HoldingClients(history, new ClaimProof(office), units.subList(0, 20), Duration.ofSeconds(2))) {
            clients.work(desks(office), end, () -> Instant.now().isAfter(end));
        }
        return faults(office, history);
    }

    private static void openTheProject(SalesFloor floor) {
        floor.create(PriceLists.made("开盘", BUILDINGS, FLOORS, ROOMS));
        floor.admin
                .post(
                        "/inventory-settings/" + PROJECT + "/HOLD_LIMIT_PER_CONSULTANT",
                        Map.of("value", "100000", "validFrom", floor.today.toString(), "reason", "开盘日"))
                .done();
        floor.recordCertificates();
        floor.release().done();
    }

    private static void killInTurn(Office office, HoldingClients clients) {
        for (int number = 0; number < 2; number++) {
            var replica = number;
            awaitFullSwing(clients);
            office.kill(Application.INVENTORY, replica);
            clients.atEaseWhile(() -> office.restart(Application.INVENTORY, replica));
        }
        awaitFullSwing(clients);
        office.killPostgres();
        office.restartPostgres();
        // Both replicas serve again before the clients go home.
        await().atMost(Duration.ofMinutes(3)).until(() -> office.missing().isEmpty());
    }

    /// Each fault falls among all that is asked at once.
    private static void awaitFullSwing(HoldingClients clients) {
        var enough = clients.attempts() + ATTEMPTS_BEFORE;
        await().forever().until(() -> clients.attempts() >= enough);
    }

    /// Half of the connections turn to one replica first, half to the other.
    private static List<HoldingClients.Desk> desks(Office office) {
        var first = office.address(Application.INVENTORY, 0);
        var second = office.address(Application.INVENTORY, 1);
        var consultants = List.of("li.na", "wang.lei", "zhao.min");
        var desks = new ArrayList<HoldingClients.Desk>();
        for (int number = 0; number < CONNECTIONS; number++) {
            var consultant = consultants.get(number % consultants.size());
            desks.add(new HoldingClients.Desk(
                    () -> office.token(consultant), number % 2 == 0 ? List.of(first, second) : List.of(second, first)));
        }
        return desks;
    }

    private static List<String> faults(Office office, HoldHistory history) throws SQLException {
        var customers = history.commands().stream()
                .map(HoldHistory.Command::customer)
                .distinct()
                .toArray(String[]::new);
        try (var database = database(office);
                var holds = database.prepareStatement("SELECT id, unit, customer, deal, started_at, ended_at FROM hold"
                        + " WHERE customer = ANY (?::text[]::uuid[])");
                var units = database.prepareStatement("SELECT id, state FROM unit WHERE project = '" + PROJECT + "'")) {
            // As of one moment: holds go on ending by themselves while this is read.
            database.setAutoCommit(false);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            holds.setArray(1, database.createArrayOf("text", customers));
            var stored = new ArrayList<Stored>();
            for (var row = holds.executeQuery(); row.next(); ) {
                var ended = row.getObject(6, OffsetDateTime.class);
                stored.add(new Stored(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        ended == null ? null : ended.toInstant()));
            }
            var shown = new ArrayList<StoredUnit>();
            for (var row = units.executeQuery(); row.next(); ) {
                shown.add(new StoredUnit(row.getString(1), row.getString(2)));
            }
            return HoldHistoryChecker.faults(history.commands(), stored, shown);
        }
    }

    private static List<String> unitsForSale(Office office) throws SQLException {
        try (var database = database(office);
                var rows = database.createStatement()
                        .executeQuery("SELECT id FROM unit WHERE state = 'AVAILABLE' AND project = '" + PROJECT
                                + "' ORDER BY id")) {
            var units = new ArrayList<String>();
            while (rows.next()) {
                units.add(rows.getString(1));
            }
            return units;
        }
    }

    private static void execute(Office office, String sql) throws SQLException {
        try (var database = database(office);
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection database(Office office) throws SQLException {
        return DriverManager.getConnection(
                office.postgres().jdbcUrl(Application.INVENTORY.database()),
                office.postgres().user(),
                office.postgres().password());
    }
}

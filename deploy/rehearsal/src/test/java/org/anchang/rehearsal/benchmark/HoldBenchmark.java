package org.anchang.rehearsal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.anchang.rehearsal.benchmark.Stock.Lot;
import org.anchang.rehearsal.load.Arrivals;
import org.anchang.rehearsal.load.Arrivals.Curve;
import org.anchang.rehearsal.load.Result;
import org.anchang.rehearsal.load.Sender;
import org.anchang.rehearsal.load.Shot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Holds over HTTP against one inventory-service, its PostgreSQL, Kafka and this sender, all on the same cores.
///
/// `mvn -Pbenchmark test -pl deploy/rehearsal -am`; `-Dbenchmark.scale=0.1` takes a tenth of the time and says
/// little.
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HoldBenchmark {
    private static final double SCALE = Double.parseDouble(System.getProperty("benchmark.scale", "1"));
    private static final int CLIENTS = 16;
    private static final int DATABASE_CLIENTS = 8;
    private static final int CONSULTANTS = 500;
    private static final double OPEN_LOOP_SHARE = 0.6;
    private static final int ROUNDS = 2;
    private static final Lot BIG = new Lot("bench-big", 1, 100_000);
    private static final Lot SMALL = new Lot("bench-small", 100_001, 1_000);
    private static final List<Lot> MANY = IntStream.range(0, 50)
            .mapToObj(number -> new Lot("bench-" + number, 101_001 + number * 400, 400))
            .toList();

    private static final HoldReport REPORT = new HoldReport("Holds, measured");
    private static final List<String> TOKENS = new ArrayList<>();
    private static RunningInventory inventory;
    private static Stock stock;
    private static Sender sender;
    /// Granted holds a second, at most.
    private static double highest;

    @BeforeAll
    static void open() throws IOException, SQLException, GeneralSecurityException {
        var issuer = new Issuer();
        inventory = new RunningInventory(issuer);
        stock = new Stock(inventory.connect());
        stock.add(BIG);
        stock.add(SMALL);
        for (var lot : MANY) {
            stock.add(lot);
        }
        stock.analyze();
        for (int i = 0; i < CONSULTANTS; i++) {
            TOKENS.add(issuer.token("buyer-" + i, "consultant"));
        }
        sender = new Sender(inventory.address());
    }

    @AfterAll
    static void close() throws Exception {
        sender.close();
        inventory.close();
        REPORT.write(Path.of("target/benchmark-holds.md"));
    }

    @Test
    @Order(1)
    void coldAndWarm() throws SQLException {
        var cold = measured("cold: the first seconds of the process", () -> flatOut(seconds(5), spread(BIG)));
        for (int i = 0; i < 3; i++) {
            stock.asNew();
            flatOut(seconds(8), spread(BIG));
        }
        stock.asNew();
        REPORT.say("Cold %.0f holds/s, in the first %d s; warmed up with 24 s of holds before all that follows."
                .formatted(cold.grantedPerSecond(), seconds(5).toSeconds()));
    }

    @Test
    @Order(2)
    void againstTheDatabaseAlone() throws Exception {
        var pgbench = new Pgbench(inventory.postgres());
        var statements = captured();
        var keyed = statements.write(
                Path.of("target/hold.pgbench.sql"), statements.script(true, DATABASE_CLIENTS, BIG.first()));
        var unkeyed = statements.write(
                Path.of("target/hold-without-key.pgbench.sql"),
                statements.script(false, DATABASE_CLIENTS, BIG.first()));
        assertThat(Pgbench.isThere()).as("pgbench is on the PATH").isTrue();
        double database = 0;
        double withoutKey = 0;
        double granted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            database += transactions(pgbench, keyed) / ROUNDS;
            withoutKey += transactions(pgbench, unkeyed) / ROUNDS;
            stock.asNew();
            var result =
                    measured("holds, warm, " + CLIENTS + " clients", () -> granted(flatOut(seconds(10), spread(BIG))));
            granted += result.grantedPerSecond() / ROUNDS;
            stock.asNew();
        }
        highest = granted;
        REPORT.row(
                "holds/s over HTTP ÷ the same transaction in pgbench",
                granted / database,
                0.25,
                0.38,
                "%.0f ÷ %.0f/s; %d statements, %d database clients"
                        .formatted(granted, database, statements.count(), DATABASE_CLIENTS));
        REPORT.row(
                "transactions/s with idempotency key ÷ without, in pgbench",
                database / withoutKey,
                0.9,
                0.95,
                "%.0f ÷ %.0f/s; the service has no way without a key, so this is the database's part alone"
                        .formatted(database, withoutKey));
    }

    @Test
    @Order(3)
    void refused() throws SQLException {
        var units = spread(new Lot(BIG.project(), BIG.first(), 1_000));
        sender.all(CLIENTS, 1_000, units::apply);
        flatOut(seconds(3), number -> units.apply(number % 1_000));
        var result = measured("refusals", () -> flatOut(seconds(8), number -> units.apply(number % 1_000)));
        assertThat(result.granted()).isZero();
        REPORT.row(
                "refused/s ÷ granted/s",
                result.refusedPerSecond() / highest(),
                2.5,
                4,
                "%.0f ÷ %.0f/s".formatted(result.refusedPerSecond(), highest));
        stock.asNew();
    }

    @Test
    @Order(4)
    void oneProjectOrFifty() throws SQLException {
        double one = 0;
        double fifty = 0;
        for (int round = 0; round < ROUNDS; round++) {
            one += granted(flatOut(seconds(6), spread(new Lot(BIG.project(), BIG.first(), 20_000))))
                            .grantedPerSecond()
                    / ROUNDS;
            stock.asNew();
            fifty += granted(flatOut(
                                    seconds(6),
                                    number -> claim(
                                            Stock.unit(MANY.get(number % 50).first() + number / 50), number)))
                            .grantedPerSecond()
                    / ROUNDS;
            stock.asNew();
        }
        REPORT.row(
                "holds/s in one project ÷ over 50 projects",
                one / fifty,
                0.9,
                0.97,
                "%.0f ÷ %.0f/s".formatted(one, fifty));
    }

    @Test
    @Order(5)
    void oneUnitOrMany() throws SQLException {
        var one = new Histogram(600_000_000L, 3);
        var spread = new Histogram(600_000_000L, 3);
        var rate = (int) (highest() * OPEN_LOOP_SHARE);
        for (int round = 0; round < ROUNDS; round++) {
            var chosen = BIG.first() + round;
            one.add(atRate(rate, seconds(8), number -> claim(Stock.unit(chosen), number))
                    .latency());
            stock.asNew();
            spread.add(atRate(rate, seconds(8), spread(BIG)).latency());
            stock.asNew();
        }
        REPORT.row(
                "p99 with all clients on one unit ÷ spread over units",
                ratio(one, spread),
                2.0,
                1.3,
                "%.1f ÷ %.1f ms at %d/s, 60 %% of the highest rate; open loop".formatted(p99(one), p99(spread), rate));
    }

    @Test
    @Order(6)
    void manyUnitsOrFew() throws SQLException {
        var many = new Histogram(600_000_000L, 3);
        var few = new Histogram(600_000_000L, 3);
        var rate = (int) (highest() * OPEN_LOOP_SHARE);
        var chance = new Random(1);
        for (int round = 0; round < 6; round++) {
            var lot = chance.ints(BIG.first(), BIG.first() + BIG.units())
                    .distinct()
                    .limit(SMALL.units())
                    .toArray();
            // No longer than there are units, nor than five seconds where the rate is low.
            var time = Duration.ofMillis(
                    Math.min(1_000L * SMALL.units() / rate, seconds(5).toMillis()));
            many.add(atRate(rate, time, number -> claim(Stock.unit(lot[number % lot.length]), number))
                    .latency());
            few.add(atRate(rate, time, spread(SMALL)).latency());
            stock.asNew();
        }
        REPORT.row(
                "hold p99 at 100,000 units ÷ at 1,000",
                ratio(many, few),
                1.5,
                1.1,
                "%.1f ÷ %.1f ms at %d/s; open loop".formatted(p99(many), p99(few), rate));
    }

    @Test
    @Order(7)
    void relay() throws SQLException, InterruptedException {
        awaitPublished();
        var events = (int) (30_000 * SCALE);
        stock.run("""
                INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
                SELECT gen_random_uuid(), o.topic, (n %% 8)::smallint, gen_random_uuid(), 1, o.type, o.project, o.at, o.payload, NULL
                FROM generate_series(1, %d) n,
                     (SELECT * FROM outbox WHERE type LIKE '%%UnitHeld' ORDER BY position DESC LIMIT 1) o""".formatted(events));
        while (waiting() == events) {
            Thread.sleep(5);
        }
        var began = System.nanoTime();
        var cpu = inventory.cpu();
        awaitPublished();
        var drained = events * 1e9 / (System.nanoTime() - began);
        REPORT.row(
                "outbox drain rate ÷ highest hold rate",
                drained / highest(),
                1.5,
                3,
                "%.0f ÷ %.0f/s; %d events".formatted(drained, highest, events));
        REPORT.cpu("events, by the relay", inventory.cpu().minus(cpu), events);
    }

    private static void awaitPublished() throws SQLException, InterruptedException {
        while (waiting() > 0) {
            Thread.sleep(20);
        }
    }

    private static long waiting() throws SQLException {
        return stock.number("SELECT count(*) FROM outbox WHERE published_at IS NULL");
    }

    /// What it publishes is no part of the transaction: it is on record as published already.
    private static double transactions(Pgbench pgbench, Path script) throws Exception {
        awaitPublished();
        stock.asNew();
        stock.run("ALTER TABLE outbox ALTER published_at SET DEFAULT clock_timestamp()");
        try {
            return pgbench.run(script.toAbsolutePath(), DATABASE_CLIENTS, seconds(8));
        } finally {
            stock.run("ALTER TABLE outbox ALTER published_at DROP DEFAULT");
            stock.run("DELETE FROM outbox WHERE id::text LIKE '%-0000-7000-8000-%'");
        }
    }

    /// The statements of one hold, taken from PostgreSQL's log.
    private static HoldStatements captured() throws Exception {
        var before = Files.size(inventory.postgresLog());
        stock.run("ALTER SYSTEM SET log_statement = 'all'");
        stock.run("SELECT pg_reload_conf()");
        Thread.sleep(500);
        var held = sender.all(1, 1, _ -> claim(Stock.unit(BIG.first() + BIG.units() - 1), 7));
        assertThat(held.granted()).isEqualTo(1);
        stock.run("ALTER SYSTEM RESET log_statement");
        stock.run("SELECT pg_reload_conf()");
        Thread.sleep(500);
        var log = Files.readAllBytes(inventory.postgresLog());
        return new HoldStatements(
                new String(log, (int) before, log.length - (int) before, StandardCharsets.UTF_8),
                held.grants().getFirst().shot().about(),
                "buyer-7");
    }

    private static Result measured(String what, Supplier<Result> load) {
        var before = inventory.cpu();
        var result = load.get();
        REPORT.cpu(what, inventory.cpu().minus(before), result.sent());
        return result;
    }

    private static Result flatOut(Duration time, IntFunction<Shot> shots) {
        return sound(sender.byClients(CLIENTS, time, shots));
    }

    private static Result atRate(int rate, Duration time, IntFunction<Shot> shots) {
        var requests = Math.max(1, (int) (rate * time.toMillis() / 1_000));
        return sound(sender.byPlan(Arrivals.of(Curve.CONSTANT, requests, time), shots));
    }

    /// Refused holds are cheaper: where all should be granted, all are.
    private static Result granted(Result result) {
        assertThat(result.refused()).as(result.statuses().toString()).isZero();
        return result;
    }

    private static Result sound(Result result) {
        assertThat(result.failed() + result.unknown())
                .as(result.statuses().toString())
                .isZero();
        return result;
    }

    /// Each claim asks for the next unit.
    private static IntFunction<Shot> spread(Lot lot) {
        return number -> claim(Stock.unit(lot.first() + number % lot.units()), number);
    }

    private static Shot claim(String unit, int number) {
        var customer = UUID.randomUUID().toString();
        return new Shot(
                "/api/v1/holds",
                TOKENS.get(number % CONSULTANTS),
                customer,
                "{\"unit\":\"%s\",\"customer\":\"%s\"}".formatted(unit, customer),
                unit);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) Math.max(500, seconds * 1_000 * SCALE));
    }

    private static double highest() {
        assertThat(highest).as("the highest rate was measured").isPositive();
        return highest;
    }

    private static double p99(Histogram histogram) {
        return histogram.getValueAtPercentile(99) / 1_000.0;
    }

    private static double ratio(Histogram one, Histogram other) {
        return p99(one) / p99(other);
    }
}

package org.anchang.rehearsal.benchmark;

import static org.anchang.rehearsal.benchmark.Bench.granted;
import static org.anchang.rehearsal.benchmark.Bench.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.anchang.rehearsal.benchmark.Stock.Lot;
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
    private static final int DATABASE_CLIENTS = 8;
    private static final double OPEN_LOOP_SHARE = 0.6;
    private static final int ROUNDS = 4;
    private static final Lot BIG = new Lot("bench-big", 1, 100_000);
    private static final Lot SMALL = new Lot("bench-small", 100_001, 1_000);
    private static final List<Lot> MANY = IntStream.range(0, 50)
            .mapToObj(number -> new Lot("bench-" + number, 101_001 + number * 400, 400))
            .toList();

    private static final HoldReport REPORT = new HoldReport("Holds, measured");
    private static Bench bench;
    private static Stock stock;
    /// Granted holds a second, at most.
    private static double highest;

    @BeforeAll
    static void open() throws IOException, SQLException, GeneralSecurityException {
        bench = new Bench(REPORT);
        stock = bench.stock();
        stock.add(BIG);
        stock.add(SMALL);
        for (var lot : MANY) {
            stock.add(lot);
        }
        stock.analyze();
    }

    @AfterAll
    static void close() throws Exception {
        bench.close();
        REPORT.write(Path.of("target/benchmark-holds.md"));
    }

    @Test
    @Order(1)
    void coldAndWarm() throws Exception {
        var cold =
                bench.measured("cold: the first seconds of the process", () -> bench.flatOut(seconds(5), spread(BIG)));
        for (int i = 0; i < 7; i++) {
            bench.asNew();
            bench.flatOut(seconds(8), spread(BIG));
        }
        bench.asNew();
        REPORT.say("Cold %.0f holds/s, in the first %d s; warmed up with %d s of holds before all that follows."
                .formatted(
                        cold.grantedPerSecond(),
                        seconds(5).toSeconds(),
                        seconds(8).multipliedBy(7).toSeconds()));
    }

    @Test
    @Order(2)
    void againstTheDatabaseAlone() throws Exception {
        var pgbench = new Pgbench(bench.inventory().postgres());
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
            var keyFirst = round % 2 == 0;
            database += keyFirst ? transactions(pgbench, keyed) : 0;
            withoutKey += transactions(pgbench, unkeyed);
            database += keyFirst ? 0 : transactions(pgbench, keyed);
            bench.asNew();
            granted += bench.measured("holds, warm, 16 clients", () -> granted(bench.flatOut(seconds(10), spread(BIG))))
                    .grantedPerSecond();
        }
        bench.asNew();
        highest = granted / ROUNDS;
        REPORT.row(
                "holds/s over HTTP ÷ the same transaction in pgbench",
                granted / database,
                0.25,
                0.38,
                "%.0f ÷ %.0f/s; %d statements, %d database clients"
                        .formatted(highest, database / ROUNDS, statements.count(), DATABASE_CLIENTS));
        REPORT.row(
                "transactions/s with idempotency key ÷ without, in pgbench",
                database / withoutKey,
                0.9,
                0.95,
                "%.0f ÷ %.0f/s; the service has no way without a key, so this is the database's part alone"
                        .formatted(database / ROUNDS, withoutKey / ROUNDS));
    }

    @Test
    @Order(3)
    void refused() throws Exception {
        var units = spread(new Lot(BIG.project(), BIG.first(), 1_000));
        bench.sender().all(16, 1_000, units::apply);
        bench.flatOut(seconds(3), number -> units.apply(number % 1_000));
        var result = bench.measured("refusals", () -> bench.flatOut(seconds(8), number -> units.apply(number % 1_000)));
        assertThat(result.granted()).isZero();
        REPORT.row(
                "refused/s ÷ granted/s",
                result.refusedPerSecond() / highest(),
                2.5,
                4,
                "%.0f ÷ %.0f/s".formatted(result.refusedPerSecond(), highest));
        bench.asNew();
    }

    @Test
    @Order(4)
    void oneProjectOrFifty() throws Exception {
        var oneProject = spread(new Lot(BIG.project(), BIG.first(), 20_000));
        double one = 0;
        double fifty = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var oneFirst = round % 2 == 0;
            one += oneFirst ? rate(oneProject) : 0;
            fifty += rate(number -> bench.claim(Stock.unit(MANY.get(number % 50).first() + number / 50), number));
            one += oneFirst ? 0 : rate(oneProject);
        }
        REPORT.row(
                "holds/s in one project ÷ over 50 projects",
                one / fifty,
                0.9,
                0.97,
                "%.0f ÷ %.0f/s".formatted(one / ROUNDS, fifty / ROUNDS));
    }

    @Test
    @Order(5)
    void oneUnitOrMany() throws Exception {
        var rate = (int) (highest() * OPEN_LOOP_SHARE);
        var turns = InTurns.of(
                round -> fresh(rate, seconds(5), number -> bench.claim(Stock.unit(BIG.first() + round), number)),
                _ -> fresh(rate, seconds(5), spread(BIG)));
        REPORT.row(
                "p99 with all clients on one unit ÷ p99 spread over units",
                turns.ratio(),
                2.0,
                1.3,
                "%s; %d/s, 60 %% of the highest rate; open loop".formatted(turns.how(), rate));
    }

    @Test
    @Order(6)
    void manyUnitsOrFew() throws Exception {
        var rate = (int) (highest() * OPEN_LOOP_SHARE);
        var chance = new Random(1);
        // No longer than there are units, nor than five seconds where the rate is low.
        var time = Duration.ofMillis(
                Math.min(1_000L * SMALL.units() / rate, seconds(5).toMillis()));
        var turns = InTurns.of(
                _ -> {
                    var lot = chance.ints(BIG.first(), BIG.first() + BIG.units())
                            .distinct()
                            .limit(SMALL.units())
                            .toArray();
                    return fresh(rate, time, number -> bench.claim(Stock.unit(lot[number % lot.length]), number));
                },
                _ -> fresh(rate, time, spread(SMALL)));
        REPORT.row(
                "hold p99 at 100,000 units ÷ at 1,000",
                turns.ratio(),
                1.5,
                1.1,
                "%s; %d/s; open loop".formatted(turns.how(), rate));
    }

    @Test
    @Order(7)
    void relay() throws Exception {
        bench.awaitPublished();
        var events = Bench.scaled(30_000);
        stock.run("""
                INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
                SELECT gen_random_uuid(), o.topic, (n %% 8)::smallint, gen_random_uuid(), 1, o.type, o.project, o.at, o.payload, NULL
                FROM generate_series(1, %d) n,
                     (SELECT * FROM outbox WHERE type LIKE '%%UnitHeld' ORDER BY position DESC LIMIT 1) o""".formatted(events));
        while (bench.unpublished() == events) {
            Thread.sleep(5);
        }
        var began = System.nanoTime();
        var cpu = bench.inventory().cpu();
        bench.awaitPublished();
        var drained = events * 1e9 / (System.nanoTime() - began);
        REPORT.row(
                "outbox drain rate ÷ highest hold rate",
                drained / highest(),
                1.5,
                3,
                "%.0f ÷ %.0f/s; %d events".formatted(drained, highest, events));
        REPORT.cpu("events, by the relay", bench.inventory().cpu().minus(cpu), events);
    }

    /// What it publishes is no part of the transaction: it is on record as published already.
    private static double transactions(Pgbench pgbench, Path script) throws Exception {
        bench.asNew();
        stock.run("ALTER TABLE outbox ALTER published_at SET DEFAULT clock_timestamp()");
        try {
            return pgbench.run(script.toAbsolutePath(), DATABASE_CLIENTS, seconds(6));
        } finally {
            stock.run("ALTER TABLE outbox ALTER published_at DROP DEFAULT");
            stock.run("DELETE FROM outbox WHERE id::text LIKE '%-0000-7000-8000-%'");
        }
    }

    /// The statements of one hold, taken from PostgreSQL's log.
    private static HoldStatements captured() throws Exception {
        var log = bench.inventory().postgresLog();
        var before = Files.size(log);
        stock.run("ALTER SYSTEM SET log_statement = 'all'");
        stock.run("SELECT pg_reload_conf()");
        Thread.sleep(500);
        var held = bench.sender().all(1, 1, _ -> bench.claim(Stock.unit(BIG.first() + BIG.units() - 1), 7));
        assertThat(held.granted()).isEqualTo(1);
        stock.run("ALTER SYSTEM RESET log_statement");
        stock.run("SELECT pg_reload_conf()");
        Thread.sleep(500);
        var bytes = Files.readAllBytes(log);
        return new HoldStatements(
                new String(bytes, (int) before, bytes.length - (int) before, StandardCharsets.UTF_8),
                held.grants().getFirst().shot().about(),
                Bench.consultant(7));
    }

    private static double rate(IntFunction<Shot> shots) throws Exception {
        bench.asNew();
        return granted(bench.flatOut(seconds(6), shots)).grantedPerSecond();
    }

    private static Histogram fresh(int rate, Duration time, IntFunction<Shot> shots) throws Exception {
        bench.asNew();
        return bench.atRate(rate, time, shots).latency();
    }

    /// Each claim asks for the next unit.
    private static IntFunction<Shot> spread(Lot lot) {
        return number -> bench.claim(Stock.unit(lot.first() + number % lot.units()), number);
    }

    private static double highest() {
        assertThat(highest).as("the highest rate was measured").isPositive();
        return highest;
    }
}

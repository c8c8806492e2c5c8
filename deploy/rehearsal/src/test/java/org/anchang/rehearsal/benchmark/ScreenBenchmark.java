package org.anchang.rehearsal.benchmark;

import static org.anchang.rehearsal.benchmark.Bench.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.anchang.office.Application;
import org.anchang.office.gateway.Gateway;
import org.anchang.rehearsal.benchmark.Stock.Lot;
import org.anchang.rehearsal.load.Arrivals;
import org.anchang.rehearsal.load.Arrivals.Curve;
import org.anchang.rehearsal.load.Result;
import org.anchang.rehearsal.load.Sender;
import org.anchang.rehearsal.load.Shot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The sales-control table under load: read whole, and on 2,000 open screens while units are held.
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreenBenchmark {
    private static final int SCREENS = 2_000;
    private static final int CHANGES_A_SECOND = 20;
    private static final int ROUNDS = 2;
    private static final BigTable TABLE = new BigTable("bench-table", 4);
    private static final BigTable HUGE = new BigTable("bench-huge", 400);
    private static final Lot UNITS = new Lot("bench-screens", 1, 40_000);

    private static final HoldReport REPORT = new HoldReport("The sales-control table, measured");
    private static Bench bench;
    private static Stock stock;
    private static Sender sender;
    private static int used;

    @BeforeAll
    static void open() throws IOException, SQLException, GeneralSecurityException {
        bench = new Bench(REPORT);
        stock = bench.stock();
        sender = bench.sender();
        stock.add(UNITS);
        TABLE.addTo(stock);
        HUGE.addTo(stock);
        stock.analyze();
    }

    @AfterAll
    static void close() throws Exception {
        bench.close();
        REPORT.write(Path.of("target/benchmark-screens.md"));
    }

    @Test
    @Order(1)
    void grid() {
        var table = question("/sales-control/" + TABLE.project());
        var smallest = question("/projects/" + TABLE.project());
        flatOut(seconds(12), table);
        flatOut(seconds(12), smallest);
        double tables = 0;
        double small = 0;
        for (int round = 0; round < ROUNDS; round++) {
            sender.takeCompressed(false);
            small += bench.measured("one project, the smallest JSON", () -> flatOut(seconds(5), smallest))
                            .grantedPerSecond()
                    / ROUNDS;
            sender.takeCompressed(true);
            tables += bench.measured("table of 1,000 units, compressed", () -> flatOut(seconds(5), table))
                            .grantedPerSecond()
                    / ROUNDS;
        }
        REPORT.row(
                "table of 1,000 units, requests/s ÷ smallest JSON GET",
                tables / small,
                0.5,
                0.8,
                "%.0f ÷ %.0f/s; with a token, gzip for the table and none for the project; nothing kept by the client"
                        .formatted(tables, small));
    }

    @Test
    @Order(2)
    void gridWhileItChanges() throws SQLException, InterruptedException {
        var table = question("/sales-control/" + TABLE.project());
        var changing = Thread.ofPlatform().start(() -> change(seconds(5)));
        var result = bench.measured("the same while 50 changes a second come", () -> flatOut(seconds(5), table));
        changing.join();
        REPORT.say("While 50 changes a second come from another replica, %.0f tables of 1,000 units/s, p99 %.0f ms."
                .formatted(result.grantedPerSecond(), result.millisAt(99)));
        var huge = question("/sales-control/" + HUGE.project());
        var first = sound(sender.all(1, 1, huge)).millisAt(100);
        var again = sound(sender.all(1, 20, huge)).millisAt(50);
        var changed = new ArrayList<Double>();
        for (int i = 0; i < 10; i++) {
            HUGE.change(stock, i);
            changed.add(sound(sender.all(1, 1, huge)).millisAt(100));
        }
        REPORT.say(
                "A table of %,d units in %d buildings: %.0f ms the first time, %.0f ms unchanged, %.0f ms after a change (median)."
                        .formatted(
                                HUGE.units(),
                                HUGE.buildings(),
                                first,
                                again,
                                changed.stream().sorted().toList().get(5)));
    }

    @Test
    @Order(3)
    void changeToScreens() throws Exception {
        flatOut(seconds(20), claims(null));
        stockAsNew();
        try (var screens = screens()) {
            sender.byPlan(arrivals(seconds(2)), claims(screens));
            awaitShown(screens);
            screens.delays().reset();
            var result = bench.measured(
                    "holds, %d a second, shown on %,d screens".formatted(CHANGES_A_SECOND, SCREENS),
                    () -> sound(sender.byPlan(arrivals(seconds(10)), claims(screens))));
            awaitShown(screens);
            assertThat(screens.delays().getTotalCount()).isEqualTo(result.granted() * SCREENS);
            REPORT.row(
                    "change → 2,000 open streams, p95 in ms",
                    screens.delays().getValueAtPercentile(95) / 1_000.0,
                    500,
                    150,
                    "p50 %.0f, p99 %.0f ms; %d holds/s; from the sending of the hold, itself p50 %.0f ms"
                            .formatted(
                                    screens.delays().getValueAtPercentile(50) / 1_000.0,
                                    screens.delays().getValueAtPercentile(99) / 1_000.0,
                                    CHANGES_A_SECOND,
                                    result.millisAt(50)));
        }
    }

    @Test
    @Order(4)
    void holdsBesideScreens() throws Exception {
        double without = 0;
        double with = 0;
        for (int round = 0; round < ROUNDS; round++) {
            stockAsNew();
            without += bench.measured("holds, no screen open", () -> flatOut(seconds(8), claims(null)))
                            .grantedPerSecond()
                    / ROUNDS;
            stockAsNew();
            try (var screens = screens()) {
                with += bench.measured("holds, 2,000 screens open", () -> flatOut(seconds(8), claims(screens)))
                                .grantedPerSecond()
                        / ROUNDS;
                awaitShown(screens);
                if (round == ROUNDS - 1) {
                    REPORT.say(
                            "Under holds flat out, a change is on 2,000 screens within p50 %.0f, p95 %.0f, p99 %.0f ms."
                                    .formatted(
                                            screens.delays().getValueAtPercentile(50) / 1_000.0,
                                            screens.delays().getValueAtPercentile(95) / 1_000.0,
                                            screens.delays().getValueAtPercentile(99) / 1_000.0));
                }
            }
        }
        REPORT.row(
                "holds/s with 2,000 open streams ÷ without",
                with / without,
                0.5,
                0.7,
                "%.0f ÷ %.0f/s; whoever reads the streams shares the cores".formatted(with, without));
    }

    /// The hall's screens and the people who sell come through one gateway.
    @Test
    @Order(5)
    void holdsBesideScreensThroughTheGateway() throws Exception {
        var port = freePort();
        var services = Application.titles();
        try (var _ = new Gateway(
                                port,
                                services,
                                _ -> List.of(bench.inventory().address().getPort()))
                        .start();
                var through = new Sender(URI.create("http://127.0.0.1:" + port))) {
            double without = 0;
            double with = 0;
            for (int round = 0; round < ROUNDS; round++) {
                stockAsNew();
                without += bench.measured("holds through the gateway, no screen open", () -> flatOut(through, null))
                                .grantedPerSecond()
                        / ROUNDS;
                stockAsNew();
                try (var screens = screens(URI.create("http://127.0.0.1:" + port))) {
                    with += bench.measured(
                                            "holds through the gateway, 2,000 screens open there",
                                            () -> flatOut(through, screens))
                                    .grantedPerSecond()
                            / ROUNDS;
                    awaitShown(screens);
                }
            }
            REPORT.row(
                    "holds/s with 2,000 open streams ÷ without, all through the gateway",
                    with / without,
                    0.4,
                    0.6,
                    "%.0f ÷ %.0f/s; gateway, sender and whoever reads the streams share the cores"
                            .formatted(with, without));
        }
    }

    private static Result flatOut(Sender through, @Nullable ManyScreens screens) {
        return sound(bench.flatOut(through, seconds(8), claims(screens)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void change(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        try {
            for (int i = 0; System.nanoTime() < until; i++) {
                TABLE.change(stock, i);
                Thread.sleep(20);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ManyScreens screens() throws IOException {
        return screens(bench.inventory().address());
    }

    private static ManyScreens screens(URI office) throws IOException {
        return new ManyScreens(
                office.resolve("/api/v1/sales-control/" + UNITS.project() + "/changes"),
                bench::token,
                SCREENS,
                UNITS.first() + UNITS.units());
    }

    /// Until nothing has come for a while.
    private static void awaitShown(ManyScreens screens) throws InterruptedException {
        for (long before = -1; before != screens.seen(); ) {
            before = screens.seen();
            Thread.sleep(1_200);
        }
    }

    private static void stockAsNew() throws SQLException, InterruptedException {
        bench.asNew();
        used = 0;
    }

    private static Arrivals arrivals(Duration time) {
        return Arrivals.of(Curve.CONSTANT, (int) (CHANGES_A_SECOND * time.toMillis() / 1_000), time);
    }

    /// Each asks for the next unit that nobody has asked for.
    private static IntFunction<Shot> claims(@Nullable ManyScreens screens) {
        return number -> {
            var unit = UNITS.first() + used++ % UNITS.units();
            var shot = bench.claim(Stock.unit(unit), number);
            if (screens != null) {
                screens.sends(unit);
            }
            return shot;
        };
    }

    private static IntFunction<Shot> question(String path) {
        return number -> Shot.question("/api/v1" + path, bench.token(number));
    }

    private static Result flatOut(Duration time, IntFunction<Shot> shots) {
        return sound(bench.flatOut(time, shots));
    }

    private static Result sound(Result result) {
        assertThat(result.sent()).as(result.statuses().toString()).isEqualTo(result.granted());
        return result;
    }
}

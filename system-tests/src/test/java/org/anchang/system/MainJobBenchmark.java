package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.anchang.client.Answer;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// What the main job costs: each command over HTTP, and the way from a commit in deal-service to the changed cell on
/// a screen, beside a raw round trip through the same broker in the same run. One client, a warm office, a database
/// that keeps what it commits; the table goes to `target/benchmark.md`.
@Tag("benchmark")
@Isolated
class MainJobBenchmark {
    private static final int WARM_UP = Integer.getInteger("benchmark.warmUp", 60);
    private static final int DEALS = Integer.getInteger("benchmark.deals", 150);

    private final Map<String, Histogram> commands = new LinkedHashMap<>();
    private final Histogram commitToCell = new Histogram(3);
    private final Histogram roundTrip = new Histogram(3);

    @Test
    @DisplayName("the commands of the main job, and how long a deposit takes to the sales-control table")
    void mainJob() throws Exception {
        var started = Instant.now();
        var ready = new ArrayList<String>();
        try (var office = Office.start(RunningOffice.asInProduction(Path.of("target/benchmark")), true, line -> {
                    synchronized (ready) {
                        ready.add("| %s | %.1f |".formatted(line, seconds(started)));
                    }
                });
                var floor = new SalesFloor(office, "rehearsal")) {
            floor.open(PriceLists.made("演练", 4, 33, 6));
            try (var screen = Screen.open(office, floor.project);
                    var broker = new RoundTrips(office.bootstrapServers())) {
                for (int deal = 0; deal < WARM_UP; deal++) {
                    sell(floor, screen);
                }
                commands.clear();
                for (int deal = 0; deal < DEALS; deal++) {
                    var sold = sell(floor, screen);
                    commitToCell.recordValue(micros(committed(office, sold.id()), sold.seen()));
                    roundTrip.recordValue(broker.once().toNanos() / 1_000);
                }
            }
            write(ready, Footprint.memory());
            assertThat(commitToCell.getTotalCount()).isEqualTo(DEALS);
        }
    }

    /// @param seen when the screen showed the small deposit
    private record Sold(String id, Instant seen) {}

    /// One home from the visitor to the filed contract.
    private Sold sell(SalesFloor floor, Screen screen) {
        var consultant = floor.liNa;
        var customer = timed("register a customer", () -> floor.register(consultant, "张三"));
        timed(
                "record the visit",
                () -> consultant.post("/visits", Map.of("project", floor.project, "customer", customer.id())));
        var hold = timed("hold a unit", () -> floor.hold(consultant, customer.id()));
        var unit = hold.text("unit/id");
        var deal = timed(
                "open the deal",
                () -> consultant.post(
                        "/deals", Map.of("project", floor.project, "customer", customer.id(), "hold", hold.id())));
        var path = "/deals/" + deal.id();
        timed("confirm the unit", () -> floor.siteManager.post(path + "/unit-confirmation"));
        timed("take the small deposit", () -> consultant.post(path + "/deposits", Papers.deposit("SMALL", "5000.00")));
        // Seen before the next step, which would take its place on the screen.
        var seen = screen.showed(unit, "RESERVED");
        timed("top it up", () -> consultant.post(path + "/deposits", Papers.deposit("TOP_UP", "45000.00")));
        floor.orderForm(consultant, hold, deal);
        var subscribed = consultant.get(path).done();
        timed(
                "check the buyer",
                () -> consultant.post(
                        path + "/buyer-checks",
                        Map.of(
                                "buyer",
                                subscribed.at("buyers").get(0).path("id").asText(),
                                "identityChecked",
                                true,
                                "qualification",
                                "本市户籍首套")));
        timed("sign the contract", () -> consultant.post(path + "/contracts", Papers.lumpSum()));
        timed(
                "take a payment",
                () -> consultant.post(path + "/payments", Papers.payment(new java.math.BigDecimal("100000.00"))));
        timed("submit the filing", () -> floor.siteManager.post(path + "/filings"));
        timed(
                "record the filing",
                () -> floor.siteManager.post(
                        path + "/filings/acceptance",
                        Map.of("registrationNumber", "BA-" + floor.nextNumber(), "filedOn", floor.today.toString())));
        timed("read the deal", () -> consultant.get(path));
        timed("read the sales-control table", () -> floor.siteManager.get("/sales-control/" + floor.project));
        return new Sold(deal.id(), seen);
    }

    private Answer timed(String command, Supplier<Answer> sent) {
        var began = System.nanoTime();
        var answer = sent.get().done();
        commands.computeIfAbsent(command, _ -> new Histogram(3)).recordValue((System.nanoTime() - began) / 1_000);
        return answer;
    }

    /// When the deposit's transaction was committed, by the database.
    private static Instant committed(Office office, String deal) throws SQLException {
        try (var database = DriverManager.getConnection(
                        office.postgres().jdbcUrl(Application.DEAL.database()),
                        office.postgres().user(),
                        office.postgres().password());
                var statement = database.prepareStatement(
                        "SELECT pg_xact_commit_timestamp(xmin) FROM ledger_entry WHERE deal = ?::uuid ORDER BY id LIMIT 1")) {
            statement.setString(1, deal);
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, java.time.OffsetDateTime.class).toInstant();
        }
    }

    private void write(List<String> ready, Map<String, Long> memory) throws IOException {
        var lines = new ArrayList<String>();
        lines.addAll(List.of("# The main job", "", "| command | p50 ms | p99 ms |", "|---|---|---|"));
        commands.forEach((command, times) ->
                lines.add("| %s | %.1f | %.1f |".formatted(command, percentile(times, 50), percentile(times, 99))));
        lines.addAll(List.of("", "| way | p50 ms | p99 ms |", "|---|---|---|"));
        lines.add("| commit of a deposit → cell on a screen | %.1f | %.1f |"
                .formatted(percentile(commitToCell, 50), percentile(commitToCell, 99)));
        lines.add("| raw round trip through Kafka | %.1f | %.1f |"
                .formatted(percentile(roundTrip, 50), percentile(roundTrip, 99)));
        lines.add("| ratio | %.1f | %.1f |"
                .formatted(
                        percentile(commitToCell, 50) / percentile(roundTrip, 50),
                        percentile(commitToCell, 99) / percentile(roundTrip, 99)));
        lines.addAll(List.of("", "| part | s from the start |", "|---|---|"));
        lines.addAll(ready);
        lines.addAll(List.of("", "| part | memory MB |", "|---|---|"));
        memory.forEach((part, megabytes) -> lines.add("| %s | %d |".formatted(part, megabytes)));
        lines.forEach(System.out::println);
        Files.writeString(Path.of("target/benchmark.md"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private static double percentile(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1_000.0;
    }

    private static long micros(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toNanos() / 1_000);
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1_000.0;
    }
}

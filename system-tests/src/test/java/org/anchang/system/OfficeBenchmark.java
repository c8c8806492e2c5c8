package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.anchang.office.Office;
import org.anchang.office.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;

/// What a whole office spends, by part: on an approval with two signatures, and when nobody wants anything. Beside
/// it stand the figures of a peer: another office on another stack, in one process, on the same machine. What is
/// printed goes to `target/benchmark-office.md`.
@Tag("benchmark")
@Isolated
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficeBenchmark {
    private static final Path REPORT = Path.of("target/benchmark-office.md");
    /// Fewer than this, and what is measured is the compiler.
    private static final int WARM_UP = Integer.getInteger("benchmark.warmUp", 300);
    private static final int ROUNDS = 5;
    private static final int IN_A_ROUND = Integer.getInteger("benchmark.approvals", 100) / ROUNDS;
    /// Each asks for a discount again and again, a little more each time.
    private static final int DEALS = 20;
    private static final BigDecimal MORE = new BigDecimal("100.00");
    /// Between two looks at what is about to come: each costs the office what it then is said to cost.
    private static final Duration A_MOMENT = Duration.ofMillis(Long.getLong("benchmark.look", 50));
    private static final int SECONDS_AT_REST = Integer.getInteger("benchmark.seconds", 60);

    private static Office office;
    private static SalesFloor floor;

    private record Discount(String deal, BigDecimal amount) {}

    @BeforeAll
    static void start() throws IOException {
        Files.deleteIfExists(REPORT);
        office = Office.start(RunningOffice.asInProduction(Path.of("target/benchmark")), true, Progress.SILENT);
        floor = new SalesFloor(office, "rehearsal").open(PriceLists.made("演练", 4, 33, 6));
    }

    @AfterAll
    static void end() {
        if (floor != null) {
            floor.close();
        }
        if (office != null) {
            office.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("an approval from form to done, two sign")
    void approvals() throws IOException, SQLException {
        twoSign();
        var discounts = discounts();
        var took = new Histogram(3);
        approve(discounts, WARM_UP, took);
        took.reset();

        var rounds = new ArrayList<Spent>();
        for (int round = 0; round < ROUNDS; round++) {
            var before = Spent.by(office);
            approve(discounts, IN_A_ROUND, took);
            rounds.add(Spent.by(office).since(before));
        }

        var lines = new ArrayList<String>();
        lines.add("- **An approval from form to done, two sign** (`OfficeBenchmark`, %d of them, medians):"
                .formatted(took.getTotalCount()));
        lines.add("  %.2f s (p99 %.2f; peer 0.67), "
                        .formatted(took.getValueAtPercentile(50) / 1e6, took.getValueAtPercentile(99) / 1e6)
                + "%.0f ms of the processor in the services and PostgreSQL (peer 132), of all parts %.0f, %.0f commits."
                        .formatted(
                                median(rounds, spent -> spent.processor(OfficeBenchmark::worksOnIt)),
                                median(rounds, spent -> spent.processor(part -> !part.equals(Footprint.HERE))),
                                median(rounds, Spent::allCommits)));
        lines.add("  What the office spends at rest is in it, and a look every %d ms at what is awaited."
                .formatted(A_MOMENT.toMillis()));
        lines.addAll(List.of("", "| part | ms an approval |", "|---|---|"));
        rounds.getLast()
                .processor()
                .keySet()
                .forEach(part -> lines.add(
                        "| %s | %.1f |".formatted(part, median(rounds, spent -> spent.processor(part::equals)))));
        lines.addAll(List.of("", "| database | commits an approval |", "|---|---|"));
        rounds.getLast()
                .commits()
                .keySet()
                .forEach(database ->
                        lines.add("| %s | %.1f |".formatted(database, median(rounds, spent -> spent.commits()
                                .getOrDefault(database, 0L)))));
        write(lines);
        assertThat(took.getTotalCount()).isEqualTo(ROUNDS * IN_A_ROUND);
    }

    @Test
    @Order(2)
    @DisplayName("an office at rest")
    void atRest() throws IOException, SQLException, InterruptedException {
        // What has to be done after a start, or after what went before, is done by then.
        TimeUnit.SECONDS.sleep(SECONDS_AT_REST);
        var before = Spent.by(office);
        var began = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS_AT_REST);
        var seconds = (System.nanoTime() - began) / 1e9;
        var spent = Spent.by(office).since(before);

        var lines = new ArrayList<String>();
        lines.add("- **An office at rest** (`OfficeBenchmark`, %.0f s): %.1f %% of a core (2; peer 1.8), %.1f commits/s"
                .formatted(seconds, spent.processor(_ -> true) / seconds / 10, spent.allCommits() / seconds));
        lines.addAll(List.of("", "| part | % of a core |", "|---|---|"));
        spent.processor().forEach((part, millis) -> lines.add("| %s | %.2f |".formatted(part, millis / seconds / 10)));
        lines.addAll(List.of("", "| database | commits a second |", "|---|---|"));
        spent.commits()
                .forEach((database, commits) -> lines.add("| %s | %.2f |".formatted(database, commits / seconds)));
        write(lines);
        assertThat(spent.processor()).containsKeys(Footprint.POSTGRES, "Kafka", "Keycloak", "deal-service", "console");
    }

    /// Discounts of this project are signed by two, not three.
    private static void twoSign() {
        var chain = floor.admin
                .post(
                        "/approval-chains",
                        Map.of(
                                "project",
                                floor.project,
                                "form",
                                "DISCOUNT",
                                "stages",
                                Stream.of("sales-manager", "general-manager")
                                        .map(role -> Map.of("steps", List.of(Map.of("key", role, "role", role))))
                                        .toList(),
                                "reason",
                                "two sign"))
                .done();
        floor.generalManager.post("/approval-chains/" + chain.id() + "/confirm").done();
    }

    private static Iterator<Discount> discounts() {
        var deals = Stream.generate(() -> floor.subscribed(floor.liNa).id())
                .limit(DEALS)
                .toList();
        return Stream.iterate(Papers.MORE_DISCOUNT, MORE::add)
                .flatMap(amount -> deals.stream().map(deal -> new Discount(deal, amount)))
                .iterator();
    }

    private static void approve(Iterator<Discount> discounts, int count, Histogram took) {
        for (int approval = 0; approval < count; approval++) {
            var discount = discounts.next();
            var began = System.nanoTime();
            var asked = floor.liNa
                    .post(
                            "/deals/" + discount.deal() + "/discount-requests",
                            Map.of("requestedDiscount", discount.amount().toPlainString(), "reason", "全款"))
                    .done();
            for (var signer : List.of(floor.salesManager, floor.generalManager)) {
                var task = soon(() -> floor.openTask(signer, asked));
                signer.post("/approval-tasks/" + task + "/approve", Map.of("opinion", "同意"))
                        .done();
            }
            soon(() -> floor.liNa.get("/requests/" + asked.id()).text("state").equals("DONE") ? "DONE" : null);
            took.recordValue((System.nanoTime() - began) / 1_000);
        }
    }

    private static String soon(Callable<String> look) {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(A_MOMENT)
                .until(look, Objects::nonNull);
    }

    /// As the peer's figure counts: who computes and who stores, not who carries the messages.
    private static boolean worksOnIt(String part) {
        return part.endsWith("-service") || part.equals(Footprint.POSTGRES);
    }

    /// Of one approval, by the rounds.
    private static double median(List<Spent> rounds, ToDoubleFunction<Spent> measure) {
        return rounds.stream()
                        .mapToDouble(measure)
                        .sorted()
                        .skip(ROUNDS / 2)
                        .findFirst()
                        .orElseThrow()
                / IN_A_ROUND;
    }

    private static void write(List<String> lines) throws IOException {
        lines.forEach(System.out::println);
        Files.writeString(
                REPORT,
                String.join("\n", lines) + "\n\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}

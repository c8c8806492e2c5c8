package org.anchang.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.anchang.client.Office;

/// Loads the demo office: `java -cp target/demo.jar:target/lib/* org.anchang.demo.Demo [options]`.
///
/// The office's addresses come from the environment: `ANCHANG_GATEWAY` and `ANCHANG_OIDC`. Its services must let
/// their clock be set (`office-clock` on their class path), because a quarter is played in a minute.
public final class Demo {
    private static final int MOST_FAILURES_SHOWN = 10;

    private Demo() {}

    public static void main(String... arguments) throws IOException {
        DemoOptions options;
        try {
            options = DemoOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try (var office = office(System.getenv())) {
            System.exit(load(office, options, Demo::say).isEmpty() ? 0 : 1);
        } catch (IllegalStateException e) {
            System.err.println("demo: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Office office(Map<String, String> environment) {
        return new Office(
                environment.getOrDefault("ANCHANG_GATEWAY", "http://localhost:8080"),
                environment.getOrDefault("ANCHANG_OIDC", "http://localhost:8180/realms/anchang"),
                environment.getOrDefault("ANCHANG_DEMO_PASSWORD", "anchang"));
    }

    /// Loads the demo office, unless its project is there already.
    ///
    /// @return what went wrong in single stories; the others went on
    public static List<String> load(Office office, DemoOptions options, Consumer<String> progress) throws IOException {
        var began = Instant.now();
        var season = Season.untilYesterday();
        var opening = new Opening(office, options.project(), season);
        if (opening.tookPlace()) {
            progress.accept("project " + options.project() + " is there already; nothing was added");
            new ClosingTable(office, options.project()).print(progress);
            return List.of();
        }
        var list = options.priceList() == null
                ? PriceList.made(options.seed())
                : PriceList.read(Objects.requireNonNull(options.priceList()));
        progress.accept("the office opens on " + season.opening() + ": " + list.projectName());
        office.signIn(Staff.EVERYBODY);
        var units = opening.takePlace(list);
        opening.letHoldsLast();
        opening.promiseRewards();
        opening.nameOnPapers();
        progress.accept("%d units are on sale; playing %d customers and %d deals"
                .formatted(units.size(), options.customers(), options.deals()));
        var failures = new ArrayList<>(new SalesSeason(office, options, season, progress).play(units));
        progress.accept("today: visitors in turn, calls, birthdays, messages, the public pool");
        failures.addAll(new ThisMorning(office, options.project()).play());
        new SalesPlan(office, options.project()).enter(season.opening());
        opening.letHoldsEndAsUsual();
        new ClosingTable(office, options.project()).print(progress);
        failures.stream().limit(MOST_FAILURES_SHOWN).forEach(failure -> progress.accept("failed: " + failure));
        progress.accept("%d stories failed; %d s"
                .formatted(
                        failures.size(), Duration.between(began, Instant.now()).toSeconds()));
        return failures;
    }

    private static void say(String line) {
        System.out.println("demo: " + line);
    }
}

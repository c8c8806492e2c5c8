package org.anchang.office;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.logging.LogManager;
import org.anchang.backing.BackingFailure;
import org.anchang.backing.OwnProcess;
import org.anchang.backing.Waiting;
import org.jspecify.annotations.Nullable;

/// What `deploy/up` runs: an office until Ctrl-C.
public final class Up {

    /// Accounts in whose name an opening day is rehearsed; nobody signs in with them.
    private static final String REHEARSING = "rehearsal.";
    private static final long BEGUN = System.nanoTime();

    private Up() {}

    /// The first argument is the root of the repository.
    static void main(String[] arguments) {
        quietLibraries();
        var ended = 0;
        try {
            var words = List.of(arguments);
            var options = UpOptions.of(Path.of(words.getFirst()), words.subList(1, words.size()));
            run(options);
        } catch (BackingFailure e) {
            System.err.println("deploy/up: " + e.getMessage());
            ended = 1;
        }
        System.exit(ended);
    }

    private static void run(UpOptions options) {
        say("starting in " + options.plan().folder() + (options.fresh() ? ", fresh" : ""));
        // The hook of the JVM's end and this thread may both come to close it; whoever is first does.
        var office = new Closing();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(office::close));
        office.open(() -> Office.start(options.plan(), options.fresh(), Up::say));
        say("ready");
        System.out.println(table(office.get(), options.plan()));
        var supervision = supervise(office.get());
        if (options.demo()) {
            DemoOffice.load(office.get(), options);
            supervision.undisturbed(() -> takeBackClock(office.get()));
            if (options.plan().servers().contains(Console.CONSOLE)) {
                System.out.println(DemoOffice.story(office.get()));
            }
        }
        awaitEnd(training(office.get(), options));
    }

    private static Supervision supervise(Office office) {
        var supervision = new Supervision(office.parts(), Executors.newVirtualThreadPerTaskExecutor(), Up::say);
        Thread.ofVirtual().start(() -> {
            while (!Waiting.until(Duration.ofSeconds(1), office::closing)) {
                supervision.look(System.nanoTime());
            }
        });
        return supervision;
    }

    private static void takeBackClock(Office office) {
        try {
            say("the demo office has been played by a clock of its own; the services start again by the real one");
            office.takeBackClock();
            say("the clock is nobody's to set any more");
        } catch (BackingFailure e) {
            say("not every service has started again: " + e.getMessage());
        }
    }

    /// Quick starts are learnt once after a build, beside the office at work.
    private static @Nullable OwnProcess training(Office office, UpOptions options) {
        if (!options.training() || office.trained() || !Training.hasRoom()) {
            return null;
        }
        var root = options.plan().root();
        say("learning to start quickly, some minutes in the background (%s)".formatted(Training.log(root)));
        return Training.begin(root);
    }

    /// Until the JVM is told to end.
    private static void awaitEnd(@Nullable OwnProcess training) {
        var learning = training;
        while (!Waiting.until(Duration.ofSeconds(2), () -> false)) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (learning != null && !learning.alive()) {
                say(
                        learning.exitCode() == 0
                                ? "learnt to start quickly"
                                : "did not learn to start quickly (see %s); the next start tries again"
                                        .formatted(learning.log()));
                learning = null;
            }
        }
    }

    static void say(String line) {
        System.out.printf(Locale.ROOT, "[%6.1f s] %s%n", (System.nanoTime() - BEGUN) / 1e9, line);
    }

    private static String table(Office office, OfficePlan plan) {
        var text = new StringBuilder("\n");
        var secrets = plan.folder().resolve(Passwords.FILE);
        row(
                text,
                "console",
                office.gateway() + "/"
                        + (plan.servers().contains(Console.CONSOLE)
                                ? ""
                                : "   (left out; here once it runs at %s)"
                                        .formatted(office.address(Console.CONSOLE, 0))));
        row(text, "gateway", office.gateway() + "/api/v1/…   (also /openapi/<service>)");
        for (var application : Application.values()) {
            var started = plan.servers().contains(application) ? "" : "   (left out)";
            row(text, application.title(), office.address(application, 0) + started);
        }
        row(text, "Keycloak", office.issuer() + "   (its own console: admin, keycloak.admin in " + secrets + ")");
        row(
                text,
                "PostgreSQL",
                "%s   (%s, postgres in %s; one database per service)"
                        .formatted(
                                office.postgres().jdbcUrl("deal"),
                                office.postgres().user(),
                                secrets));
        row(text, "Kafka", office.bootstrapServers());
        row(text, "logs", plan.folder().resolve("logs").toString());
        text.append("\nDemo logins, for this machine only; the password of all is: anchang\n\n");
        logins(plan.root()).forEach(login -> text.append("  ").append(login).append('\n'));
        text.append("\nCtrl-C ends the office; the data stays.\n");
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("  %-20s %s%n".formatted(name, value));
    }

    private static List<String> logins(Path root) {
        try {
            var realm = new JsonObject(Files.readString(root.resolve("deploy/keycloak/anchang-realm.json")));
            var logins = new ArrayList<String>();
            for (var entry : realm.getJsonArray("users")) {
                var user = (JsonObject) entry;
                if (user.getString("username").startsWith(REHEARSING) || !user.containsKey("groups")) {
                    continue;
                }
                logins.add("%-14s %-20s %s"
                        .formatted(
                                user.getString("username"),
                                role(user.getJsonArray("groups").getString(0)),
                                user.getString("firstName")));
            }
            return logins;
        } catch (IOException e) {
            throw new BackingFailure("the realm file is unreadable: " + e.getMessage(), e);
        }
    }

    /// Of a group `/office/songfeng/consultant`.
    private static String role(String group) {
        return group.substring(group.lastIndexOf('/') + 1);
    }

    static void quietLibraries() {
        var settings = "handlers=java.util.logging.ConsoleHandler\n.level=SEVERE\n";
        try (var stream = new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8))) {
            LogManager.getLogManager().readConfiguration(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

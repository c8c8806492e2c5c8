package org.anchang.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.anchang.client.Office;
import org.anchang.rehearsal.load.Sender;

/// Rehearses a release against a copy of the project: `deploy/rehearse --project CODE [options]`.
public final class Rehearse {
    private static final int HELD = 0;
    private static final int MISSED = 1;
    private static final int NOT_REHEARSED = 2;

    private final Office office;
    private final Accounts accounts;
    private final RehearsalOptions options;
    private final Consumer<String> out;

    Rehearse(Office office, Accounts accounts, RehearsalOptions options, Consumer<String> out) {
        this.office = office;
        this.accounts = accounts;
        this.options = options;
        this.out = out;
    }

    /// @param arguments the folder of the local office, then the options
    public static void main(String... arguments) {
        System.exit(run(Path.of(arguments[0]), java.util.Arrays.copyOfRange(arguments, 1, arguments.length)));
    }

    private static int run(Path folder, String... arguments) {
        try {
            var options = RehearsalOptions.of(arguments);
            var addresses = Addresses.find(options, System.getenv(), folder);
            var password = System.getenv().getOrDefault("ANCHANG_PASSWORD", "anchang");
            try (var office = office(addresses.gateway(), addresses.oidc(), password)) {
                var accounts = new Accounts(addresses.oidc(), addresses.keycloakPassword());
                return new Rehearse(office, accounts, options, System.out::println).rehearse() ? HELD : MISSED;
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
        } catch (IOException | IllegalStateException e) {
            System.err.println("rehearse: " + e.getMessage());
        }
        return NOT_REHEARSED;
    }

    /// An office of which each request is sent once: what comes before and after the load is done or not.
    static Office office(URI gateway, URI oidc, String password) {
        return new Office(gateway.toString(), oidc.toString(), password, Duration.ZERO);
    }

    /// @return whether every limit held
    boolean rehearse() {
        var administrator = options.clerks().administrator();
        Findings findings;
        Witness before;
        try (var sender = new Sender(office.gateway());
                var _ = accounts.of(options.clerks().consultants())) {
            before = Witness.of(office, administrator, options.project());
            findings = inCopy(sender);
        }
        tellOfTheRealProject(before);
        findings.lines().forEach(out);
        var verdicts = findings.verdicts(options.limits());
        verdicts.forEach(
                verdict -> say("%s  %s: %s", verdict.held() ? "held  " : "MISSED", verdict.limit(), verdict.found()));
        return verdicts.stream().allMatch(Findings.Verdict::held);
    }

    private Findings inCopy(Sender sender) {
        var day = new OpeningDay(office, sender, options);
        var source = Copy.source(office, options);
        var copy = new Copy(office, options.copy(), options.clerks());
        copy.ready();
        try (var clearing = new Clearing(office, sender, options, out)) {
            var left = clearing.clear();
            if (!left.isNothing()) {
                say("a rehearsal before left %s: cleared", left);
            }
            var settings = HoldSettings.of(office, options, source.size());
            settings.notes().forEach(out);
            settings.forWarmUp(office, options);
            say("copying %,d units of %s to %s", source.size(), options.project(), options.copy());
            var copied = copy.of(source);
            var time = copy.open(copied.forWarmUp());
            say(
                    "warmed up with %,d commands in %d s",
                    day.warmUp(copied.forWarmUp()), options.warmUp().toSeconds());
            var held = clearing.clear().holds();
            if (held > 0) {
                say("%,d holds of the warm-up were not given back by whoever had them: given back now", held);
            }
            settings.forLoad(office, options);
            say(
                    "%,d buyers, served by %,d consultants, ask for %d units each, for %.1f minutes from the opening on",
                    options.buyers(), options.clerks().consultants().size(), options.tries(), minutes());
            var findings = day.play(copied.units(), () -> copy.plan(copied.units(), time));
            say("gave %,d holds back", day.giveBack(findings.load().grants()));
            return findings;
        }
    }

    private void tellOfTheRealProject(Witness before) {
        var after = Witness.of(office, options.clerks().administrator(), options.project());
        if (after.equals(before)) {
            say("%s is as it was: table %s, units %s", options.project(), after.table(), after.states());
        } else {
            say("%s was changed meanwhile, not by this rehearsal: %s before, %s now", options.project(), before, after);
        }
    }

    private double minutes() {
        return options.time().toMillis() / 60_000.0;
    }

    private void say(String form, Object... values) {
        out.accept(String.format(java.util.Locale.ROOT, form, values));
    }
}

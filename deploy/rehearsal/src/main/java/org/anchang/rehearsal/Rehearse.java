package org.anchang.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.anchang.rehearsal.load.Sender;

/// Rehearses a release against a copy of the project: `deploy/rehearse --project CODE [options]`.
public final class Rehearse {
    private static final int HELD = 0;
    private static final int MISSED = 1;
    private static final int NOT_REHEARSED = 2;

    private final SalesOffice office;
    private final RehearsalOptions options;
    private final Consumer<String> out;

    Rehearse(SalesOffice office, RehearsalOptions options, Consumer<String> out) {
        this.office = office;
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
            try (var office = new SalesOffice(addresses.gateway(), addresses.oidc(), password)) {
                return new Rehearse(office, options, System.out::println).rehearse() ? HELD : MISSED;
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
        } catch (IOException | IllegalStateException e) {
            System.err.println("rehearse: " + e.getMessage());
        }
        return NOT_REHEARSED;
    }

    /// @return whether every limit held
    boolean rehearse() {
        var clerks = options.clerks();
        var before = Witness.of(office, clerks.administrator(), options.project());
        var source = Copy.source(office, options);
        var copy = new Copy(office, options.copy(), clerks);
        copy.ready();
        var left = copy.withdraw();
        if (left > 0) {
            say("took %,d units off sale that a rehearsal before left", left);
        }
        Findings findings;
        try (var sender = new Sender(URI.create(office.gateway().toString()))) {
            say("copying %,d units of %s to %s", source.size(), options.project(), options.copy());
            var units = copy.of(source);
            var day = new OpeningDay(office, sender, clerks.consultants());
            try {
                var commands = day.warmUp(units, options.warmUp());
                say(
                        "warmed up with %,d commands in %d s",
                        commands, options.warmUp().toSeconds());
                say("%,d buyers ask for %d units each, for %.1f minutes", options.buyers(), options.tries(), minutes());
                findings = day.play(options, units);
                say("gave %,d holds back", day.giveBack(findings.load().grants()));
            } finally {
                say("withdrew the copy: %,d units off sale", copy.withdraw());
            }
        }
        tellOfTheRealProject(before);
        findings.lines().forEach(out);
        var verdicts = findings.verdicts(options.limits());
        verdicts.forEach(
                verdict -> say("%s  %s: %s", verdict.held() ? "held  " : "MISSED", verdict.limit(), verdict.found()));
        return verdicts.stream().allMatch(Findings.Verdict::held);
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

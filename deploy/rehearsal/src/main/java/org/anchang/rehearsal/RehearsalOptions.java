package org.anchang.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.anchang.rehearsal.load.Arrivals.Curve;
import org.jspecify.annotations.Nullable;

/// What is to be rehearsed, by whom, and what must hold on the day.
///
/// @param release   left out: every unit of the project
/// @param copy      code of the project for rehearsals, in which the copy is made
/// @param buyers    people who come; each asks for [#tries] units
/// @param url       of the gateway; left out: the office that runs here
/// @param oidc      the realm that issues tokens; left out likewise
/// @param clerks    user names of the people in whose name it is done
record RehearsalOptions(
        String project,
        @Nullable String release,
        String copy,
        int buyers,
        int tries,
        Curve curve,
        Duration time,
        Duration warmUp,
        int screens,
        @Nullable String url,
        @Nullable String oidc,
        Clerks clerks,
        Limits limits) {

    record Clerks(String administrator, String siteManager, List<String> consultants) {}

    /// What must hold.
    ///
    /// @param p50    milliseconds that half of the claims wait at most
    /// @param p99    of a hundred, 99
    /// @param p999   of a thousand, 999
    /// @param push   milliseconds from the click until 99 of 100 screens show it
    /// @param failed claims of a thousand that may end in an error or without an answer
    record Limits(double p50, double p99, double p999, double push, double failed) {}

    static final String USAGE = """
            deploy/rehearse --project CODE [options]
              --project CODE          the project that will open
              --release ID            units of this release alone (every unit of the project)
              --copy CODE             the project for rehearsals that the copy is made in (rehearsal)
              --buyers NUMBER         people who come (500)
              --tries NUMBER          units that each of them asks for (3)
              --curve NAME            opening (most come at once) or constant (opening)
              --minutes NUMBER        how long it lasts, e.g. 0.5 (2)
              --warm-up SECONDS       before the load (10)
              --screens NUMBER        open screens of the sales hall (10)
              --url ADDRESS           the gateway; ANCHANG_GATEWAY; else the office of deploy/up
              --oidc ADDRESS          the realm that issues tokens; ANCHANG_OIDC; else the office of deploy/up
              --administrator NAME    who makes the copy (admin.office)
              --site-manager NAME     who releases and withdraws it (chen.jing)
              --consultants NUMBER    as many as will serve on the day (40): the accounts rehearsal.1 to rehearsal.NUMBER;
                                      or NAMES of others, e.g. li.na,wang.lei. Commands of one and the same
                                      consultant wait for each other, as they do on the day
              --limit-p50 MS          half of the claims are answered within (100)
              --limit-p99 MS          99 of 100 claims (500)
              --limit-p999 MS         999 of 1,000 claims (1500)
              --limit-push MS         99 of 100 screens show it (1000)
              --limit-failed NUMBER   claims of 1,000 that may fail (0)
            Passwords: ANCHANG_PASSWORD, one for all (anchang). The accounts rehearsal.… are off and switched on meanwhile, with
            the password of Keycloak's admin: ANCHANG_KEYCLOAK_PASSWORD; else as the office of deploy/up knows it. Ends with 0 if every limit held, 1 if not, 2 if it could
            not be rehearsed.""";

    /// @throws IllegalArgumentException if an argument is not understood, with what to say about it
    static RehearsalOptions of(String... arguments) {
        var given = new Arguments(arguments);
        var options = new RehearsalOptions(
                given.text("--project", ""),
                given.textOrNull("--release"),
                given.text("--copy", "rehearsal"),
                given.count("--buyers", 500),
                given.count("--tries", 3),
                curve(given.text("--curve", "opening")),
                Duration.ofMillis((long) (given.number("--minutes", 2) * 60_000)),
                Duration.ofMillis((long) (given.number("--warm-up", 10) * 1_000)),
                given.count("--screens", 10),
                given.textOrNull("--url"),
                given.textOrNull("--oidc"),
                new Clerks(
                        given.text("--administrator", "admin.office"),
                        given.text("--site-manager", "chen.jing"),
                        consultants(given.text("--consultants", "40"))),
                new Limits(
                        given.number("--limit-p50", 100),
                        given.number("--limit-p99", 500),
                        given.number("--limit-p999", 1_500),
                        given.number("--limit-push", 1_000),
                        given.number("--limit-failed", 0)));
        given.refuseOthers();
        if (options.project.isEmpty()) {
            throw new IllegalArgumentException("--project is missing\n" + USAGE);
        }
        if (options.project.equals(options.copy)) {
            throw new IllegalArgumentException("a project is not rehearsed in itself: name another --copy");
        }
        if (options.buyers == 0 || options.tries == 0 || options.time.isZero()) {
            throw new IllegalArgumentException("--buyers, --tries and --minutes must be more than 0");
        }
        return options;
    }

    /// Accounts are the identity provider's to make: they must be there, bound to the project of the copy.
    private static List<String> consultants(String names) {
        return names.matches("[1-9]\\d{0,2}")
                ? IntStream.rangeClosed(1, Integer.parseInt(names))
                        .mapToObj(number -> "rehearsal." + number)
                        .toList()
                : List.of(names.split(","));
    }

    private static Curve curve(String name) {
        try {
            return Curve.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--curve is opening or constant, not " + name, e);
        }
    }
}

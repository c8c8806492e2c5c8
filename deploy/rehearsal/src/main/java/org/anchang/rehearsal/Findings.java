package org.anchang.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anchang.rehearsal.load.Listeners;
import org.anchang.rehearsal.load.Result;

/// What a rehearsal showed.
///
/// @param busiestSecond claims that were to be sent in it
/// @param screens       that were open
/// @param late          how long after its second the copy was open
record Findings(Result load, Listeners.Delays push, int busiestSecond, int screens, Duration late) {
    /// A limit, and what was found.
    record Verdict(String limit, String found, boolean held) {}

    /// What to expect on the day, in lines.
    List<String> lines() {
        return List.of(
                line("opened      %,d ms after its second", late.toMillis()),
                line(
                        "claims      %,d in %.1f s, %.1f/s; %,d in the busiest second",
                        load.sent(), load.elapsed().toMillis() / 1_000.0, load.perSecond(), busiestSecond),
                line("granted     %,d", load.granted()),
                line("refused     %,d (%.1f %%)", load.refused(), 100.0 * load.refused() / Math.max(1, load.sent())),
                line("failed      %,d, unanswered %,d", load.failed(), load.unknown()),
                line(
                        "answered    half within %.1f ms, 99 %% within %.1f ms, 99.9 %% within %.1f ms, all within %.1f ms",
                        load.millisAt(50), load.millisAt(99), load.millisAt(99.9), load.millisAt(100)),
                line(
                        "on screens  half within %.1f ms of the click, 99 %% within %.1f ms (%d screens)",
                        pushAt(50), pushAt(99), screens));
    }

    List<Verdict> verdicts(RehearsalOptions.Limits limits) {
        var verdicts = new ArrayList<>(List.of(
                within("half of the claims are answered", limits.p50(), load.millisAt(50)),
                within("99 of 100 claims are answered", limits.p99(), load.millisAt(99)),
                within("999 of 1,000 claims are answered", limits.p999(), load.millisAt(99.9)),
                new Verdict(
                        line("at most %.1f of 1,000 claims fail", limits.failed()),
                        line("%.1f", failedOfThousand()),
                        failedOfThousand() <= limits.failed()),
                new Verdict("INV-4 no unit is granted twice", line("%d", grantedTwice()), grantedTwice() == 0)));
        if (screens > 0) {
            verdicts.add(within("99 of 100 screens show it", limits.push(), pushAt(99)));
            verdicts.add(new Verdict(
                    "INV-7 every screen shows every change", line("%d missing", push.missed()), push.missed() == 0));
        }
        return verdicts;
    }

    private double failedOfThousand() {
        return 1_000.0 * (load.failed() + load.unknown()) / Math.max(1, load.sent());
    }

    /// No hold ends while the load lasts.
    private long grantedTwice() {
        return load.grants().size()
                - load.grants().stream()
                        .map(grant -> grant.shot().about())
                        .distinct()
                        .count();
    }

    private double pushAt(double percentile) {
        return push.histogram().getValueAtPercentile(percentile) / 1_000.0;
    }

    private static Verdict within(String what, double limit, double found) {
        return new Verdict(line("%s within %.0f ms", what, limit), line("%.1f ms", found), found <= limit);
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}

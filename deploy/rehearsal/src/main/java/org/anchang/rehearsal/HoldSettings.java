package org.anchang.rehearsal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.anchang.client.Office;

/// By which settings units of the copy are held: those of the real project, but for what the rehearsal itself would
/// run into and the day would not; that is said.
final class HoldSettings {
    static final String PER_CONSULTANT = "HOLD_LIMIT_PER_CONSULTANT";

    private static final String MINUTES = "HOLD_MINUTES";
    private static final String LONGEST = "HOLD_MINUTES_LONGEST";
    private static final List<String> OF_HOLDS = List.of(
            LONGEST,
            MINUTES,
            "HOLD_AGAIN_MINUTES",
            "HOLD_PAUSE_MINUTES_LONGEST",
            PER_CONSULTANT,
            "HOLD_LIMIT_PER_CUSTOMER");
    private static final String NO_LIMIT = "1000000";
    private static final ZoneId OFFICE_ZONE = ZoneId.of("Asia/Shanghai");
    /// For what comes before the load and after it.
    private static final Duration BESIDES = Duration.ofMinutes(5);

    private final Map<String, String> values = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private HoldSettings(Map<String, String> ofProject) {
        OF_HOLDS.stream().filter(ofProject::containsKey).forEach(name -> values.put(name, ofProject.get(name)));
    }

    /// Those of the project that is rehearsed, for this load on so many units.
    static HoldSettings of(Office office, RehearsalOptions options, int units) {
        var ofProject = new HashMap<String, String>();
        office.person(options.clerks().administrator())
                .all("/inventory-settings/" + options.project())
                .forEach(setting -> ofProject.put(
                        setting.path("name").asText(), setting.path("value").asText()));
        var settings = new HoldSettings(ofProject);
        settings.letHoldsOutlast(options.time());
        settings.letAllBeServed(options, units);
        return settings;
    }

    /// What was not taken over as it is, in lines.
    List<String> notes() {
        return notes;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /// For the warm-up, in which each consultant holds more than on the day.
    void forWarmUp(Office office, RehearsalOptions options) {
        values.forEach(
                (name, value) -> set(office, options, Map.entry(name, name.equals(PER_CONSULTANT) ? NO_LIMIT : value)));
    }

    void forLoad(Office office, RehearsalOptions options) {
        set(office, options, Map.entry(PER_CONSULTANT, value(PER_CONSULTANT)));
    }

    /// A hold that ended meanwhile could be granted again, and rightly.
    private void letHoldsOutlast(Duration load) {
        var needed = load.plus(BESIDES).toMinutes() + 1;
        if (number(MINUTES) < needed || number(LONGEST) < needed) {
            note("%s is %d for the rehearsal, not %s: no hold ends while it lasts", MINUTES, needed, value(MINUTES));
            values.put(MINUTES, Long.toString(Math.max(needed, number(MINUTES))));
            values.put(LONGEST, Long.toString(Math.max(needed, number(LONGEST))));
        }
    }

    /// On the day a deposit frees a consultant for the next hold; here nobody pays.
    private void letAllBeServed(RehearsalOptions options, int units) {
        var consultants = options.clerks().consultants().size();
        var wanted = Math.min((long) options.buyers() * options.tries(), units);
        if (number(PER_CONSULTANT) * consultants < wanted) {
            note(
                    "%s is %s and %,d consultants serve %,d units without a deposit: no limit for the rehearsal",
                    PER_CONSULTANT, value(PER_CONSULTANT), consultants, wanted);
            values.put(PER_CONSULTANT, NO_LIMIT);
        }
    }

    private long number(String name) {
        return Long.parseLong(values.getOrDefault(name, "0"));
    }

    private void note(String form, Object... values) {
        notes.add(String.format(Locale.ROOT, form, values));
    }

    private static void set(Office office, RehearsalOptions options, Map.Entry<String, String> setting) {
        office.person(options.clerks().administrator())
                .post(
                        "/inventory-settings/" + options.copy() + "/" + setting.getKey(),
                        Map.of(
                                "value",
                                setting.getValue(),
                                "validFrom",
                                LocalDate.now(OFFICE_ZONE).toString(),
                                "reason",
                                Copy.WORD))
                .done();
    }
}

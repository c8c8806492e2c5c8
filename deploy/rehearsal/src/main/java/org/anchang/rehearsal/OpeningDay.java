package org.anchang.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.rehearsal.load.Arrivals;
import org.anchang.rehearsal.load.Listeners;
import org.anchang.rehearsal.load.Result;
import org.anchang.rehearsal.load.Sender;
import org.anchang.rehearsal.load.Shot;

/// The load of an opening day on units that are on sale: warms the office up, then sends it.
public final class OpeningDay {
    private static final String API = "/api/v1";
    private static final int CLIENTS = 8;
    private static final int WARM_UNITS = 64;

    private final SalesOffice office;
    private final Sender sender;
    private final List<String> consultants;

    /// @param consultants in whose name, in turn
    public OpeningDay(SalesOffice office, Sender sender, List<String> consultants) {
        this.office = office;
        this.sender = sender;
        this.consultants = consultants;
    }

    /// Holds a few of the units and gives them back, over and over.
    ///
    /// @return how many commands that were
    long warmUp(List<String> units, Duration time) {
        var until = System.nanoTime() + time.toNanos();
        var some = units.subList(0, Math.min(WARM_UNITS, units.size()));
        long commands = 0;
        while (System.nanoTime() - until < 0) {
            var held = sender.all(CLIENTS, some.size(), number -> claim(some.get(number), number));
            if (held.granted() == 0) {
                throw new IllegalStateException("nothing can be held in the copy: " + held.statuses());
            }
            commands += held.sent() + giveBack(held.grants());
        }
        return commands;
    }

    /// Sends the load while screens are open.
    Findings play(RehearsalOptions options, List<String> units) {
        var arrivals = Arrivals.of(options.curve(), options.buyers() * options.tries(), options.time());
        var wishes = new Popularity(units, 1);
        consultants.forEach(office::token);
        try (var screens = new Listeners(
                office.gateway(),
                API + "/sales-control/" + options.copy() + "/changes",
                number -> office.token(consultants.get(number % consultants.size())),
                options.screens())) {
            var result = sender.byPlan(arrivals, number -> claim(wishes.next(), number));
            return new Findings(result, screens.delays(result.grants()), arrivals.busiestSecond(), options.screens());
        }
    }

    /// @return how many holds were given back
    long giveBack(List<Result.Grant> grants) {
        return sender.all(CLIENTS, grants.size(), number -> released(grants.get(number)))
                .granted();
    }

    /// Somebody asks for a unit for a customer who is known to nobody.
    public Shot claim(String unit, int number) {
        var customer = UUID.randomUUID().toString();
        return new Shot(
                API + "/holds",
                office.token(consultants.get(number % consultants.size())),
                customer,
                "{\"unit\":\"%s\",\"customer\":\"%s\"}".formatted(unit, customer),
                unit);
    }

    private Shot released(Result.Grant grant) {
        var hold = SalesOffice.read(grant.answer()).path("id").asText();
        return new Shot(
                API + "/holds/" + hold + "/release",
                grant.shot().token(),
                UUID.randomUUID().toString(),
                SalesOffice.json(Map.of("reason", "排练结束")),
                grant.shot().about());
    }
}

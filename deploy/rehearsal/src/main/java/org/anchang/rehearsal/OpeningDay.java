package org.anchang.rehearsal;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.anchang.client.Answer;
import org.anchang.client.Office;
import org.anchang.rehearsal.load.Arrivals;
import org.anchang.rehearsal.load.Listeners;
import org.anchang.rehearsal.load.Result;
import org.anchang.rehearsal.load.Sender;
import org.anchang.rehearsal.load.Shot;

/// The load of an opening day: warms the office up, then sends it from the second on at which the doors open.
final class OpeningDay {
    private static final String API = "/api/v1";
    private static final int CLIENTS = 8;

    private final Office office;
    private final Sender sender;
    private final RehearsalOptions options;
    private final List<String> consultants;

    OpeningDay(Office office, Sender sender, RehearsalOptions options) {
        this.office = office;
        this.sender = sender;
        this.options = options;
        consultants = options.clerks().consultants();
        office.keepSignedIn(consultants);
    }

    /// Holds these units and gives them back, over and over.
    ///
    /// @return how many commands that were
    long warmUp(List<String> units) {
        var until = System.nanoTime() + options.warmUp().toNanos();
        long commands = 0;
        while (System.nanoTime() - until < 0) {
            var held = sender.all(CLIENTS, units.size(), number -> claim(units.get(number), customer(), token(number)));
            if (held.granted() == 0) {
                throw new IllegalStateException("nothing can be held in the copy: " + held.statuses());
            }
            commands += held.sent() + giveBack(held.grants());
        }
        return commands;
    }

    /// Opens screens, lets the doors be opened, and sends the load from that second on. A buyer asks for one unit
    /// after another as one and the same customer, however many were granted before.
    ///
    /// @param doors plans the opening
    Findings play(List<String> units, Supplier<Opening> doors) {
        var arrivals = Arrivals.of(options.curve(), options.buyers() * options.tries(), options.time());
        var wishes = new Popularity(units, 1);
        var buyers =
                IntStream.range(0, options.buyers()).mapToObj(_ -> customer()).toList();
        IntFunction<Shot> claims =
                number -> claim(wishes.next(), buyers.get(number % buyers.size()), token(number % buyers.size()));
        try (var screens = new Listeners(
                office.gateway(),
                API + "/sales-control/" + options.copy() + "/changes",
                number -> office.token(consultants.get(number % consultants.size())),
                options.screens())) {
            var opening = doors.get();
            var result = sender.byPlan(opening.moment(), arrivals, claims);
            return new Findings(
                    result,
                    screens.delays(result.grants()),
                    arrivals.busiestSecond(),
                    options.screens(),
                    opening.late(office.person(options.clerks().siteManager())));
        }
    }

    /// @return how many holds were given back
    long giveBack(List<Result.Grant> grants) {
        return sender.all(CLIENTS, grants.size(), number -> released(grants.get(number)))
                .granted();
    }

    /// Of the consultant who serves the buyer of that number.
    private String token(int buyer) {
        return office.token(consultants.get(buyer % consultants.size()));
    }

    /// Somebody who is known to nobody.
    private static String customer() {
        return UUID.randomUUID().toString();
    }

    private static Shot claim(String unit, String customer, String token) {
        return new Shot(
                API + "/holds",
                token,
                UUID.randomUUID().toString(),
                "{\"unit\":\"%s\",\"customer\":\"%s\"}".formatted(unit, customer),
                unit);
    }

    private Shot released(Result.Grant grant) {
        var hold = Answer.read(grant.answer());
        return new Shot(
                API + "/holds/" + hold.path("id").asText() + "/release",
                office.token(hold.path("consultant").asText()),
                UUID.randomUUID().toString(),
                "{\"reason\":\"排练结束\"}",
                grant.shot().about());
    }
}

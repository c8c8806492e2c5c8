package org.anchang.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.anchang.client.Office;
import org.anchang.client.Person;
import org.anchang.rehearsal.load.Sender;

/// Whatever breaks off a rehearsal, also the end of this JVM: plans of the copy are withdrawn, holds given back, and
/// what is on sale is taken off. The copies stay for reference: holds and prices are on record for good.
final class Clearing implements AutoCloseable {
    private static final int ROUNDS = 20;
    private static final int CONFLICT = 409;
    private static final Map<String, String> OVER = Map.of("reason", Copy.WORD + "结束");

    private final String code;
    private final Person siteManager;
    private final Consumer<String> out;
    private final Thread atTheEnd;

    /// @param load is cut off if the JVM ends
    Clearing(Office office, Sender load, RehearsalOptions options, Consumer<String> out) {
        atTheEnd = new Thread(
                () -> {
                    load.close();
                    clear();
                },
                "clearing");
        code = options.copy();
        siteManager = office.person(options.clerks().siteManager());
        this.out = out;
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /// How much was left.
    record Left(int plans, int holds, int onSale) {
        Left plus(Left more) {
            return new Left(plans + more.plans, holds + more.holds, onSale + more.onSale);
        }

        boolean isNothing() {
            return plans + holds + onSale == 0;
        }
    }

    /// Until a look finds nothing: what was on its way when the load broke off may still come about.
    ///
    /// @throws IllegalStateException if there is no end of it
    synchronized Left clear() {
        var all = new Left(0, 0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            var found = new Left(withdrawPlans(), giveBackHolds(), takeOffSale());
            all = all.plus(found);
            if (found.isNothing()) {
                return all;
            }
        }
        throw new IllegalStateException("project " + code + " does not come to rest: " + all + " cleared so far");
    }

    @Override
    public void close() {
        var left = clear();
        out.accept("cleared the copy: %d plans withdrawn, %d holds given back, %d units off sale"
                .formatted(left.plans, left.holds, left.onSale));
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException _) {
            // The JVM ends, and the hook runs.
        }
    }

    /// @param id where it stands in what it is about
    private record Command(String path, String id) {
        String on(JsonNode one) {
            return path.formatted(one.at(id).asText());
        }
    }

    private int withdrawPlans() {
        return Math.addExact(withdraw("PLANNED"), withdraw("BLOCKED"));
    }

    private int withdraw(String state) {
        return each("/releases?project=" + code + "&state=" + state, new Command("/releases/%s/withdrawal", "/id"));
    }

    private int giveBackHolds() {
        return each("/units?project=" + code + "&state=HELD", new Command("/holds/%s/release", "/hold/id"));
    }

    private int takeOffSale() {
        return each("/units?project=" + code + "&state=AVAILABLE", new Command("/units/%s/withholdings", "/id"));
    }

    /// A hold that a deal has claimed is the deal's to end.
    ///
    /// @return how many; one that is just being changed comes in the next round
    private int each(String list, Command command) {
        List<JsonNode> found = siteManager.all(list).stream()
                .filter(one -> !one.hasNonNull("deal"))
                .toList();
        for (var one : found) {
            var answer = siteManager.post(command.on(one), OVER);
            if (answer.status() != CONFLICT) {
                answer.done();
            }
        }
        return found.size();
    }
}

package org.anchang.reporting.model;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.anchang.events.Event;
import org.anchang.kit.json.EventJson;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.anchang.reporting.model.History.Told;
import org.jboss.logging.Logger;

/// RPT-2: makes the read models anew while the old ones are read, and removes those that nobody reads any
/// more. Whoever does it says so with each step; where nobody was heard of for a while, another replica
/// begins again, which changes nothing of what was taken in already.
///
/// What is told meanwhile goes into both generations ([Facts]). Whatever came before a generation could
/// be seen stands in the topics by then, so that nothing is missed between the two.
@ApplicationScoped
class Rebuilding implements Sweep {
    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final int TRIES = 5;
    private static final int ROWS_AT_ONCE = 20_000;
    private static final List<String> TABLES = List.of(
            "seen_customer",
            "seen_merge",
            "seen_visit",
            "seen_loss",
            "seen_dossier",
            "seen_unit",
            "seen_deal",
            "seen_money",
            "seen_step",
            "seen_due",
            "seen_request",
            "seen_approval",
            "seen_share");
    private static final String SOME = """
            DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE generation = :number LIMIT :most))""";

    @Inject
    Slices slices;

    @Inject
    @All
    List<Facts<?>> facts;

    @Inject
    Generations generations;

    @Inject
    History history;

    @Inject
    EventJson json;

    @Inject
    Database database;

    private volatile boolean stopping;

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Override
    public String nextDue() {
        return "SELECT min(beat_at) + " + Generations.PATIENCE
                + " FROM generation WHERE state IN ('BUILDING', 'LEAVING')";
    }

    @Override
    @ActivateRequestContext
    public void run() {
        slices.call(generations::claim).ifPresent(waiting -> {
            if (waiting.state().equals("BUILDING")) {
                build(waiting.number());
            } else {
                clear(waiting.number());
            }
        });
    }

    private void build(int number) {
        Map<String, Facts<?>> languages =
                facts.stream().collect(Collectors.toMap(it -> EventJson.topicOf(it.language()), it -> it));
        var begun = System.nanoTime();
        var isThrough = history.read(languages.keySet(), () -> !stopping, told -> takeIn(told, languages, number));
        if (isThrough) {
            slices.run(() -> generations.swap(number));
            LOG.infof(
                    "Generation %d is read from now on, after %d ms", number, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    /// Somebody who takes in what is told now may hold what this waits for, the other way round: one of
    /// them is tried again.
    private void takeIn(List<Told> told, Map<String, Facts<?>> languages, int number) {
        for (int left = TRIES; ; left--) {
            try {
                slices.run(() -> {
                    told.forEach(one -> takeIn(one, Objects.requireNonNull(languages.get(one.topic())), number));
                    generations.beat(number, told.size());
                });
                return;
            } catch (RuntimeException e) {
                if (left == 1 || !DatabaseTrouble.isPassing(e)) {
                    throw e;
                }
            }
        }
    }

    private <E extends Event> void takeIn(Told told, Facts<E> facts, int number) {
        E event;
        try {
            event = json.read(facts.language(), told.type(), told.aggregate(), told.payload());
        } catch (IllegalArgumentException e) {
            // The inbox cannot read it either, and has it parked.
            return;
        }
        facts.take(event, new EventPlace(number, told.sequence()));
    }

    private void clear(int number) {
        for (var table : TABLES) {
            var some = SOME.formatted(table);
            int gone;
            do {
                gone = slices.call(() -> database.sql(some)
                        .with("number", number)
                        .with("most", ROWS_AT_ONCE)
                        .write());
            } while (gone == ROWS_AT_ONCE && !stopping);
        }
        if (!stopping) {
            slices.run(() -> generations.gone(number));
        }
    }
}

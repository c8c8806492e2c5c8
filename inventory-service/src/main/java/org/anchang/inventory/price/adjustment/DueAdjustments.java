package org.anchang.inventory.price.adjustment;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.price.PriceTurn;
import org.anchang.inventory.price.adjustment.BringingIntoForce.Due;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.anchang.kit.work.LongWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// INV-2: planned price changes take effect at their second, by the clock of the database. What was missed in an
/// outage is made up for in the first seconds after it, in the order in which it was due. Those of many units do so
/// in slices, each a transaction of its own, so that a unit is locked no longer than its slice takes; who breaks off
/// leaves the rest to the next look, of whichever replica.
@ApplicationScoped
class DueAdjustments implements Sweep {
    /// How far one adjustment is; null: at its beginning.
    private record Reached(UUID adjustment, @Nullable UUID unit) {}

    private record Next(UUID id, int units, String by) {}

    private static final String NEXT_DUE = """
            SELECT least((SELECT min(effective_at) FROM price_adjustment WHERE state = 'PLANNED'),
                         (SELECT clock_timestamp() FROM price_adjustment WHERE state = 'IN_PROGRESS' LIMIT 1))""";
    private static final String DUE_PROJECTS = """
            SELECT project FROM price_adjustment WHERE state = 'PLANNED' AND effective_at <= clock_timestamp()
            UNION SELECT project FROM price_adjustment WHERE state = 'IN_PROGRESS'""";
    private static final String NEXT = """
            SELECT id, units, decided_by AS by FROM price_adjustment
            WHERE project = :project AND (state = 'IN_PROGRESS' OR state = 'PLANNED' AND effective_at <= clock_timestamp())
            ORDER BY effective_at NULLS FIRST, id LIMIT 1""";
    private static final String SLICE = """
            SELECT j.id, j.project, j.decided_by AS by, ARRAY (
                SELECT n.unit FROM price_adjustment_unit n
                WHERE n.adjustment = j.id AND (CAST(:after AS uuid) IS NULL OR n.unit > :after)
                  AND NOT EXISTS (SELECT 1 FROM price_on_record p WHERE p.unit = n.unit AND p.adjustment = j.id)
                  AND NOT EXISTS (SELECT 1 FROM price_adjustment_left_out l WHERE l.adjustment = j.id AND l.unit = n.unit)
                ORDER BY n.unit LIMIT :most) AS units
            FROM price_adjustment j WHERE j.id = :adjustment""";
    private static final String APPLIED = """
            UPDATE price_adjustment SET state = 'APPLIED', applied_at = clock_timestamp(),
                left_out = (SELECT count(*) FROM price_adjustment_left_out WHERE adjustment = :adjustment)
            WHERE id = :adjustment""";

    @ConfigProperty(name = "anchang.price-adjustments.slice")
    int slice;

    @Inject
    Slices slices;

    @Inject
    PriceAdjustments adjustments;

    @Inject
    BringingIntoForce force;

    @Inject
    PriceTurn turn;

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Inject
    LongWork longWork;

    @Inject
    AuditedTransaction transaction;

    @Override
    public String nextDue() {
        return NEXT_DUE;
    }

    @Override
    public void run() {
        slices.call(() -> database.sql(DUE_PROJECTS).rows(String.class))
                .forEach(project -> quietly(() -> takeThoseThatAreDue(project)));
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldPreviews() {
        quietly(() -> longWork.run(() -> {
            for (var project : adjustments.projectsWithPreviews()) {
                adjustments.lapse(project, settings.integer(project, InventorySetting.PRICE_PREVIEW_DAYS));
            }
            adjustments.forgetTheLapsed();
        }));
    }

    /// So few that a command may change all of them at once.
    int few() {
        return slice;
    }

    /// Takes what is due in the project already, so that what is decided next rests on it.
    ///
    /// @throws org.anchang.kit.problem.Refused CONFLICT_TRY_AGAIN where these are many units
    @Transactional(Transactional.TxType.MANDATORY)
    void takeWhatIsDue(String project) {
        for (var next = next(project); next.isPresent(); next = next(project)) {
            refuseIf(next.get().units() > slice, KitRefusal.CONFLICT_TRY_AGAIN);
            take(next.get().id());
        }
    }

    /// Brings the prices of a decided adjustment of few units into force, whose turn it is in its project.
    @Transactional(Transactional.TxType.MANDATORY)
    void take(UUID id) {
        force.take(slice(new Reached(id, null), Integer.MAX_VALUE));
        applied(id);
    }

    /// One after the other: a later one may rest on an earlier.
    private void takeThoseThatAreDue(String project) {
        var reached = Optional.<Reached>empty();
        do {
            var before = reached;
            reached = longWork.call(() -> takeNext(project, before));
        } while (reached.isPresent());
    }

    /// @param before where the last slice ended
    /// @return where this one does; empty if there is none to be taken
    private Optional<Reached> takeNext(String project, Optional<Reached> before) {
        if (!turn.tryToTake(project)) {
            return Optional.empty();
        }
        return next(project).map(next -> {
            var from = before.filter(reached -> reached.adjustment().equals(next.id()))
                    .orElse(new Reached(next.id(), null));
            var due = slice(from, slice);
            var units = due.units();
            if (!units.isEmpty()) {
                force.take(due);
            }
            if (units.size() < slice) {
                transaction.inTheNameOf(next.by(), () -> applied(next.id()));
                return new Reached(next.id(), null);
            }
            force.begun(next.id());
            return new Reached(next.id(), units.getLast());
        });
    }

    private Due slice(Reached from, int most) {
        return database.sql(SLICE)
                .with("after", from.unit())
                .with("most", most)
                .with("adjustment", from.adjustment())
                .one(Due.class);
    }

    private Optional<Next> next(String project) {
        return database.sql(NEXT).with("project", project).row(Next.class);
    }

    private void applied(UUID id) {
        database.sql(APPLIED).with("adjustment", id).write();
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                throw e;
            }
        }
    }
}

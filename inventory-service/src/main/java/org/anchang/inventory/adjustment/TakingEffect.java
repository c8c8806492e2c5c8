package org.anchang.inventory.adjustment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.Statements;
import org.anchang.inventory.Units;
import org.anchang.inventory.valuation.ChangingPrices;
import org.anchang.inventory.valuation.ChangingPrices.Author;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.work.LongWork;

/// INV-2: planned price changes take effect at their second, by the clock of the database. Every replica looks each
/// second; what was missed in an outage is made up for in the first seconds after it, in the order in which it was
/// due.
@ApplicationScoped
class TakingEffect {
    private record Due(UUID id, String project, String by) {}

    private static final String DUE_PROJECTS = """
            SELECT DISTINCT project FROM price_adjustment WHERE state = 'PLANNED' AND effective_at <= clock_timestamp()""";
    private static final String DUE = """
            SELECT id FROM price_adjustment
            WHERE project = ? AND state = 'PLANNED' AND effective_at <= clock_timestamp() ORDER BY effective_at, id LIMIT 1""";
    private static final String ONE = "SELECT id, project, decided_by FROM price_adjustment WHERE id = ?";
    private static final String LOCK = """
            SELECT count(*) FROM (
                SELECT id FROM unit WHERE id IN (SELECT unit FROM price_adjustment_unit WHERE adjustment = ?)
                ORDER BY id FOR NO KEY UPDATE) locked""";
    /// INV-12, and what was sold or priced anew since the adjustment was decided.
    private static final String LEAVE_OUT = """
            INSERT INTO price_adjustment_left_out (adjustment, unit, reason)
            SELECT n.adjustment, n.unit, o.reason
            FROM price_adjustment_unit n JOIN unit u ON u.id = n.unit
            JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
            CROSS JOIN LATERAL (SELECT CASE
                WHEN u.state NOT IN ('CLOSED', 'AVAILABLE', 'WITHHELD', 'HELD') THEN 'SOLD'
                WHEN (p.unit_price, p.list_total, p.area, p.basis)
                    IS DISTINCT FROM (n.unit_price_before, n.list_total_before, n.area, n.basis) THEN 'PRICE_HAS_CHANGED'
                WHEN n.list_total < p.floor_price THEN 'BELOW_FLOOR_PRICE' END AS reason) o
            WHERE n.adjustment = ? AND o.reason IS NOT NULL""";
    private static final String PRICE = """
            INSERT INTO unit_price (unit, version, basis, area, unit_price, list_total, floor_price, effective_from, reason,
                                    set_by, set_at, adjustment)
            SELECT n.unit, p.version + 1, n.basis, n.area, n.unit_price, n.list_total, p.floor_price,
                   coalesce(j.effective_at, j.decided_at), j.reason, j.decided_by, j.decided_at, j.id
            FROM price_adjustment j JOIN price_adjustment_unit n ON n.adjustment = j.id JOIN unit u ON u.id = n.unit
            JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
            WHERE j.id = ? AND NOT EXISTS (SELECT 1 FROM price_adjustment_left_out l
                WHERE l.adjustment = n.adjustment AND l.unit = n.unit)""";
    private static final String REMEMBER = """
            INSERT INTO unit_history (unit, project, at, person, what, price_version, reason)
            SELECT p.unit, u.project, ?, p.set_by, 'PRICE_CHANGED', p.version, p.reason
            FROM unit_price p JOIN unit u ON u.id = p.unit WHERE p.adjustment = ?""";
    private static final String CHANGE = """
            UPDATE unit u SET price_version = p.version FROM unit_price p WHERE p.adjustment = ? AND u.id = p.unit
            RETURNING u.id, p.unit_price, p.list_total, p.version""";
    private static final String APPLIED = """
            UPDATE price_adjustment SET state = 'APPLIED', applied_at = clock_timestamp(),
                left_out = (SELECT count(*) FROM price_adjustment_left_out WHERE adjustment = ?)
            WHERE id = ?""";

    @Inject
    PriceAdjustments adjustments;

    @Inject
    ChangingPrices prices;

    @Inject
    Units units;

    @Inject
    Statements statements;

    @Inject
    Settings settings;

    @Inject
    LongWork longWork;

    @Inject
    OfficeClock clock;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeThoseThatAreDue() {
        quietly(() -> QuarkusTransaction.requiringNew()
                .call(() -> statements.rows(DUE_PROJECTS, row -> row.getString(1)))
                .forEach(this::takeThoseThatAreDue));
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

    /// Takes what is due in the project already, so that what is decided next rests on it.
    @Transactional(Transactional.TxType.MANDATORY)
    void takeWhatIsDue(String project) {
        for (var next = next(project); next.isPresent(); next = next(project)) {
            take(next.get());
        }
    }

    /// Brings the prices of a decided adjustment into force, whose turn it is in its project.
    @Transactional(Transactional.TxType.MANDATORY)
    void take(UUID id) {
        var due = statements
                .row(ONE, row -> new Due(row.getObject(1, UUID.class), row.getString(2), row.getString(3)), id)
                .orElseThrow();
        var at = clock.instant();
        statements.row(LOCK, _ -> true, id);
        statements.write(LEAVE_OUT, id);
        statements.write(PRICE, id);
        statements.write(REMEMBER, at, id);
        prices.tell(due.project(), new Author(due.by(), at), CHANGE, id);
        statements.write(APPLIED, id, id);
        units.cellsChanged(due.project());
    }

    /// One after the other: a later one may rest on an earlier.
    private void takeThoseThatAreDue(String project) {
        boolean taken;
        do {
            taken = longWork.call(() -> takeNext(project));
        } while (taken);
    }

    private boolean takeNext(String project) {
        if (!prices.tryLock(project)) {
            return false;
        }
        var next = next(project);
        next.ifPresent(this::take);
        return next.isPresent();
    }

    private Optional<UUID> next(String project) {
        return statements.row(DUE, row -> row.getObject(1, UUID.class), project);
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

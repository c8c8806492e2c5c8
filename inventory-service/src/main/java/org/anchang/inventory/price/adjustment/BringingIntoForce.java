package org.anchang.inventory.price.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.price.NewPrices;
import org.anchang.inventory.price.NewPrices.Author;
import org.anchang.inventory.price.PriceTurn;
import org.anchang.inventory.unit.Stock;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;

/// INV-2, INV-8: makes the prices of a decided adjustment those that count, of some of its units at a time.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BringingIntoForce {
    /// A decided adjustment whose prices have not come into force yet, of these units.
    record Due(UUID id, String project, String by, List<UUID> units) {}

    private static final String OF_UNITS = """
            SELECT j.id, j.project, j.decided_by AS by, n.units
            FROM price_adjustment j CROSS JOIN LATERAL (
                SELECT array_agg(n.unit ORDER BY n.unit) AS units FROM price_adjustment_unit n
                WHERE n.adjustment = j.id AND n.unit = ANY (:units)
                  AND NOT EXISTS (SELECT 1 FROM price_on_record p WHERE p.unit = n.unit AND p.adjustment = j.id)
                  AND NOT EXISTS (SELECT 1 FROM price_adjustment_left_out l WHERE l.adjustment = j.id AND l.unit = n.unit)) n
            WHERE j.project = :project AND n.units IS NOT NULL AND (j.state = 'IN_PROGRESS'
                OR j.state = 'PLANNED' AND j.effective_at <= greatest(clock_timestamp(), CAST(:moment AS timestamptz)))
            ORDER BY j.effective_at NULLS FIRST, j.id""";
    /// INV-12, and what was sold or priced anew since the adjustment was decided.
    private static final String LEAVE_OUT = """
            INSERT INTO price_adjustment_left_out (adjustment, unit, reason)
            SELECT n.adjustment, n.unit, o.reason
            FROM price_adjustment_unit n JOIN unit_standing u ON u.id = n.unit JOIN counting_price p ON p.unit = n.unit
            CROSS JOIN LATERAL (SELECT CASE
                WHEN u.sold THEN 'SOLD'
                WHEN (p.unit_price, p.list_total, p.area, p.basis)
                    IS DISTINCT FROM (n.unit_price_before, n.list_total_before, n.area, n.basis) THEN 'PRICE_HAS_CHANGED'
                WHEN n.list_total < p.floor_price THEN 'BELOW_FLOOR_PRICE' END AS reason) o
            WHERE n.adjustment = :adjustment AND n.unit = ANY (:units) AND o.reason IS NOT NULL""";
    private static final String PRICE = NewPrices.prices("""
            SELECT n.unit, p.version + 1 AS version, n.basis, n.area, n.unit_price, n.list_total, p.floor_price,
                   coalesce(j.effective_at, j.decided_at) AS effective_from, NULL::uuid AS price_list, j.id AS adjustment, j.reason,
                   j.decided_by AS set_by, j.decided_at AS set_at
            FROM price_adjustment j JOIN price_adjustment_unit n ON n.adjustment = j.id JOIN counting_price p ON p.unit = n.unit
            WHERE j.id = :adjustment AND n.unit = ANY (:units) AND NOT EXISTS (SELECT 1 FROM price_adjustment_left_out l
                WHERE l.adjustment = n.adjustment AND l.unit = n.unit)""");
    private static final String REMEMBER = Stock.remembered("""
            SELECT p.unit, CAST(:project AS text) AS project, CAST(:at AS timestamptz) AS at, p.set_by AS person,
                   'PRICE_CHANGED' AS what, p.version AS price_version, p.reason
            FROM price_on_record p WHERE p.adjustment = :adjustment AND p.unit = ANY (:units)""");
    private static final String CHANGE = Stock.repriced("""
            SELECT unit, unit_price, list_total, version AS price_version
            FROM price_on_record WHERE adjustment = :adjustment AND unit = ANY (:units)""");
    private static final String BEGUN =
            "UPDATE price_adjustment SET state = 'IN_PROGRESS' WHERE id = :adjustment AND state = 'PLANNED'";

    @Inject
    PriceTurn turn;

    @Inject
    NewPrices prices;

    @Inject
    Units units;

    @Inject
    Database database;

    @Inject
    AuditedTransaction transaction;

    @Inject
    OfficeClock clock;

    /// Takes the turn at the prices of the project if anything is due for the units by a moment that may lie ahead.
    /// To be asked before the first of them is locked: whoever changes prices locks units while it has the turn.
    ///
    /// @param project of all the units
    /// @return whether anything is
    public boolean takeTurn(String project, List<UUID> chosen, Instant moment) {
        if (dueOf(project, chosen, moment).isEmpty()) {
            return false;
        }
        turn.takeInAnyCase(project);
        return true;
    }

    /// Brings into force whatever is due for some of the units whose turn was taken, for a transaction that ends at the
    /// moment or later. So nobody sees them on sale at a price that counts no more.
    public void allThatIsDue(String project, List<UUID> chosen, Instant moment) {
        for (var due : dueOf(project, chosen, moment)) {
            begun(due.id());
            take(due, later(moment, clock.instant()));
        }
    }

    /// Of the units of a slice, none of which has its price yet.
    void take(Due due) {
        take(due, clock.instant());
    }

    /// Some of its prices have come into force, not yet all.
    void begun(UUID adjustment) {
        database.sql(BEGUN).with("adjustment", adjustment).write();
    }

    private void take(Due due, Instant at) {
        transaction.inTheNameOf(due.by(), () -> bringIntoForce(due, at));
    }

    private void bringIntoForce(Due due, Instant at) {
        units.lock(due.units());
        statement(due, LEAVE_OUT).write();
        statement(due, PRICE).write();
        statement(due, REMEMBER).with("project", due.project()).with("at", at).write();
        prices.tell(due.project(), new Author(due.by(), at), statement(due, CHANGE));
        units.cellsChanged(due.project());
    }

    private Statement statement(Due due, String sql) {
        return database.sql(sql).with("adjustment", due.id()).with("units", due.units());
    }

    private List<Due> dueOf(String project, List<UUID> chosen, Instant moment) {
        return database.sql(OF_UNITS)
                .with("units", chosen)
                .with("project", project)
                .with("moment", moment)
                .rows(Due.class);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

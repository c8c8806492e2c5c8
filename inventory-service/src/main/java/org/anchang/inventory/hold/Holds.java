package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.inventory.UnitState;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;

/// All holds: consultants see their own, managers those of their projects (SEC-1).
@ApplicationScoped
public class Holds implements PanacheRepositoryBase<Hold, UUID> {
    /// INV-4: the hold that a deal has on a unit.
    public record ClaimedUnit(UUID hold, UUID unit, UnitState state) {}

    record Ended(UUID hold, UUID unit) {}

    private static final String CLAIMED = """
            SELECT h.id, h.unit, u.state FROM hold h JOIN unit u ON u.id = h.unit
            WHERE h.unit = ? AND h.deal = ? AND h.ended_at IS NULL FOR UPDATE OF h""";
    private static final String END = """
            UPDATE hold SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL""";
    private static final String END_EXPIRED = """
            UPDATE hold h SET ended_at = ?, end_reason = 'EXPIRED'
            FROM (SELECT id FROM hold WHERE ended_at IS NULL AND deal IS NULL AND expires_at <= clock_timestamp()
                  ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED) due
            WHERE h.id = due.id RETURNING h.id, h.unit""";

    @Inject
    Statements statements;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Hold get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(hold -> scope.covers(hold.project(), hold.consultant()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// Locks the hold that the deal has on the unit, if it has it.
    public Optional<ClaimedUnit> lockClaimed(UUID unit, Holder holder) {
        return statements.row(
                CLAIMED,
                row -> new ClaimedUnit(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        UnitState.valueOf(row.getString(3))),
                unit,
                holder.deal());
    }

    /// @return whether it was live until now
    public boolean end(UUID hold, String reason) {
        return statements.write(END, clock.instant(), reason, hold) == 1;
    }

    /// Hands a live hold on to the deal that continues the one that had it.
    public void handOn(UUID hold, Holder successor) {
        statements.write("UPDATE hold SET deal = ? WHERE id = ? AND ended_at IS NULL", successor.deal(), hold);
    }

    /// Ends holds whose time is over and that no deal has claimed; several replicas share the work.
    List<Ended> endExpired(int most) {
        return statements.rows(
                END_EXPIRED,
                row -> new Ended(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                clock.instant(),
                most);
    }

    /// The deal on whose behalf a hold is used.
    public record Holder(UUID deal) {}
}

package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.inventory.Columns;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.inventory.unit.Unit;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;

/// All holds: consultants see their own, managers those of their projects (SEC-1).
@ApplicationScoped
public class Holds {
    /// INV-4: the hold that a deal has on a unit.
    public record ClaimedUnit(UUID hold, UUID unit, UnitState state) {}

    /// A hold with its unit.
    ///
    /// @param certified whether its building has the five certificates
    record HeldUnit(boolean certified, Hold hold, Unit unit) {
        static HeldUnit read(Columns row) throws SQLException {
            return new HeldUnit(row.flag(), Hold.read(row), Unit.read(row));
        }
    }

    static final String NEXT_EXPIRES = "SELECT min(expires_at) FROM hold WHERE ended_at IS NULL AND deal IS NULL";

    private static final String CLAIMED = """
            SELECT h.id, h.unit, u.state FROM hold h JOIN unit u ON u.id = h.unit
            WHERE h.unit = ? AND h.deal = ? AND h.ended_at IS NULL FOR UPDATE OF h""";
    private static final String END = """
            UPDATE hold SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL""";
    /// What another replica, a claim or a price list is at is left for the next look.
    private static final String END_EXPIRED = """
            UPDATE hold h SET ended_at = ?, end_reason = 'EXPIRED'
            FROM (SELECT o.id FROM hold o JOIN unit u ON u.id = o.unit
                  WHERE o.ended_at IS NULL AND o.deal IS NULL AND o.expires_at <= clock_timestamp()
                  ORDER BY o.expires_at LIMIT ? FOR UPDATE OF o SKIP LOCKED FOR NO KEY UPDATE OF u SKIP LOCKED) due
            WHERE h.id = due.id RETURNING h.unit, h.id""";
    private static final String WHY_NOT = """
            SELECT CASE WHEN ended_at IS NOT NULL OR deal IS NULL AND expires_at <= clock_timestamp() THEN 'HOLD_HAS_ENDED'
                        ELSE 'HOLD_IS_CLAIMED' END
            FROM hold WHERE id = ? AND (ended_at IS NOT NULL OR deal IS NOT NULL OR expires_at <= clock_timestamp())""";
    private static final String READ = "SELECT " + of("h", Hold.COLUMNS) + " FROM hold_listing h WHERE h.id = ?";
    /// All that an answer says of a hold, at once.
    private static final String READ_WITH_UNIT = "SELECT certificates_complete(u.building, ?), " + of("h", Hold.COLUMNS)
            + ", " + of("u", Unit.COLUMNS) + " FROM hold_listing h JOIN unit_listing u ON u.id = h.unit WHERE h.id = ?";

    @Inject
    Statements statements;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Hold get(Scope scope, UUID id) {
        return statements
                .row(READ, row -> Hold.read(new Columns(row)), id)
                .filter(hold -> scope.covers(hold.project(), hold.consultant()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The same with its unit.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    HeldUnit withUnit(Scope scope, UUID id) {
        return statements
                .row(READ_WITH_UNIT, row -> HeldUnit.read(new Columns(row)), clock.today(), id)
                .filter(held -> scope.covers(held.hold().project(), held.hold().consultant()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    private static String of(String view, String columns) {
        return Stream.of(columns.split(","))
                .map(column -> view + "." + column.strip())
                .collect(Collectors.joining(", "));
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

    /// @throws org.anchang.kit.problem.Refused HOLD_HAS_ENDED, HOLD_IS_CLAIMED
    void mustBeUsable(UUID id) {
        statements
                .row(WHY_NOT, row -> InventoryRefusal.valueOf(row.getString(1)), id)
                .ifPresent(refusal -> {
                    throw refuse(refusal);
                });
    }

    /// Ends holds whose time is over and that no deal has claimed; several replicas share the work.
    ///
    /// @return the units, each with the hold that ended
    Map<UUID, UUID> endExpired(int most) {
        var ended = new LinkedHashMap<UUID, UUID>();
        statements
                .rows(
                        END_EXPIRED,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        clock.instant(),
                        most)
                .forEach(one -> ended.put(one.getKey(), one.getValue()));
        return ended;
    }

    /// The deal on whose behalf a hold is used.
    public record Holder(UUID deal) {}
}

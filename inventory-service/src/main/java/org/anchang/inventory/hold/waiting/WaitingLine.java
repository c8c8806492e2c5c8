package org.anchang.inventory.hold.waiting;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.NextInLineTold;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.Statements;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// INV-5: tells who is next when units become free, passes the turn on, and takes off the line whoever got one.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WaitingLine {
    /// A unit, and the customer who is to have it.
    public record Wish(UUID unit, UUID customer) {}

    /// A unit that is free, and which time it became so.
    private record Free(UUID unit, UUID time) {}

    private record PassedOn(Free unit, boolean isFree) {}

    /// Whoever was told less often comes first, then whoever came first; nobody is told twice of one and the same
    /// time. Locked, so that nobody is told who just leaves: the one behind is told then. INV-13: a head start
    /// does not come before the order of the tickets for which a unit is kept. SEC-1: in the history
    /// it is a line of who was told, so that whoever frees a unit does not read who waits for it.
    private static final String TELL = """
            WITH next AS (
                SELECT first.id, free.time, CASE WHEN NOT EXISTS (
                        SELECT 1 FROM release_unit r JOIN opening_day d ON d.release = r.release
                        WHERE r.unit = free.unit AND NOT r.withdrawn AND d.state NOT IN ('ENDED', 'CALLED_OFF'))
                    THEN clock_timestamp() + make_interval(mins => nullif((
                        SELECT minutes.%1$s FROM (%2$s) minutes), 0)) END AS head_start
                FROM unnest(?, ?) free (unit, time) CROSS JOIN LATERAL (
                    SELECT w.id, w.project FROM waiting_place w JOIN unit u ON u.id = w.unit AND u.attached_to IS NULL
                    WHERE w.unit = free.unit AND w.ended_at IS NULL AND w.told_in IS DISTINCT FROM free.time
                    ORDER BY w.told, w.id LIMIT 1 FOR NO KEY UPDATE OF w) first),
            told AS (
                UPDATE waiting_place w SET told = told + 1, told_at = ?, told_in = next.time,
                    head_start_until = next.head_start, turn_until = coalesce(next.head_start, 'infinity')
                FROM next WHERE w.id = next.id
                RETURNING w.id, w.unit, w.project, w.customer, w.consultant, w.head_start_until),
            line AS (
                INSERT INTO unit_history (unit, project, at, person, what)
                SELECT unit, project, ?, consultant, 'NEXT_IN_LINE_TOLD' FROM told)
            SELECT id, unit, project, customer, consultant, head_start_until FROM told""".formatted(
                    InventorySetting.WAITING_HEAD_START_MINUTES,
                    InventorySetting.columns(InventorySetting.WAITING_HEAD_START_MINUTES)
                            .replace("project = ?", "project = first.project"));
    /// Of the time before.
    private static final String END_TURNS = """
            UPDATE waiting_place SET turn_until = NULL WHERE unit = ANY (?) AND turn_until IS NOT NULL""";
    static final String NEXT_TURN_OVER = "SELECT min(turn_until) FROM waiting_place WHERE turn_until IS NOT NULL";
    /// What another replica is at, or somebody who takes or changes the unit, is left for the next look.
    private static final String PASS_ON = """
            UPDATE waiting_place w SET turn_until = NULL
            FROM (SELECT o.id, u.state = 'AVAILABLE' AS is_free FROM waiting_place o JOIN unit u ON u.id = o.unit
                  WHERE o.turn_until <= (SELECT clock_timestamp())
                  ORDER BY o.turn_until LIMIT ? FOR NO KEY UPDATE OF o SKIP LOCKED FOR NO KEY UPDATE OF u SKIP LOCKED) over
            WHERE w.id = over.id RETURNING w.unit, w.told_in, over.is_free""";
    private static final String SERVED = """
            UPDATE waiting_place SET ended_at = ?, end_reason = 'HELD', turn_until = NULL
            WHERE unit = ? AND customer = ? AND ended_at IS NULL""";
    private static final String SOLD = """
            UPDATE waiting_place SET ended_at = ?, end_reason = 'FILED', turn_until = NULL
            WHERE unit IN (SELECT id FROM unit WHERE id = ? OR attached_to = ?) AND ended_at IS NULL""";
    private static final String AHEAD = """
            SELECT greatest(turn_until, clock_timestamp()) FROM waiting_place
            WHERE unit = ? AND customer <> ? AND turn_until IS NOT NULL AND head_start_until IS NOT NULL""";

    @Inject
    Statements statements;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// To be called in the transaction that frees the units, once their own events are told.
    public void tellNext(Collection<UUID> freed) {
        statements.write(END_TURNS, (Object) freed.toArray(UUID[]::new));
        var time = Ids.next();
        tell(freed.stream().map(unit -> new Free(unit, time)).toList());
    }

    /// Where a turn is over and the unit still free, the next in line is told.
    ///
    /// @return how many turns were over
    int passOn(int most) {
        var over = statements.rows(
                PASS_ON,
                row -> new PassedOn(
                        new Free(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getBoolean(3)),
                most);
        tell(over.stream().filter(PassedOn::isFree).map(PassedOn::unit).toList());
        return over.size();
    }

    /// The customer has the unit, and no longer waits for it.
    public void served(Wish wish) {
        statements.write(SERVED, clock.instant(), wish.unit(), wish.customer());
    }

    /// The unit is finally sold, and what goes with it: nobody waits for it any more.
    public void sold(UUID unit) {
        statements.write(SOLD, clock.instant(), unit, unit);
    }

    /// @throws org.anchang.kit.problem.Refused NEXT_IN_LINE_COMES_FIRST while somebody else has the head start
    public void nobodyElseMustComeFirst(Wish wish) {
        statements
                .row(AHEAD, row -> row.getObject(1, OffsetDateTime.class).toInstant(), wish.unit(), wish.customer())
                .ifPresent(until -> {
                    throw refuse(InventoryRefusal.NEXT_IN_LINE_COMES_FIRST).with("until", until);
                });
    }

    private void tell(List<Free> units) {
        if (units.isEmpty()) {
            return;
        }
        var at = clock.instant();
        outbox.appendAll(statements.rows(
                TELL,
                row -> told(row, at),
                clock.today(),
                units.stream().map(Free::unit).toArray(UUID[]::new),
                units.stream().map(Free::time).toArray(UUID[]::new),
                at,
                at));
    }

    private static NextInLineTold told(ResultSet row, Instant at) throws SQLException {
        return new NextInLineTold(
                row.getObject(2, UUID.class),
                row.getString(3),
                at,
                row.getObject(1, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                instant(row.getObject(6, OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

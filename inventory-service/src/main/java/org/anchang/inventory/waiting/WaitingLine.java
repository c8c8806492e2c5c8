package org.anchang.inventory.waiting;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.anchang.events.InventoryEvent.NextInLineTold;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.Statements;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// INV-5: tells who is next when units become free, and takes off the line whoever got one.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WaitingLine {
    /// A unit, and the customer who is to have it.
    public record Wish(UUID unit, UUID customer) {}

    /// Whoever was told less often comes first, then whoever came first. Locked, so that nobody is told who just
    /// leaves: the one behind is told then.
    private static final String TELL = """
            WITH next AS (
                SELECT first.id FROM unnest(?) freed (unit) CROSS JOIN LATERAL (
                    SELECT w.id FROM waiting_place w JOIN unit u ON u.id = w.unit AND u.attached_to IS NULL
                    WHERE w.unit = freed.unit AND w.ended_at IS NULL ORDER BY w.told, w.id LIMIT 1 FOR NO KEY UPDATE OF w) first),
            told AS (
                UPDATE waiting_place w SET told = told + 1, told_at = ?,
                    head_start_until = clock_timestamp() + make_interval(mins => nullif((
                        SELECT minutes.%1$s FROM (%2$s) minutes), 0))
                FROM next WHERE w.id = next.id
                RETURNING w.id, w.unit, w.project, w.customer, w.consultant, w.head_start_until),
            line AS (
                INSERT INTO unit_history (unit, project, at, person, what, reason)
                SELECT unit, project, ?, ?, 'NEXT_IN_LINE_TOLD', consultant FROM told)
            SELECT id, unit, project, customer, consultant, head_start_until FROM told""".formatted(
                    InventorySetting.WAITING_HEAD_START_MINUTES,
                    InventorySetting.columns(InventorySetting.WAITING_HEAD_START_MINUTES)
                            .replace("project = ?", "project = w.project"));
    private static final String SERVED = """
            UPDATE waiting_place SET ended_at = ?, end_reason = 'HELD' WHERE unit = ? AND customer = ? AND ended_at IS NULL""";
    private static final String AHEAD = """
            SELECT max(head_start_until) FROM waiting_place
            WHERE unit = ? AND customer <> ? AND ended_at IS NULL AND head_start_until > clock_timestamp()""";

    @Inject
    Statements statements;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// To be called in the transaction that frees the units, once their own events are told.
    public void tellNext(Collection<UUID> freed) {
        var at = clock.instant();
        outbox.appendAll(statements.rows(
                TELL, row -> told(row, at), freed.toArray(UUID[]::new), at, clock.today(), at, caller.name()));
    }

    /// The customer has the unit, and no longer waits for it.
    public void served(Wish wish) {
        statements.write(SERVED, clock.instant(), wish.unit(), wish.customer());
    }

    /// @throws org.anchang.kit.problem.Refused NEXT_IN_LINE_COMES_FIRST while somebody else has the head start
    public void nobodyElseMustComeFirst(Wish wish) {
        statements
                .row(AHEAD, row -> instant(row.getObject(1, OffsetDateTime.class)), wish.unit(), wish.customer())
                .ifPresent(until -> {
                    throw refuse(InventoryRefusal.NEXT_IN_LINE_COMES_FIRST).with("until", until);
                });
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

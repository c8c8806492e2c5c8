package org.anchang.inventory.opening.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.inventory.opening.Ticket;
import org.anchang.inventory.opening.TicketState;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.jspecify.annotations.Nullable;

/// INV-13: everything that happened to a ticket: its own history, and the holds that were made with it.
@ApplicationScoped
class TicketHistory {
    /// @param what   the move or what else happened: `UNIT_HELD` and `HOLD_ENDED` name the unit
    /// @param by     who did it; of the end of a hold, why it ended
    /// @param reason why a customer was named anew or the ticket reinstated; absent for whom that is not
    public record Line(
            Instant at,
            @Nullable String by,
            String what,
            @Nullable TicketState from,
            @Nullable TicketState to,
            @Nullable String desk,
            @Nullable UUID unit,
            @Nullable String reason) {}

    private record Placed(Line line, String key) {}

    /// The key puts what happened at the same moment in the order in which it was written.
    /// SEC-1: what somebody else holds, and why it ended, is for managers.
    private static final String LINES = """
            SELECT at, person, what, from_state, to_state, desk, unit, reason, key FROM (
                SELECT at, person, what, from_state, to_state, desk, NULL::uuid AS unit, CASE WHEN ? OR person = ? THEN reason END AS reason,
                       to_char(at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || '-' || lpad(id::text, 20, '0') AS key
                FROM ticket_history WHERE ticket = ?
                UNION ALL
                SELECT held_at, consultant, 'UNIT_HELD', NULL, NULL, NULL, unit, NULL,
                       to_char(held_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || '-held-' || id
                FROM hold WHERE ticket = ? AND (? OR consultant = ?)
                UNION ALL
                SELECT ended_at, end_reason, 'HOLD_ENDED', NULL, NULL, NULL, unit, NULL,
                       to_char(ended_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || '-over-' || id
                FROM hold WHERE ticket = ? AND (? OR consultant = ?) AND ended_at IS NOT NULL) lines
            WHERE key COLLATE "C" > ? ORDER BY key COLLATE "C" LIMIT ?""";

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    /// The oldest first.
    Page<Line> of(Ticket ticket, PageRequest page) {
        var after = page.after().map(List::getLast).orElse("");
        var ofAll = !caller.scope().ownOnly();
        var who = caller.name();
        var id = ticket.id();
        var found = statements.rows(
                LINES, TicketHistory::read, ofAll, who, id, id, ofAll, who, id, ofAll, who, after, page.rows());
        return Page.of(found, page, placed -> List.of(placed.key())).map(Placed::line);
    }

    private static Placed read(ResultSet row) throws SQLException {
        return new Placed(
                new Line(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        state(row.getString(4)),
                        state(row.getString(5)),
                        row.getString(6),
                        row.getObject(7, UUID.class),
                        row.getString(8)),
                row.getString(9));
    }

    private static @Nullable TicketState state(@Nullable String name) {
        return name == null ? null : TicketState.valueOf(name);
    }
}

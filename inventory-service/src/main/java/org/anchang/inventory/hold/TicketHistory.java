package org.anchang.inventory.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.opening.Ticket;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.unit.Cause;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-13: everything that happened to a ticket: its own history, and the holds that were made with it.
@ApplicationScoped
class TicketHistory {
    /// @param what   the move or what else happened: `UNIT_HELD` and `HOLD_ENDED` name the unit
    /// @param by     who did it; of the end of a hold, why it ended
    /// @param reason why a customer was named anew or the ticket reinstated; absent for whom that is not
    public record TicketHistoryLine(
            Instant at,
            @Nullable String by,
            String what,
            @Nullable TicketState from,
            @Nullable TicketState to,
            @Nullable String desk,
            @Nullable UUID unit,
            @Nullable String reason) {}

    /// A line as it is read, its texts sealed.
    ///
    /// @param words of the end of a hold: what was written about it
    private record Placed(
            TicketHistoryLine line,
            String key,
            @Nullable UUID hold,
            @Nullable String words) {
        /// @param ticket whose history it is
        TicketHistoryLine shown(UUID ticket, Sealing sealing) {
            return new TicketHistoryLine(
                    line.at,
                    hold == null || words == null ? line.by : sealing.open(words, Cause.wordsOf(hold)),
                    line.what,
                    line.from,
                    line.to,
                    line.desk,
                    line.unit,
                    sealing.openIfAny(line.reason, Ticket.wordsOf(ticket)));
        }
    }

    /// The key puts what happened at the same moment in the order in which it was written.
    /// SEC-1: what somebody else holds, and why it ended, is for managers.
    private static final String LINES = """
            SELECT at, by, what, "from", "to", desk, unit, reason, key, hold, words FROM (
                SELECT at, person AS by, what, from_state AS "from", to_state AS "to", desk, NULL::uuid AS unit,
                       CASE WHEN :ofAll OR person = :who THEN reason END AS reason,
                       to_char(at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || '-' || lpad(id::text, 20, '0') AS key,
                       NULL::uuid AS hold, NULL AS words
                FROM ticket_history_listing WHERE ticket = :ticket
                UNION ALL
                SELECT held_at, consultant, 'UNIT_HELD', NULL, NULL, NULL, unit, NULL,
                       to_char(held_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || '-held-' || id, NULL, NULL
                FROM hold WHERE ticket = :ticket AND (:ofAll OR consultant = :who)
                UNION ALL
                SELECT ended_at, end_reason, 'HOLD_ENDED', NULL, NULL, NULL, unit, NULL,
                       to_char(ended_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || '-over-' || id, id, end_words
                FROM hold WHERE ticket = :ticket AND (:ofAll OR consultant = :who) AND ended_at IS NOT NULL) lines
            WHERE key COLLATE "C" > :after ORDER BY key COLLATE "C" LIMIT :rows""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    /// The oldest first.
    Page<TicketHistoryLine> of(Scope scope, String project, Ticket ticket, PageRequest page) {
        var found = database.sql(LINES)
                .with("ofAll", !scope.ownOnly(project))
                .with("who", scope.person())
                .with("ticket", ticket.id())
                .with("after", page.after().map(List::getLast).orElse(""))
                .with("rows", page.rows())
                .rows(Placed.class);
        return Page.of(found, page, placed -> List.of(placed.key())).map(placed -> placed.shown(ticket.id(), sealing));
    }
}

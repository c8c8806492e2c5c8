package org.anchang.inventory.neighbour.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.anchang.events.InventoryEvent.NextInLineTold;
import org.anchang.inventory.Statements;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.people.People.Known;

/// What waits for a customer goes along with them: to another consultant, or to the record that stands for the person
/// (CUS-3). A hold stays its consultant's for its few minutes.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class HandingOver {
    /// Whose customer somebody was, and is.
    record Successor(String former, String next) {}

    /// Whoever has the turn is told again, because now somebody else may use it.
    private static final String PLACES = """
            WITH given AS (
                UPDATE waiting_place SET consultant = ? WHERE customer = ? AND consultant = ? AND ended_at IS NULL
                RETURNING id, unit, project, customer, consultant, turn_until, head_start_until),
            line AS (
                INSERT INTO unit_history (unit, project, at, person, what)
                SELECT unit, project, ?, ?, 'PLACE_HANDED_OVER' FROM given)
            SELECT unit, project, id, customer, consultant, head_start_until FROM given WHERE turn_until > clock_timestamp()""";
    /// Nobody is in line for one unit twice: the place that is told first stays. Where the other one has the turn it
    /// passes on, as it does when somebody leaves the line.
    private static final String TWICE = """
            UPDATE waiting_place w SET ended_at = ?, end_reason = 'MERGED',
                turn_until = CASE WHEN w.turn_until IS NOT NULL THEN clock_timestamp() END
            WHERE w.customer IN (?, ?) AND w.ended_at IS NULL AND EXISTS (
                SELECT 1 FROM waiting_place first
                WHERE first.unit = w.unit AND first.customer IN (?, ?) AND first.ended_at IS NULL
                  AND (first.told, first.id) < (w.told, w.id))""";
    private static final String STANDING_PLACES = """
            UPDATE waiting_place SET customer = ? WHERE customer = ? AND ended_at IS NULL""";
    /// INV-5: by this the limit of the customer is counted.
    private static final String STANDING_HOLDS = """
            UPDATE hold SET customer = ? WHERE project = ? AND customer = ? AND ended_at IS NULL""";
    private static final String STANDING_TICKETS = """
            WITH given AS (
                UPDATE ticket t SET customer = ?, version = version + 1 FROM opening_day d
                WHERE t.customer = ? AND d.id = t.day AND d.state NOT IN ('ENDED', 'CALLED_OFF') RETURNING t.id)
            INSERT INTO ticket_history (ticket, at, person, what) SELECT id, ?, ?, 'CUSTOMERS_MERGED' FROM given""";

    @Inject
    Statements statements;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Places in line that were the former consultant's.
    void places(UUID customer, Successor successor) {
        if (successor.next().equals(successor.former())) {
            return;
        }
        var at = clock.instant();
        outbox.appendAll(statements.rows(
                PLACES, row -> told(row, at), successor.next(), customer, successor.former(), at, caller.actor()));
    }

    /// Places in line, live holds and the tickets of opening days that are on.
    void everything(UUID merged, Known stays) {
        var next = stays.customer();
        statements.write(TWICE, clock.instant(), next, merged, next, merged);
        statements.write(STANDING_PLACES, next, merged);
        statements.write(STANDING_HOLDS, next, stays.project(), merged);
        statements.write(STANDING_TICKETS, next, merged, clock.instant(), caller.actor());
    }

    private static NextInLineTold told(ResultSet row, Instant at) throws SQLException {
        var headStart = row.getObject(6, OffsetDateTime.class);
        return new NextInLineTold(
                row.getObject(1, UUID.class),
                row.getString(2),
                at,
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                headStart == null ? null : headStart.toInstant());
    }
}

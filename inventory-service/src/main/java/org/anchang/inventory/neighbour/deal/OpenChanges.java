package org.anchang.inventory.neighbour.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.inventory.Statements;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.inbox.NotYet;

/// INV-15: a change in progress shows on the unit until it is decided.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OpenChanges {
    /// A unit that is only held is the one a swap leads to, not the deal's home.
    private static final String OPEN = """
            UPDATE unit u SET open_change = ?, open_request = ? FROM hold h
            WHERE (u.id = h.unit OR u.attached_to = h.unit) AND h.deal = ? AND h.ended_at IS NULL AND u.state <> 'HELD' RETURNING u.id""";
    private static final String CLOSE = """
            UPDATE unit SET open_change = NULL, open_request = NULL WHERE open_request = ? RETURNING id, project, old.open_change""";

    @Inject
    Statements statements;

    @Inject
    Units units;

    void open(DealEvent.Request request, String form) {
        var marked =
                statements.rows(OPEN, row -> row.getObject(1, UUID.class), form, request.request(), request.deal());
        if (marked.isEmpty()) {
            throw new NotYet("INV-15 deal " + request.deal() + " has no unit yet");
        }
        marked.forEach(unit -> units.remember(unit, "CHANGE_OPENED", new Cause(null, request.deal(), form)));
        units.cellsChanged(request.project());
    }

    void close(UUID request) {
        record Closed(UUID unit, String project, String form) {}
        statements
                .rows(
                        CLOSE,
                        row -> new Closed(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                        request)
                .forEach(closed -> {
                    units.remember(closed.unit(), "CHANGE_ENDED", Cause.of(closed.form()));
                    units.cellsChanged(closed.project());
                });
    }
}

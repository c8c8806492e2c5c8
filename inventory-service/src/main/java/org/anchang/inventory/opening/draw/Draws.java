package org.anchang.inventory.opening.draw;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All draws; only ever added to.
@ApplicationScoped
class Draws {
    /// A draw on record.
    ///
    /// @param seed of a lottery
    record Draw(DrawMethod method, @Nullable String seed, int tickets, String by, Instant at) {}

    record Place(int place, String number) {}

    private record CheckedIn(UUID id, String number) {}

    private static final String CHECKED_IN = """
            SELECT id, number FROM ticket WHERE day = ? AND state = 'CHECKED_IN' ORDER BY number""";
    private static final String ADD = """
            INSERT INTO draw (day, method, seed, tickets, drawn_by, drawn_at) VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String PLACES = """
            INSERT INTO draw_place (day, place, ticket)
            SELECT ?, place, ticket FROM unnest(?::uuid[]) WITH ORDINALITY AS drawn (ticket, place)""";
    private static final String QUEUE = """
            UPDATE ticket SET state = 'WAITING', turn = drawn.place, version = version + 1
            FROM draw_place drawn WHERE drawn.day = ? AND drawn.ticket = ticket.id AND ticket.state = 'CHECKED_IN'""";
    private static final String OF_DAY = """
            SELECT method, seed, tickets, drawn_by, drawn_at FROM draw WHERE day = ?""";
    private static final String PLACES_OF_DAY = """
            SELECT p.place, t.number FROM draw_place p JOIN ticket t ON t.id = p.ticket
            WHERE p.day = ? AND p.place > ? ORDER BY p.place LIMIT ?""";

    @Inject
    Statements statements;

    /// Tickets that take part: their numbers, in the order of these, and ids.
    Map<String, UUID> checkedIn(OpeningDay day) {
        var found = new LinkedHashMap<String, UUID>();
        statements
                .rows(CHECKED_IN, row -> new CheckedIn(row.getObject(1, UUID.class), row.getString(2)), day.id())
                .forEach(ticket -> found.put(ticket.number(), ticket.id()));
        return found;
    }

    /// Records the draw and puts its tickets into the queue.
    ///
    /// @param tickets from the first to the last
    void add(OpeningDay day, Draw draw, List<UUID> tickets) {
        statements.write(ADD, day.id(), draw.method(), draw.seed(), draw.tickets(), draw.by(), draw.at());
        statements.write(PLACES, day.id(), tickets.toArray(UUID[]::new));
        var queued = statements.write(QUEUE, day.id());
        if (queued != tickets.size()) {
            throw new IllegalStateException("INV-13 " + queued + " of " + tickets.size() + " tickets are in the queue");
        }
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND before the order is drawn
    Draw of(OpeningDay day) {
        return statements.row(OF_DAY, Draws::read, day.id()).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    Page<Place> places(OpeningDay day, PageRequest page) {
        var after = page.after().map(key -> number(key.getLast())).orElse(0);
        var found = statements.rows(
                PLACES_OF_DAY, row -> new Place(row.getInt(1), row.getString(2)), day.id(), after, page.rows());
        return Page.of(found, page, place -> List.of(place.place()));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refuse(KitRefusal.CURSOR_NOT_UNDERSTOOD);
        }
    }

    private static Draw read(ResultSet row) throws SQLException {
        return new Draw(
                DrawMethod.valueOf(row.getString(1)),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}

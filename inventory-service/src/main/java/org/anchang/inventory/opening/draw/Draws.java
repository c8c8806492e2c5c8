package org.anchang.inventory.opening.draw;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.jspecify.annotations.Nullable;

/// All draws; only ever added to.
@ApplicationScoped
class Draws {
    /// A draw on record.
    ///
    /// @param seed of a lottery
    record Draw(DrawMethod method, @Nullable String seed, int tickets, String by, Instant at) {}

    record PlaceInDraw(int place, String number) {}

    private record CheckedIn(UUID id, String number) {}

    private static final String CHECKED_IN = """
            SELECT id, number FROM ticket_standing WHERE day = :day AND state = 'CHECKED_IN' ORDER BY number""";
    private static final String ADD = """
            INSERT INTO draw (day, method, seed, tickets, drawn_by, drawn_at) VALUES (:day, :method, :seed, :tickets, :by, :at)""";
    private static final String PLACES = """
            INSERT INTO draw_place (day, place, ticket)
            SELECT :day, place, ticket FROM unnest(CAST(:tickets AS uuid[])) WITH ORDINALITY AS drawn (ticket, place)""";
    private static final String OF_DAY = """
            SELECT method, seed, tickets, drawn_by AS by, drawn_at AS at FROM draw WHERE day = :day""";
    private static final String PLACES_OF_DAY = """
            SELECT p.place, t.number FROM draw_place p JOIN ticket_standing t ON t.id = p.ticket
            WHERE p.day = :day AND p.place > :after ORDER BY p.place LIMIT :rows""";

    @Inject
    Database database;

    /// Tickets that take part: their numbers, in the order of these, and ids.
    Map<String, UUID> checkedIn(OpeningDay day) {
        var found = new LinkedHashMap<String, UUID>();
        statement(CHECKED_IN, day).rows(CheckedIn.class).forEach(ticket -> found.put(ticket.number(), ticket.id()));
        return found;
    }

    /// Records the draw.
    ///
    /// @param tickets from the first to the last
    void add(OpeningDay day, Draw draw, List<UUID> tickets) {
        statement(ADD, day).with(draw).write();
        statement(PLACES, day).with("tickets", tickets).write();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND before the order is drawn
    Draw of(OpeningDay day) {
        return statement(OF_DAY, day).row(Draw.class).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    Page<PlaceInDraw> places(OpeningDay day, PageRequest page) {
        var found = statement(PLACES_OF_DAY, day)
                .with("after", page.afterNumber())
                .with("rows", page.rows())
                .rows(PlaceInDraw.class);
        return Page.of(found, page, place -> List.of(place.place()));
    }

    private Statement statement(String sql, OpeningDay day) {
        return database.sql(sql).with("day", day.id());
    }
}

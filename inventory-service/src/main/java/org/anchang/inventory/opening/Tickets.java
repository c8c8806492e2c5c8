package org.anchang.inventory.opening;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// All tickets of opening days; whoever asks has looked up the day, and with it whether it is the caller's.
@ApplicationScoped
public class Tickets {
    /// What a list is asked for; anything may be left out.
    public record Filter(
            @Nullable TicketState state, @Nullable String number) {}

    /// A line of the history.
    ///
    /// @param what   the move or what else happened
    /// @param desk   where, if that matters
    /// @param reason why, if somebody said so
    public record Happening(
            String what,
            @Nullable TicketState from,
            @Nullable TicketState to,
            @Nullable String desk,
            @Nullable String reason) {
        public static Happening of(TicketMove move) {
            return at(null, move);
        }

        public static Happening at(@Nullable String desk, TicketMove move) {
            return new Happening(move.name(), move.from(), move.to(), desk, null);
        }

        /// What moves no ticket.
        public static Happening of(String what) {
            return new Happening(what, null, null, null, null);
        }

        public Happening because(@Nullable String why) {
            return new Happening(what, from, to, desk, why);
        }
    }

    /// SEC-1: consultants do not see whose tickets those of others are.
    private static final String COLUMNS = """
            SELECT id, day, number, sealed_name, sealed_phone,
                   CASE WHEN ? OR NOT customer_is_anothers(?, ?, customer) THEN customer END, state, turn, absences, desk, called_at, appear_until
            FROM ticket
            """;
    private static final String LIST = COLUMNS + """
            WHERE day = ? AND (?::text IS NULL OR state = ?) AND (?::text IS NULL OR number = ?) AND (?::uuid IS NULL OR id > ?)
            ORDER BY id LIMIT ?""";
    private static final String ADD = """
            INSERT INTO ticket (id, day, number, sealed_name, sealed_phone, customer) VALUES (?, ?, ?, ?, ?, standing_customer(?))""";
    private static final String IS_ANOTHERS = """
            SELECT 1 FROM ticket WHERE id = ? AND day = ? AND customer_is_anothers(?, ?, customer)""";
    private static final String CHECK_IN = """
            UPDATE ticket SET state = 'CHECKED_IN', version = version + 1 WHERE id = ? AND day = ? AND state = 'LISTED'""";
    private static final String COME_LATE = """
            UPDATE ticket SET state = 'WAITING', version = version + 1,
                turn = (SELECT coalesce(max(turn), 0) + 1 FROM ticket WHERE day = ?)
            WHERE id = ? AND day = ? AND state = 'LISTED'""";
    private static final String BELONGS_TO = """
            UPDATE ticket SET customer = ?, version = version + 1 WHERE id = ? AND day = ? AND customer IS NULL""";
    private static final String LOCK = "SELECT 1 FROM ticket WHERE id = ? AND day = ? FOR NO KEY UPDATE";
    private static final String BELONGS_TO_NOW = """
            UPDATE ticket t SET customer = ?, version = version + 1
            WHERE id = ? AND day = ? AND NOT EXISTS (SELECT 1 FROM hold WHERE ticket = t.id)""";
    private static final String REMEMBER = """
            INSERT INTO ticket_history (ticket, at, person, what, from_state, to_state, desk, reason)
            SELECT unnest(?), ?, ?, ?, ?, ?, ?, ?""";

    @Inject
    Statements statements;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Ticket get(OpeningDay day, UUID id) {
        return statements
                .row(
                        COLUMNS + "WHERE id = ? AND day = ?",
                        Tickets::read,
                        seesAll(),
                        day.project(),
                        caller.name(),
                        id,
                        day.id())
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// In the order of the list.
    public Page<Ticket> list(OpeningDay day, Filter filter, PageRequest page) {
        var after = page.afterId().orElse(null);
        var found = statements.rows(
                LIST,
                Tickets::read,
                seesAll(),
                day.project(),
                caller.name(),
                day.id(),
                filter.state(),
                filter.state(),
                filter.number(),
                filter.number(),
                after,
                after,
                page.rows());
        return Page.of(found, page, ticket -> List.of(ticket.id()));
    }

    /// Those of the numbers that are on the list of the day.
    public Set<String> known(OpeningDay day, Collection<String> numbers) {
        return new HashSet<>(statements.rows(
                "SELECT number FROM ticket WHERE day = ? AND number = ANY (?)",
                row -> row.getString(1),
                day.id(),
                numbers.toArray(String[]::new)));
    }

    /// Puts tickets on the list, names and phones sealed.
    public void add(OpeningDay day, List<Ticket.Listed> listed) {
        var ids = listed.stream().map(_ -> Ids.next()).toList();
        var rows = new ArrayList<@Nullable Object[]>(listed.size());
        for (int i = 0; i < listed.size(); i++) {
            var ticket = listed.get(i);
            rows.add(new @Nullable Object[] {
                ids.get(i),
                day.id(),
                ticket.number(),
                sealing.seal(ticket.name()),
                sealing.seal(ticket.phone()),
                ticket.customer()
            });
        }
        statements.writeAll(ADD, rows);
        remember(ids, new Happening("LISTED", null, TicketState.LISTED, null, null));
    }

    /// Before the draw it takes part in it, after the draw it goes to the end of the queue; the day is locked.
    ///
    /// @throws org.anchang.kit.problem.Refused TICKET_MOVE_NOT_POSSIBLE, and CUSTOMER_IS_NOT_YOURS to a consultant
    ///     whose customer it is not (SEC-1)
    public void checkIn(OpeningDay day, UUID id) {
        mustNotBeAnothers(day, id);
        var move = day.state() == OpeningDayState.CHECK_IN ? TicketMove.CHECK_IN : TicketMove.COME_LATE;
        var moved = move == TicketMove.CHECK_IN
                ? statements.write(CHECK_IN, id, day.id())
                : statements.write(COME_LATE, day.id(), id, day.id());
        if (moved == 0) {
            throw move.notFrom(get(day, id).state());
        }
        remember(List.of(id), Happening.of(move));
    }

    /// @return whether it was nobody's until now
    public boolean giveTo(OpeningDay day, Owner owner) {
        var given = statements.write(BELONGS_TO, owner.customer(), owner.ticket(), day.id()) == 1;
        if (given) {
            remember(List.of(owner.ticket()), Happening.of("CUSTOMER_NAMED"));
        }
        return given;
    }

    /// Holds of the ticket wait meanwhile.
    ///
    /// @return whether nothing was held with it until now
    public boolean giveAnew(OpeningDay day, Owner owner) {
        statements.row(LOCK, _ -> true, owner.ticket(), day.id());
        var given = statements.write(BELONGS_TO_NOW, owner.customer(), owner.ticket(), day.id()) == 1;
        if (given) {
            remember(
                    List.of(owner.ticket()), Happening.of("CUSTOMER_NAMED_ANEW").because(owner.reason()));
        }
        return given;
    }

    /// Whom a ticket buys for.
    ///
    /// @param reason why for another one than before
    public record Owner(
            UUID ticket, UUID customer, @Nullable String reason) {}

    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_NOT_YOURS to a consultant whose customer it is not (SEC-1)
    public void mustNotBeAnothers(OpeningDay day, UUID id) {
        refuseIf(!seesAll() && isAnothers(day, id), InventoryRefusal.CUSTOMER_IS_NOT_YOURS);
    }

    private boolean isAnothers(OpeningDay day, UUID id) {
        return statements
                .row(IS_ANOTHERS, _ -> true, id, day.id(), day.project(), caller.name())
                .isPresent();
    }

    private boolean seesAll() {
        return !caller.scope().ownOnly();
    }

    /// Adds a line to the history of each of the tickets.
    public void remember(Collection<UUID> tickets, Happening happening) {
        statements.write(
                REMEMBER,
                tickets.toArray(UUID[]::new),
                clock.instant(),
                caller.name(),
                happening.what(),
                happening.from(),
                happening.to(),
                happening.desk(),
                happening.reason());
    }

    private static Ticket read(ResultSet row) throws SQLException {
        var calledAt = row.getObject(11, OffsetDateTime.class);
        var appearUntil = row.getObject(12, OffsetDateTime.class);
        return new Ticket(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                TicketState.valueOf(row.getString(7)),
                row.getObject(8, Integer.class),
                row.getInt(9),
                row.getString(10),
                calledAt == null ? null : calledAt.toInstant(),
                appearUntil == null ? null : appearUntil.toInstant());
    }
}

package org.anchang.inventory.opening;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.people.Consequences.Standing;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.jspecify.annotations.Nullable;

/// All tickets of opening days; whoever asks has looked up the day, and with it whether it is the caller's.
@ApplicationScoped
public class Tickets {
    /// What a list is asked for; anything may be left out.
    public record TicketFilter(
            @Nullable TicketState state, @Nullable String number) {}

    /// A line of the history.
    ///
    /// @param what   the move or what else happened
    /// @param desk   where, if that matters
    /// @param reason why, if somebody said so; sealed
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

        Happening because(@Nullable String why) {
            return new Happening(what, from, to, desk, why);
        }
    }

    /// One that is shown for a hold.
    ///
    /// @param quota how many units it buys at most
    public record TicketForHold(TicketState state, boolean isForCustomer, int quota) {}

    /// Whether something is or was held with a ticket, which the holds know.
    public interface Use {
        boolean isUsed(UUID ticket);
    }

    private record NewTicket(
            UUID id,
            UUID day,
            String number,
            String sealedName,
            String sealedPhone,
            @Nullable UUID customer) {}

    /// SEC-1: consultants do not see whose tickets those of others are.
    private static final String COLUMNS = """
            SELECT id, day, number, sealed_name, sealed_phone,
                   CASE WHEN :seesAll OR NOT customer_is_anothers(:project, :consultant, customer) THEN customer END AS customer,
                   state, turn, absences, desk, called_at, appear_until
            FROM ticket
            """;
    private static final String ONE = COLUMNS + "WHERE id = :ticket AND day = :day";
    private static final String LIST = COLUMNS + """
            WHERE day = :day AND (:state::text IS NULL OR state = :state) AND (:number::text IS NULL OR name_key(number) = name_key(:number))
              AND (:after::uuid IS NULL OR id > :after)
            ORDER BY id LIMIT :rows""";
    private static final String KNOWN =
            "SELECT name_key(number) FROM ticket WHERE day = :day AND name_key(number) = ANY (:numbers)";
    private static final String ADD = """
            INSERT INTO ticket (id, day, number, sealed_name, sealed_phone, customer, merged_from)
            VALUES (:id, :day, :number, :sealedName, :sealedPhone, standing_customer(:customer),
                    nullif(:customer, standing_customer(:customer)))""";
    private static final String IS_ANOTHERS = """
            SELECT id FROM ticket WHERE id = :ticket AND day = :day AND customer_is_anothers(:project, :consultant, customer)""";
    private static final String BELONGS_TO = """
            UPDATE ticket SET customer = standing_customer(:customer), merged_from = nullif(:customer, standing_customer(:customer)),
                version = version + 1
            WHERE id = :ticket AND day = :day AND customer IS NULL""";
    private static final String LOCK = "SELECT id FROM ticket WHERE id = :ticket AND day = :day FOR NO KEY UPDATE";
    private static final String BELONGS_TO_NOW = """
            UPDATE ticket SET customer = standing_customer(:customer), merged_from = nullif(:customer, standing_customer(:customer)),
                version = version + 1
            WHERE id = :ticket AND day = :day""";
    private static final String SHOWN = """
            SELECT t.state, coalesce(t.customer = :customer, false) AS is_for_customer, coalesce(d.quota, 0) AS quota
            FROM ticket t JOIN opening_day d ON d.id = t.day
            WHERE t.id = :ticket AND t.day = :day FOR NO KEY UPDATE OF t""";
    private static final String BECOME = """
            WITH given AS (
                UPDATE ticket SET customer = :now, merged_from = nullif(:record, :now), version = version + 1
                WHERE merged_from = :record OR customer = :record AND merged_from IS NULL
                    AND day IN (SELECT id FROM opening_day_on) RETURNING id)
            INSERT INTO ticket_history (ticket, at, person, what)
            SELECT id, :at, :person, CASE WHEN :record = :now THEN 'CUSTOMERS_UNMERGED' ELSE 'CUSTOMERS_MERGED' END FROM given""";
    private static final String REMEMBER = """
            INSERT INTO ticket_history (ticket, at, person, what, from_state, to_state, desk, reason)
            SELECT unnest(CAST(:tickets AS uuid[])), :at, :person, :what, :from, :to, :desk, :reason""";

    @Inject
    Database database;

    @Inject
    TicketQueue queue;

    @Inject
    Use use;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Ticket get(Scope scope, OpeningDay day, UUID id) {
        return seen(ONE, scope, day)
                .with("ticket", id)
                .row(Ticket.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// In the order of the list.
    public Page<Ticket> list(Scope scope, OpeningDay day, TicketFilter filter, PageRequest page) {
        return seen(LIST, scope, day).with(filter).page(page, Ticket.class, Ticket::id);
    }

    /// Those of the numbers that are on the list of the day.
    public Set<String> known(OpeningDay day, Collection<String> numbers) {
        return new HashSet<>(database.sql(KNOWN)
                .with("day", day.id())
                .with("numbers", numbers)
                .rows(String.class));
    }

    /// Puts tickets on the list, names and phones sealed.
    public void add(OpeningDay day, List<Ticket.Registered> listed) {
        var added =
                listed.stream().map(ticket -> sealed(day, ticket, Ids.next())).toList();
        database.writeAll(ADD, added);
        var ids = added.stream().map(NewTicket::id).toList();
        remember(ids, new Happening("LISTED", null, TicketState.LISTED, null, null));
    }

    private NewTicket sealed(OpeningDay day, Ticket.Registered ticket, UUID id) {
        return new NewTicket(
                id,
                day.id(),
                ticket.number(),
                sealing.seal(ticket.name(), Ticket.nameOf(id)),
                sealing.seal(ticket.phone(), Ticket.phoneOf(id)),
                ticket.customer());
    }

    /// Before the draw it takes part in it, after the draw it goes to the end of the queue; the day is locked.
    ///
    /// @throws org.anchang.kit.problem.Refused TICKET_MOVE_NOT_POSSIBLE, and CUSTOMER_IS_NOT_YOURS to a consultant
    ///     whose customer it is not (SEC-1)
    public void checkIn(Scope scope, OpeningDay day, UUID id) {
        mustNotBeAnothers(scope, day, id);
        var move = day.state() == OpeningDayState.CHECK_IN ? TicketMove.CHECK_IN : TicketMove.COME_LATE;
        if (!queue.checkIn(day, id, move)) {
            throw move.notFrom(get(scope, day, id).state());
        }
        remember(List.of(id), Happening.of(move));
    }

    /// @return whether it was nobody's until now
    public boolean giveTo(OpeningDay day, Owner owner) {
        var given = owned(BELONGS_TO, day, owner).write() == 1;
        if (given) {
            remember(List.of(owner.ticket()), Happening.of("CUSTOMER_NAMED"));
        }
        return given;
    }

    /// Holds of the ticket wait meanwhile.
    ///
    /// @return whether nothing was held with it until now
    public boolean giveAnew(OpeningDay day, Owner owner) {
        owned(LOCK, day, owner).rows(UUID.class);
        var given =
                !use.isUsed(owner.ticket()) && owned(BELONGS_TO_NOW, day, owner).write() == 1;
        if (given) {
            remember(owner.ticket(), Happening.of("CUSTOMER_NAMED_ANEW"), owner.reason());
        }
        return given;
    }

    private Statement owned(String sql, OpeningDay day, Owner owner) {
        return database.sql(sql)
                .with("ticket", owner.ticket())
                .with("day", day.id())
                .with("customer", owner.customer());
    }

    /// Locks a ticket of the day that is shown for a hold, so that holds of one and the same ticket are made one
    /// after the other.
    ///
    /// @param customer whom the hold is for
    public Optional<TicketForHold> lock(UUID day, UUID ticket, UUID customer) {
        return database.sql(SHOWN)
                .with("day", day)
                .with("ticket", ticket)
                .with("customer", customer)
                .row(TicketForHold.class);
    }

    /// CUS-3: the tickets of days that are on buy for the record that stands for the one that was named.
    public void become(Standing standing) {
        database.sql(BECOME)
                .with("record", standing.record())
                .with("now", standing.now().customer())
                .with("at", clock.instant())
                .with("person", caller.actor())
                .write();
    }

    /// Whom a ticket buys for.
    ///
    /// @param reason why for another one than before
    public record Owner(
            UUID ticket, UUID customer, @Nullable String reason) {}

    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_NOT_YOURS to a consultant whose customer it is not (SEC-1)
    public void mustNotBeAnothers(Scope scope, OpeningDay day, UUID id) {
        refuseIf(
                scope.ownOnly(day.project())
                        && seen(IS_ANOTHERS, scope, day)
                                .with("ticket", id)
                                .row(UUID.class)
                                .isPresent(),
                InventoryRefusal.CUSTOMER_IS_NOT_YOURS);
    }

    private Statement seen(String sql, Scope scope, OpeningDay day) {
        return database.sql(sql)
                .with("seesAll", !scope.ownOnly(day.project()))
                .with("project", day.project())
                .with("consultant", scope.person())
                .with("day", day.id());
    }

    /// Adds a line to a ticket's history, with what somebody said of it.
    public void remember(UUID ticket, Happening happening, @Nullable String why) {
        remember(List.of(ticket), happening.because(sealing.sealIfAny(why, Ticket.wordsOf(ticket))));
    }

    /// Adds a line to the history of each of the tickets.
    public void remember(Collection<UUID> tickets, Happening happening) {
        database.sql(REMEMBER)
                .with("tickets", tickets)
                .with("at", clock.instant())
                .with("person", caller.name())
                .with(happening)
                .write();
    }
}

package org.anchang.inventory.opening.callup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.opening.CallRules;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.inventory.opening.TicketMove;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.jspecify.annotations.Nullable;

/// Tickets that are called, and where the absent ones go. Whatever changes the order runs under the lock of the day.
@ApplicationScoped
class CalledTickets {
    /// A ticket that was called just now.
    record Called(UUID id, String number, @Nullable UUID customer, Instant appearUntil) {}

    /// A called ticket whose time is over.
    ///
    /// @param absences how often it was absent before
    record Absent(UUID id, int absences) {}

    /// Without a look for so long, the service was away; looks are a second apart.
    private static final double AWAY_SECONDS = 5;

    private static final String CALL = """
            WITH next AS (
                SELECT id FROM ticket WHERE day = :day AND state = 'WAITING' ORDER BY turn, behind LIMIT :size FOR NO KEY UPDATE),
            called AS (
                UPDATE ticket SET state = 'CALLED', desk = :desk, called_at = :at, version = version + 1,
                    appear_until = clock_timestamp() + make_interval(mins => :minutes)
                WHERE id IN (SELECT id FROM next)
                RETURNING id, number, customer, appear_until, turn, behind)
            SELECT id, number, customer, appear_until FROM called ORDER BY turn, behind""";
    private static final String APPEAR = """
            UPDATE ticket SET state = 'PRESENT', version = version + 1
            WHERE id = :ticket AND day = :day AND state = 'CALLED' AND appear_until > clock_timestamp()
              AND EXISTS (SELECT 1 FROM opening_day d WHERE d.id = ticket.day AND d.state = 'RUNNING')""";
    static final String NEXT_LOOK = "SELECT clock_timestamp() FROM opening_day WHERE state = 'RUNNING' LIMIT 1";
    /// Looks at all running days; what their calls lost while nobody looked is given back to them.
    private static final String GIVE_BACK = """
            WITH looked AS (
                INSERT INTO opening_day_look (day, at) SELECT id, clock_timestamp() FROM opening_day WHERE state = 'RUNNING' ORDER BY id
                ON CONFLICT (day) DO UPDATE SET at = excluded.at
                RETURNING day, old.at AS before, new.at AS now)
            UPDATE ticket t SET appear_until = t.appear_until + (looked.now - looked.before), version = version + 1
            FROM looked WHERE looked.now - looked.before > make_interval(secs => :away)
              AND t.day = looked.day AND t.state = 'CALLED' AND t.appear_until > looked.before
            RETURNING t.id""";
    private static final String DAYS_WITH_ABSENT = """
            SELECT DISTINCT t.day FROM ticket t JOIN opening_day d ON d.id = t.day
            WHERE t.state = 'CALLED' AND t.appear_until <= clock_timestamp() AND d.state = 'RUNNING' LIMIT 50""";
    private static final String ABSENT = """
            SELECT id, absences FROM ticket WHERE day = :day AND state = 'CALLED' AND appear_until <= clock_timestamp()
            ORDER BY turn, behind LIMIT 200 FOR NO KEY UPDATE SKIP LOCKED""";
    private static final String NTH_WAITING = """
            SELECT turn FROM ticket WHERE day = :day AND state = 'WAITING' ORDER BY turn, behind OFFSET :before LIMIT 1""";
    private static final String LAST = "SELECT max(turn) FROM ticket WHERE day = :day";
    private static final String PUT_BEHIND = """
            UPDATE ticket SET state = 'WAITING', turn = :turn, behind = nextval('ticket_behind'), absences = absences + 1,
                version = version + 1
            WHERE id = :ticket""";
    private static final String DROP = """
            UPDATE ticket SET state = 'OUT', absences = absences + 1, version = version + 1 WHERE id = :ticket""";

    private static final String REINSTATE = """
            UPDATE ticket SET state = 'WAITING', turn = :turn, behind = nextval('ticket_behind'), absences = 0, version = version + 1
            WHERE id = :ticket AND day = :day AND state = 'OUT'""";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// Calls the next ones; the day is locked, so that two desks never call the same nor leave one out.
    List<Called> callNext(OpeningDay day, CallRules rules, @Nullable String desk) {
        return statement(CALL, day)
                .with("size", rules.callSize())
                .with("desk", desk)
                .with("at", clock.instant())
                .with("minutes", rules.callMinutes())
                .rows(Called.class);
    }

    /// @return whether it was called and its time is not over
    boolean appear(OpeningDay day, Appearing ticket) {
        return statement(APPEAR, day).with("ticket", ticket.id()).write() == 1;
    }

    /// A ticket whose holder stands at the desk.
    record Appearing(UUID id) {}

    /// Nobody can appear while no replica is there: after more than a few seconds without one, whoever was
    /// called and not absent by then has so much longer.
    ///
    /// @return the tickets
    List<UUID> giveBackLostTime() {
        return database.sql(GIVE_BACK).with("away", AWAY_SECONDS).rows(UUID.class);
    }

    List<UUID> daysWithAbsent() {
        return database.sql(DAYS_WITH_ABSENT).rows(UUID.class);
    }

    /// Locks the called tickets whose time is over, in the order in which they were in the queue.
    List<Absent> lockAbsent(OpeningDay day) {
        return statement(ABSENT, day).rows(Absent.class);
    }

    /// Puts the ticket behind that many of those who wait, and behind whoever was put there before; at the end if
    /// there are fewer.
    TicketMove putBack(OpeningDay day, Absent ticket, int places) {
        var turn = statement(NTH_WAITING, day).with("before", places - 1).row(Integer.class);
        return putBehind(ticket, turn.orElseGet(() -> lastTurn(day)));
    }

    TicketMove putAtTheEnd(OpeningDay day, Absent ticket) {
        return putBehind(ticket, lastTurn(day));
    }

    TicketMove drop(Absent ticket) {
        database.sql(DROP).with("ticket", ticket.id()).write();
        return TicketMove.DROP;
    }

    /// To the end of the queue, as if it had never been absent; the day is locked.
    ///
    /// @return whether it was out
    boolean reinstate(OpeningDay day, Appearing ticket) {
        return statement(REINSTATE, day)
                        .with("turn", lastTurn(day))
                        .with("ticket", ticket.id())
                        .write()
                == 1;
    }

    private TicketMove putBehind(Absent ticket, int turn) {
        database.sql(PUT_BEHIND).with("turn", turn).with("ticket", ticket.id()).write();
        return TicketMove.PUT_BACK;
    }

    private int lastTurn(OpeningDay day) {
        return statement(LAST, day).one(Integer.class);
    }

    private Statement statement(String sql, OpeningDay day) {
        return database.sql(sql).with("day", day.id());
    }
}

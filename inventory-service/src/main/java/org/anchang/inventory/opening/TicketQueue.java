package org.anchang.inventory.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.opening.CallRules.Outcome;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.jspecify.annotations.Nullable;

/// INV-13: the moves of tickets, each by the states of its [TicketMove]. Whatever changes the order of the queue runs
/// under the lock of the day.
@ApplicationScoped
public class TicketQueue {
    /// A ticket that was called just now.
    public record Called(UUID id, String number, @Nullable UUID customer, Instant appearUntil) {}

    /// A called ticket whose time is over.
    ///
    /// @param absences how often it was absent before
    public record Absent(UUID id, int absences) {}

    /// Without a look for so long, the service was away; looks are a second apart.
    private static final double AWAY_SECONDS = 5;

    private static final String CHECK_IN = """
            UPDATE ticket SET state = :to, turn = CAST(:turn AS int), version = version + 1
            WHERE id = :ticket AND day = :day AND state = :from""";
    private static final String DRAW = """
            UPDATE ticket SET state = :to, turn = drawn.place, version = version + 1
            FROM unnest(CAST(:tickets AS uuid[])) WITH ORDINALITY AS drawn (ticket, place)
            WHERE ticket.id = drawn.ticket AND ticket.day = :day AND ticket.state = :from""";
    private static final String CALL = """
            WITH next AS (
                SELECT id FROM ticket WHERE day = :day AND state = :from ORDER BY turn, behind LIMIT :size FOR NO KEY UPDATE),
            called AS (
                UPDATE ticket SET state = :to, desk = :desk, called_at = :at, version = version + 1,
                    appear_until = clock_timestamp() + make_interval(mins => :minutes)
                WHERE id IN (SELECT id FROM next)
                RETURNING id, number, customer, appear_until, turn, behind)
            SELECT id, number, customer, appear_until FROM called ORDER BY turn, behind""";
    private static final String APPEAR = """
            UPDATE ticket SET state = :to, version = version + 1
            WHERE id = :ticket AND day = :day AND state = :from AND appear_until > clock_timestamp()
              AND EXISTS (SELECT 1 FROM opening_day d WHERE d.id = ticket.day AND d.state = 'RUNNING')""";
    public static final String NEXT_LOOK = "SELECT clock_timestamp() FROM opening_day WHERE state = 'RUNNING' LIMIT 1";
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
    private static final String LAST = "SELECT coalesce(max(turn), 0) FROM ticket WHERE day = :day";
    private static final String PUT_BEHIND = """
            UPDATE ticket SET state = :to, turn = :turn, behind = nextval('ticket_behind'), absences = :absences, version = version + 1
            WHERE id = :ticket AND day = :day AND state = :from""";
    private static final String DROP = """
            UPDATE ticket SET state = :to, absences = :absences, version = version + 1
            WHERE id = :ticket AND day = :day AND state = :from""";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// Before the draw, or to the end of the queue; the day is locked.
    ///
    /// @return whether it could make the move
    boolean checkIn(OpeningDay day, UUID ticket, TicketMove move) {
        return moving(CHECK_IN, move, day)
                        .with("ticket", ticket)
                        .with("turn", move == TicketMove.CHECK_IN ? null : lastTurn(day) + 1)
                        .write()
                == 1;
    }

    /// @param tickets from the first to the last
    public void draw(OpeningDay day, List<UUID> tickets) {
        var queued = moving(DRAW, TicketMove.DRAW, day).with("tickets", tickets).write();
        if (queued != tickets.size()) {
            throw new IllegalStateException("INV-13 " + queued + " of " + tickets.size() + " tickets are in the queue");
        }
    }

    /// Calls the next ones; the day is locked, so that two desks never call the same nor leave one out.
    public List<Called> callNext(OpeningDay day, CallRules rules, @Nullable String desk) {
        return moving(CALL, TicketMove.CALL, day)
                .with("size", rules.callSize())
                .with("desk", desk)
                .with("at", clock.instant())
                .with("minutes", rules.callMinutes())
                .rows(Called.class);
    }

    /// @return whether it was called and its time is not over
    public boolean appear(OpeningDay day, UUID ticket) {
        return moving(APPEAR, TicketMove.APPEAR, day).with("ticket", ticket).write() == 1;
    }

    /// Nobody can appear while no replica is there: after more than a few seconds without one, whoever was
    /// called and not absent by then has so much longer.
    ///
    /// @return the tickets
    public List<UUID> giveBackLostTime() {
        return database.sql(GIVE_BACK).with("away", AWAY_SECONDS).rows(UUID.class);
    }

    public List<UUID> daysWithAbsent() {
        return database.sql(DAYS_WITH_ABSENT).rows(UUID.class);
    }

    /// Locks the called tickets whose time is over, in the order in which they were in the queue.
    public List<Absent> lockAbsent(OpeningDay day) {
        return statement(ABSENT, day).rows(Absent.class);
    }

    /// An absent one goes where the rule of the day says: behind that many of those who wait, and behind
    /// whoever was put there before; to the end if there are fewer; or out.
    ///
    /// @return the move that it made
    public TicketMove passOver(OpeningDay day, Absent absent, Outcome outcome) {
        var absences = absent.absences() + 1;
        return switch (outcome) {
            case Outcome.PlacesBack(var places) -> {
                var turn =
                        statement(NTH_WAITING, day).with("before", places - 1).row(Integer.class);
                yield putBehind(day, absent.id(), absences, turn.orElseGet(() -> lastTurn(day)));
            }
            case Outcome.ToTheEnd _ -> putBehind(day, absent.id(), absences, lastTurn(day));
            case Outcome.Dropped _ -> {
                moving(DROP, TicketMove.DROP, day)
                        .with("ticket", absent.id())
                        .with("absences", absences)
                        .write();
                yield TicketMove.DROP;
            }
        };
    }

    private TicketMove putBehind(OpeningDay day, UUID ticket, int absences, int turn) {
        behind(day, TicketMove.PUT_BACK, turn)
                .with("ticket", ticket)
                .with("absences", absences)
                .write();
        return TicketMove.PUT_BACK;
    }

    /// To the end of the queue, as if it had never been absent; the day is locked.
    ///
    /// @return whether it was out
    public boolean reinstate(OpeningDay day, UUID ticket) {
        return behind(day, TicketMove.REINSTATE, lastTurn(day))
                        .with("ticket", ticket)
                        .with("absences", 0)
                        .write()
                == 1;
    }

    private Statement behind(OpeningDay day, TicketMove move, int turn) {
        return moving(PUT_BEHIND, move, day).with("turn", turn);
    }

    private int lastTurn(OpeningDay day) {
        return statement(LAST, day).one(Integer.class);
    }

    private Statement moving(String sql, TicketMove move, OpeningDay day) {
        return statement(sql, day).with("from", move.from()).with("to", move.to());
    }

    private Statement statement(String sql, OpeningDay day) {
        return database.sql(sql).with("day", day.id());
    }
}

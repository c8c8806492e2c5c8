package org.anchang.customer.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.duty.turn.Basis;
import org.anchang.customer.duty.turn.DutyEvent;
import org.anchang.customer.duty.turn.PassReason;
import org.anchang.customer.duty.turn.Queue;
import org.anchang.customer.reception.ReceptionRule;
import org.anchang.customer.reception.Whereabouts;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// REC-7: the days, and what happened in each. Whoever changes a day holds its row until they are done.
@ApplicationScoped
class DutyDays {
    record DutyDay(
            UUID id, String project, LocalDate day, boolean returningUsesTurn, boolean missedIsMadeUp, String begunBy) {
        Queue.Settings settings() {
            return new Queue.Settings(returningUsesTurn, missedIsMadeUp);
        }
    }

    /// An event as it was written.
    record KeptEvent(
            UUID day,
            int seq,
            DutyEvent.DutyEventKind kind,
            @Nullable String person,
            @Nullable UUID arrival,
            @Nullable Basis basis,
            @Nullable ReceptionRule rule,
            @Nullable PassReason reason,
            String doneBy,
            Instant doneAt) {
        DutyEvent event() {
            return new DutyEvent(kind, person, arrival, basis, rule, reason);
        }
    }

    /// A day that the caller changes; nobody else does meanwhile.
    final class HeldDay {
        private final DutyDay day;
        private final Queue queue;

        private HeldDay(DutyDay day) {
            this.day = day;
            this.queue = DutyDays.this.queue(day);
        }

        DutyDay day() {
            return day;
        }

        Queue queue() {
            return queue;
        }

        void write(DutyEvent event) {
            write(List.of(event));
        }

        void write(Collection<DutyEvent> events) {
            var rows = new ArrayList<KeptEvent>();
            for (var event : events) {
                queue.take(event);
                rows.add(new KeptEvent(
                        day.id(),
                        queue.events(),
                        event.kind(),
                        event.person(),
                        event.arrival(),
                        event.basis(),
                        event.rule(),
                        event.reason(),
                        caller.name(),
                        clock.instant()));
            }
            database.writeAll(WRITE, rows);
            DutyDays.this.changed(day.project());
        }
    }

    private static final String BEGIN = """
            INSERT INTO duty_day (id, project, day, returning_uses_turn, missed_is_made_up, begun_by, begun_at)
            VALUES (:id, :project, :day, :usesTurn, :madeUp, :by, :at) ON CONFLICT (project, day) DO NOTHING""";
    private static final String COLUMNS =
            "SELECT id, project, day, returning_uses_turn, missed_is_made_up, begun_by FROM duty_day ";
    private static final String FIND = COLUMNS + "WHERE project = :project AND day = :day";
    private static final String HOLD = COLUMNS + "WHERE id = :id FOR UPDATE";
    private static final String WRITE = """
            INSERT INTO duty_event (day, seq, kind, person, arrival, basis, rule, reason, done_by, done_at)
            VALUES (:day, :seq, :kind, :person, :arrival, :basis, :rule, :reason, :doneBy, :doneAt)""";
    private static final String EVENTS = """
            SELECT day, seq, kind, person, arrival, basis, rule, reason, done_by, done_at
            FROM duty_event WHERE day = :day ORDER BY seq""";
    private static final String SEATS =
            "SELECT person FROM consultant_seat WHERE project = :project ORDER BY seat NULLS LAST, person";

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Inject
    Event<Whereabouts.Changed> boards;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// Today, to be changed; it begins with the first who signs in or comes.
    @Transactional(Transactional.TxType.MANDATORY)
    HeldDay holdToday(String project) {
        var today = clock.today();
        var found = find(project, today).orElseGet(() -> {
            begin(project, today);
            return find(project, today).orElseThrow();
        });
        return hold(found.id());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    HeldDay hold(UUID day) {
        return new HeldDay(database.sql(HOLD).with("id", day).one(DutyDay.class));
    }

    /// REC-9: as the project has set it for today.
    Queue.Settings settings(String project) {
        return new Queue.Settings(
                settings.text(project, CustomerSetting.RETURNING_USES_TURN).equals("YES"),
                settings.text(project, CustomerSetting.MISSED_TURN_MADE_UP).equals("YES"));
    }

    private void begin(String project, LocalDate today) {
        var set = settings(project);
        database.sql(BEGIN)
                .with("id", Ids.next())
                .with("project", project)
                .with("day", today)
                .with("usesTurn", set.returningUsesTurn())
                .with("madeUp", set.missedIsMadeUp())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
    }

    /// Once it is done, who looks at the board is told.
    void changed(String project) {
        boards.fire(new Whereabouts.Changed(project));
    }

    Optional<DutyDay> find(String project, LocalDate day) {
        return database.sql(FIND).with("project", project).with("day", day).row(DutyDay.class);
    }

    List<KeptEvent> events(UUID day) {
        return database.sql(EVENTS).with("day", day).rows(KeptEvent.class);
    }

    Queue queue(DutyDay day) {
        return Queue.of(
                day.settings(), events(day.id()).stream().map(KeptEvent::event).toList());
    }

    /// REC-1: the consultants of the project, from the left; those without a seat behind.
    List<String> seats(String project) {
        return database.sql(SEATS).with("project", project).rows(String.class);
    }
}

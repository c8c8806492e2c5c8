package org.anchang.inventory.hold.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent.NextInLineTold;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.sale.withholding.OfferedAgain;
import org.anchang.inventory.unit.Stock;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.people.Consequences.Given;
import org.anchang.kit.people.Consequences.Standing;
import org.anchang.kit.people.OwnedCustomer;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.jspecify.annotations.Nullable;

/// INV-5: tells who is next when units become free, passes the turn on, and takes off the line whoever got one.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WaitingLine {
    /// A unit, and the customer who is to have it.
    public record Wish(UUID unit, UUID customer) {}

    /// Who holds what, which the line does not know.
    public interface LiveHolds {
        /// Whether the customer has the unit.
        boolean has(Wish wish);
    }

    /// A unit that is free, and which time it became so.
    private record Free(UUID unit, UUID time) {}

    private record PassedOn(Free unit, boolean isFree) {}

    /// A place whose customer is to be told.
    private record Told(
            UUID id,
            UUID unit,
            String project,
            UUID customer,
            String consultant,
            @Nullable Instant headStartUntil) {}

    /// Whoever was told less often comes first, then whoever came first; nobody is told twice of one and the same
    /// time. Locked, so that nobody is told who just leaves: the one behind is told then. INV-13: a head start
    /// does not come before the order of the tickets for which a unit is kept. SEC-1: in the history
    /// it is a line of who was told, so that whoever frees a unit does not read who waits for it.
    private static final String TELL = """
            WITH next AS (
                SELECT first.id, free.time, CASE WHEN NOT EXISTS (SELECT 1 FROM kept_unit kept WHERE kept.unit = free.unit)
                    THEN clock_timestamp() + make_interval(mins => nullif((
                        SELECT minutes.%1$s FROM (%2$s) minutes), 0)) END AS head_start
                FROM unnest(CAST(:units AS uuid[]), CAST(:times AS uuid[])) free (unit, time) CROSS JOIN LATERAL (
                    SELECT w.id, w.project FROM waiting_place w JOIN unit_standing u ON u.id = w.unit AND u.attached_to IS NULL
                    WHERE w.unit = free.unit AND w.ended_at IS NULL AND w.told_in IS DISTINCT FROM free.time
                    ORDER BY w.told, w.id LIMIT 1 FOR NO KEY UPDATE OF w) first),
            told AS (
                UPDATE waiting_place w SET told = told + 1, told_at = :at, told_in = next.time,
                    head_start_until = next.head_start, turn_until = coalesce(next.head_start, 'infinity')
                FROM next WHERE w.id = next.id
                RETURNING w.id, w.unit, w.project, w.customer, w.consultant, w.head_start_until),
            line AS (%3$s)
            SELECT id, unit, project, customer, consultant, head_start_until FROM told""".formatted(
                    InventorySetting.WAITING_HEAD_START_MINUTES,
                    Settings.columns(InventorySetting.WAITING_HEAD_START_MINUTES)
                            .replace("project = :project", "project = first.project"),
                    remembered("consultant", "NEXT_IN_LINE_TOLD", "told"));
    /// Of the time before.
    private static final String END_TURNS = """
            UPDATE waiting_place SET turn_until = NULL WHERE unit = ANY (:units) AND turn_until IS NOT NULL""";
    static final String NEXT_TURN_OVER = "SELECT min(turn_until) FROM waiting_place WHERE turn_until IS NOT NULL";
    /// What another replica is at, or somebody who takes or changes the unit, is left for the next look.
    private static final String PASS_ON = """
            UPDATE waiting_place w SET turn_until = NULL
            FROM (SELECT o.id, u.state = 'AVAILABLE' AS is_free FROM waiting_place o JOIN unit_standing u ON u.id = o.unit
                  WHERE o.turn_until <= (SELECT clock_timestamp())
                  ORDER BY o.turn_until LIMIT :most FOR NO KEY UPDATE OF o SKIP LOCKED FOR NO KEY UPDATE OF u SKIP LOCKED) over
            WHERE w.id = over.id RETURNING w.unit, w.told_in AS time, over.is_free""";
    private static final String SERVED = """
            UPDATE waiting_place SET ended_at = :at, end_reason = 'HELD', turn_until = NULL
            WHERE unit = :unit AND customer = :customer AND ended_at IS NULL""";
    private static final String SOLD = """
            UPDATE waiting_place SET ended_at = :at, end_reason = 'FILED', turn_until = NULL
            WHERE unit IN (SELECT id FROM unit_standing WHERE id = :unit OR attached_to = :unit) AND ended_at IS NULL""";
    /// Whoever has the turn is told again, because now somebody else may use it.
    private static final String HAND_OVER = """
            WITH given AS (
                UPDATE waiting_place SET consultant = :next
                WHERE customer = :customer AND consultant = :former AND ended_at IS NULL
                  AND (CAST(:record AS uuid) IS NULL OR coalesce(merged_from, customer) = :record)
                RETURNING id, unit, project, customer, consultant, turn_until, head_start_until),
            line AS (%s)
            SELECT id, unit, project, customer, consultant, head_start_until FROM given WHERE turn_until > clock_timestamp()""".formatted(remembered(":person", "PLACE_HANDED_OVER", "given"));
    /// Nobody is in line for one unit twice: the place that is told first stays. Where the other one has the turn it
    /// passes on, as it does when somebody leaves the line.
    private static final String TWICE = """
            UPDATE waiting_place w SET ended_at = :at, end_reason = 'MERGED',
                turn_until = CASE WHEN w.turn_until IS NOT NULL THEN clock_timestamp() END
            WHERE (w.merged_from = :record OR w.customer IN (:now, :record)) AND w.ended_at IS NULL AND EXISTS (
                SELECT 1 FROM waiting_place first
                WHERE first.unit = w.unit AND (first.merged_from = :record OR first.customer IN (:now, :record))
                  AND first.ended_at IS NULL AND (first.told, first.id) < (w.told, w.id))""";
    private static final String BECOME = """
            UPDATE waiting_place SET customer = :now, merged_from = nullif(:record, :now)
            WHERE merged_from = :record
               OR customer = :record AND merged_from IS NULL AND (ended_at IS NULL OR end_reason = 'MERGED')""";
    /// A place that ended because the same person had another one in the same line, which is somebody else's
    /// now. Whose other place there outlived it has had it.
    private static final String AGAIN = """
            WITH again AS (
                SELECT DISTINCT ON (w.unit, w.customer) w.id FROM waiting_place w JOIN unit_standing u ON u.id = w.unit
                WHERE w.customer = ANY (:customers) AND w.end_reason = 'MERGED'
                  AND u.attached_to IS NULL AND u.state = ANY (:waitedFor)
                  AND NOT EXISTS (
                    SELECT 1 FROM waiting_place other
                    WHERE other.unit = w.unit AND other.customer = w.customer AND other.id <> w.id
                      AND (other.ended_at IS NULL OR other.end_reason <> 'MERGED' AND other.ended_at >= w.ended_at))
                ORDER BY w.unit, w.customer, w.told, w.id)
            UPDATE waiting_place w SET ended_at = NULL, end_reason = NULL FROM again WHERE w.id = again.id""";

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// To be called in the transaction that frees the units, once their own events are told.
    public void tellNext(Collection<UUID> freed) {
        database.sql(END_TURNS).with("units", freed).write();
        var time = Ids.next();
        tell(freed.stream().map(unit -> new Free(unit, time)).toList());
    }

    /// Of a unit that is offered again, too.
    void offered(@Observes OfferedAgain offered) {
        tellNext(List.of(offered.unit()));
    }

    /// Where a turn is over and the unit still free, the next in line is told.
    ///
    /// @return how many turns were over
    int passOn(int most) {
        var over = database.sql(PASS_ON).with("most", most).rows(PassedOn.class);
        tell(over.stream().filter(PassedOn::isFree).map(PassedOn::unit).toList());
        return over.size();
    }

    /// The customer has the unit, and no longer waits for it.
    public void served(Wish wish) {
        database.sql(SERVED).with("at", clock.instant()).with(wish).write();
    }

    /// The unit is finally sold, and what goes with it: nobody waits for it any more.
    public void sold(UUID unit) {
        database.sql(SOLD).with("at", clock.instant()).with("unit", unit).write();
    }

    /// SEC-1: the customer has another consultant, who has the places in line from now on.
    public void handOver(Given given) {
        handOver(given, null);
    }

    private void handOver(Given given, @Nullable UUID record) {
        if (given.from().equals(given.to())) {
            return;
        }
        var at = clock.instant();
        outbox.appendAll(told(
                database.sql(HAND_OVER)
                        .with("customer", given.customer())
                        .with("record", record)
                        .with("former", given.from())
                        .with("next", given.to())
                        .with("at", at)
                        .with("person", caller.actor()),
                at));
    }

    /// CUS-3: places in line are those of the record that stands for the one for which they were taken, and its
    /// consultant's where they were the consultant's of the one before.
    public void become(List<Standing> standings) {
        standings.forEach(this::become);
        database.sql(AGAIN)
                .with(
                        "customers",
                        standings.stream()
                                .flatMap(one -> Stream.of(one.before(), one.now()))
                                .map(OwnedCustomer::customer)
                                .toList())
                .with("waitedFor", UnitState.WAITED_FOR)
                .write();
    }

    private void become(Standing standing) {
        var now = standing.now();
        database.sql(TWICE)
                .with("at", clock.instant())
                .with("now", now.customer())
                .with("record", standing.record())
                .write();
        database.sql(BECOME)
                .with("now", now.customer())
                .with("record", standing.record())
                .write();
        handOver(new Given(now.customer(), standing.before().owner(), now.owner()), standing.record());
    }

    private void tell(List<Free> units) {
        if (units.isEmpty()) {
            return;
        }
        var at = clock.instant();
        outbox.appendAll(told(
                database.sql(TELL)
                        .with("today", clock.today())
                        .with("units", units.stream().map(Free::unit).toList())
                        .with("times", units.stream().map(Free::time).toList())
                        .with("at", at),
                at));
    }

    private static List<NextInLineTold> told(Statement telling, Instant at) {
        return telling.rows(Told.class).stream()
                .map(place -> new NextInLineTold(
                        place.unit(),
                        place.project(),
                        at,
                        place.id(),
                        place.customer(),
                        place.consultant(),
                        place.headStartUntil()))
                .toList();
    }

    /// A line in the history of each unit of whose line the rows tell.
    private static String remembered(String person, String what, String rows) {
        return Stock.remembered("""
                SELECT unit, project, CAST(:at AS timestamptz) AS at, %s AS person, '%s' AS what, NULL::int AS price_version,
                       NULL AS reason FROM %s""".formatted(person, what, rows));
    }
}

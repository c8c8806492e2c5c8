package org.anchang.inventory.hold.waiting;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.customer.CallersCustomers;
import org.anchang.inventory.hold.waiting.WaitingLine.LiveHolds;
import org.anchang.inventory.hold.waiting.WaitingLine.Wish;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.UnitState;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;

/// INV-5: puts customers in line for units, and takes them off.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WaitingForUnits {
    /// A unit that is being freed is not there to wait for: its row is locked, and free when it no longer is. One
    /// that is free is not locked here, so that nobody who wants to hold it is put off.
    private static final String TAKEN = """
            SELECT attached_to IS NOT NULL AS is_attached FROM unit_standing
            WHERE id = :unit AND state = ANY (:waitedFor) FOR SHARE""";
    /// The consultant's lock always comes first.
    private static final String ONE_AT_A_TIME = """
            SELECT count(*) FROM (
                SELECT pg_advisory_xact_lock(hashtextextended('line of ' || :project || ' ' || :consultant, 0)),
                       pg_advisory_xact_lock(hashtextextended('line for ' || :project || ' ' || CAST(:customer AS text), 0)) OFFSET 0) locked""";
    private static final String SO_FAR = """
            SELECT EXISTS (SELECT 1 FROM waiting_place
                           WHERE unit = :unit AND customer = :customer AND ended_at IS NULL) AS waits_already,
                   (SELECT count(*) FROM waiting_place
                    WHERE project = :project AND consultant = :consultant AND ended_at IS NULL) AS of_consultant,
                   (SELECT count(*) FROM waiting_place
                    WHERE project = :project AND customer = :customer AND ended_at IS NULL) AS of_customer,
                   allowed.WAITING_LIMIT_PER_CONSULTANT, allowed.WAITING_LIMIT_PER_CUSTOMER
            FROM (%s) allowed""".formatted(Settings.columns(
            InventorySetting.WAITING_LIMIT_PER_CONSULTANT, InventorySetting.WAITING_LIMIT_PER_CUSTOMER));
    private static final String JOIN = """
            INSERT INTO waiting_place (id, unit, project, customer, merged_from, consultant, joined_at)
            VALUES (:id, :unit, :project, :customer, nullif(:asked, :customer), :consultant, :at)
            ON CONFLICT (unit, customer) WHERE ended_at IS NULL DO NOTHING""";
    private static final String LEAVE = """
            UPDATE waiting_place SET ended_at = :at, end_reason = 'LEFT', end_words = :words,
                turn_until = CASE WHEN turn_until IS NOT NULL THEN clock_timestamp() END
            WHERE id = :place AND ended_at IS NULL""";
    private static final String LOCK =
            "SELECT ended_at IS NOT NULL FROM waiting_place WHERE id = :place FOR NO KEY UPDATE";
    /// [PassingTurns] sees to the rest.
    private static final String PASS = """
            UPDATE waiting_place w SET turn_until = clock_timestamp() FROM unit_standing u
            WHERE w.id = :place AND w.ended_at IS NULL AND w.turn_until > clock_timestamp() AND u.id = w.unit AND u.state = 'AVAILABLE'""";

    private record SoFar(
            boolean waitsAlready,
            int ofConsultant,
            int ofCustomer,
            int waitingLimitPerConsultant,
            int waitingLimitPerCustomer) {
        void mustAllowOneMore() {
            refuseIf(waitsAlready, InventoryRefusal.CUSTOMER_WAITS_ALREADY);
            mustBeWithin(ofConsultant, waitingLimitPerConsultant);
            mustBeWithin(ofCustomer, waitingLimitPerCustomer);
        }

        private static void mustBeWithin(int before, int limit) {
            if (before >= limit) {
                throw refuse(InventoryRefusal.WAITING_LIMIT_REACHED).with("limit", limit);
            }
        }
    }

    @Inject
    Units units;

    @Inject
    WaitingPlaces places;

    @Inject
    LiveHolds holds;

    @Inject
    CallersCustomers customers;

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @return id of the place
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CUSTOMER_IS_NOT_YOURS, UNIT_IS_ATTACHED,
    ///     NOTHING_TO_WAIT_FOR, CUSTOMER_HAS_THE_UNIT, CUSTOMER_WAITS_ALREADY, WAITING_LIMIT_REACHED
    UUID join(Wish asked) {
        var project = units.locate(caller.scope(), asked.unit()).project();
        var wish = new Wish(asked.unit(), customers.mustNotBeAnothers(project, asked.customer()));
        var attached = database.sql(TAKEN)
                .with("unit", wish.unit())
                .with("waitedFor", UnitState.WAITED_FOR)
                .row(Boolean.class)
                .orElseThrow(() -> refuse(InventoryRefusal.NOTHING_TO_WAIT_FOR));
        refuseIf(attached, InventoryRefusal.UNIT_IS_ATTACHED);
        asked(ONE_AT_A_TIME, project, wish).one(Long.class);
        refuseIf(holds.has(wish), InventoryRefusal.CUSTOMER_HAS_THE_UNIT);
        asked(SO_FAR, project, wish)
                .with("today", clock.today())
                .one(SoFar.class)
                .mustAllowOneMore();
        var id = Ids.next();
        var joined = asked(JOIN, project, wish)
                .with("id", id)
                .with("asked", asked.customer())
                .with("at", clock.instant())
                .write();
        refuseUnless(joined == 1, InventoryRefusal.CUSTOMER_WAITS_ALREADY);
        units.remember(wish.unit(), "LINE_JOINED", Cause.of(null));
        return id;
    }

    /// Whoever has the turn lets it pass and keeps the place, behind those who were told less often; the next
    /// in line is told within a second.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, PLACE_HAS_ENDED, PLACE_DOES_NOT_HAVE_THE_TURN
    void letPass(UUID id) {
        var place = places.get(caller.scope(), id);
        var hasEnded = database.sql(LOCK).with("place", id).one(Boolean.class);
        refuseIf(hasEnded, InventoryRefusal.PLACE_HAS_ENDED);
        var passed = database.sql(PASS).with("place", id).write();
        refuseUnless(passed == 1, InventoryRefusal.PLACE_DOES_NOT_HAVE_THE_TURN);
        units.remember(place.unit(), "TURN_LET_PASS", Cause.of(null));
    }

    /// Where the place has the turn the next in line is told within a second. What was written about it stays with
    /// the place, sealed (CUS-6).
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, PLACE_HAS_ENDED
    void leave(UUID id, String reason) {
        var place = places.get(caller.scope(), id);
        var left = database.sql(LEAVE)
                .with("at", clock.instant())
                .with("words", sealing.seal(reason, WaitingPlace.wordsOf(id)))
                .with("place", id)
                .write();
        refuseUnless(left == 1, InventoryRefusal.PLACE_HAS_ENDED);
        units.remember(place.unit(), "LINE_LEFT", Cause.of(null));
    }

    private Statement asked(String sql, String project, Wish wish) {
        return database.sql(sql)
                .with("project", project)
                .with("consultant", caller.name())
                .with(wish);
    }
}

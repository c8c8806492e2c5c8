package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.anchang.events.InventoryEvent.HoldReleased;
import org.anchang.events.InventoryEvent.UnitHeld;
import org.anchang.inventory.AttachedUnits;
import org.anchang.inventory.Buildings;
import org.anchang.inventory.Cause;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.Statements;
import org.anchang.inventory.UnitMove;
import org.anchang.inventory.UnitState;
import org.anchang.inventory.Units;
import org.anchang.inventory.callup.AdmittingTickets;
import org.anchang.inventory.callup.AdmittingTickets.Bearer;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.setting.Settings;

/// INV-4, INV-5: takes and gives back holds.
@ApplicationScoped
class HoldingUnits {
    /// Whoever gets the lock on the unit's row makes the hold. SKIP LOCKED: the others find no row, and do not
    /// wait. INV-11: what is attached is taken along or the home is not taken; by itself it is not held.
    private static final String TAKE = """
            WITH free AS (
                SELECT id, project, building, price_version FROM unit
                WHERE id = ? AND state = 'AVAILABLE' AND attached_to IS NULL FOR NO KEY UPDATE SKIP LOCKED),
            together AS (
                SELECT building FROM unit WHERE attached_to = (SELECT id FROM free) AND state = 'AVAILABLE'
                FOR NO KEY UPDATE SKIP LOCKED),
            taken AS (
            INSERT INTO hold (id, unit, project, customer, consultant, price_version, held_at, expires_at, ticket, ticket_slot)
            SELECT ?, free.id, free.project, ?, ?, free.price_version, ?, clock_timestamp() + make_interval(mins => ?),
                   ?::uuid, ?::int
            FROM free
            WHERE certificates_complete(free.building, ?)
              AND (SELECT count(*) FROM together WHERE certificates_complete(building, ?))
                = (SELECT count(*) FROM unit WHERE attached_to = free.id)
            ON CONFLICT (unit) WHERE ended_at IS NULL DO NOTHING
            RETURNING id, unit, expires_at),
            along AS (
            INSERT INTO hold_attached SELECT taken.id, u.id, u.price_version, u.attached_apart
            FROM taken JOIN unit u ON u.attached_to = taken.unit)
            SELECT expires_at FROM taken""";
    /// Taken after the unit, so that only commands of one and the same consultant wait for each other.
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String WAITING = """
            SELECT count(*) FROM hold
            WHERE project = ? AND consultant = ? AND ended_at IS NULL AND deal IS NULL AND expires_at > clock_timestamp()""";
    private static final String EXTEND = """
            UPDATE hold SET expires_at = expires_at + make_interval(mins => ?)
            WHERE id = ? AND ended_at IS NULL AND deal IS NULL AND expires_at > clock_timestamp()
              AND expires_at + make_interval(mins => ?) <= started_at + make_interval(mins => ?)""";

    @Inject
    Units units;

    @Inject
    Holds holds;

    @Inject
    Buildings buildings;

    @Inject
    AttachedUnits attachedUnits;

    @Inject
    AdmittingTickets admitting;

    @Inject
    Statements statements;

    @Inject
    Settings settings;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// INV-4, INV-5, INV-6: exactly one of all who ask for the unit gets it; the others are refused at once.
    ///
    /// @return id of the hold
    /// @throws org.anchang.kit.problem.Refused UNIT_NOT_AVAILABLE, TICKET_NEEDED, TICKET_IS_NOT_PRESENT,
    ///     TICKET_IS_ANOTHERS, TICKET_QUOTA_REACHED, CERTIFICATES_INCOMPLETE, HOLD_LIMIT_REACHED
    @Transactional
    UUID hold(HoldResource.HoldUnit request) {
        var unit = units.locate(caller.scope(), request.unit());
        if (unit.state() != UnitState.AVAILABLE) {
            throw notAvailable(unit.state());
        }
        var admission = admitting.admit(unit, new Bearer(request.ticket(), request.customer()));
        var minutes = settings.integer(unit.project(), InventorySetting.HOLD_MINUTES);
        var hold = Ids.next();
        var expiresAt = statements
                .row(
                        TAKE,
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        unit.unit(),
                        hold,
                        request.customer(),
                        caller.name(),
                        clock.instant(),
                        minutes,
                        admission.ticket(),
                        admission.slot(),
                        clock.today(),
                        clock.today())
                .orElseThrow(() -> notTaken(unit));
        mustBeWithinLimit(unit.project());
        var moved = units.move(UnitMove.HOLD, unit.unit(), Cause.ofHold(hold, null))
                .orElseThrow(() -> notAvailable(UnitState.HELD));
        outbox.append(new UnitHeld(
                unit.unit(),
                unit.project(),
                clock.instant(),
                moved.from().told(),
                moved.to().told(),
                hold,
                request.customer(),
                caller.name(),
                expiresAt));
        return hold;
    }

    /// Gives a hold back before its time.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED
    @Transactional
    void release(UUID id, String reason) {
        var hold = holds.get(caller.scope(), id);
        var ended = statements.write(
                "UPDATE hold SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL AND deal IS NULL",
                clock.instant(),
                reason,
                id);
        if (ended == 0) {
            throw unusable(id);
        }
        var moved = units.move(UnitMove.LET_GO, hold.unit(), Cause.ofHold(id, reason))
                .orElseThrow(() -> new IllegalStateException("a held unit is not HELD: " + hold.unit()));
        outbox.append(new HoldReleased(
                hold.unit(),
                hold.project(),
                clock.instant(),
                moved.from().told(),
                moved.to().told(),
                id,
                reason));
    }

    /// Lets a hold last longer, within the project's limit.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED, HOLD_WOULD_BE_TOO_LONG
    @Transactional
    void extend(UUID id, HoldResource.Extend request) {
        var hold = holds.get(caller.scope(), id);
        var longest = settings.integer(hold.project(), InventorySetting.HOLD_MINUTES_LONGEST);
        var minutes = request.minutes() == null
                ? settings.integer(hold.project(), InventorySetting.HOLD_MINUTES)
                : request.minutes();
        if (statements.write(EXTEND, minutes, id, minutes, longest) == 0) {
            mustBeUsable(id);
            throw refuse(InventoryRefusal.HOLD_WOULD_BE_TOO_LONG).with("longest", longest);
        }
        units.remember(hold.unit(), "HOLD_EXTENDED", Cause.ofHold(id, request.reason()));
    }

    private void mustBeWithinLimit(String project) {
        var limit = settings.integer(project, InventorySetting.HOLD_LIMIT_PER_CONSULTANT);
        statements.row(ONE_AT_A_TIME, _ -> true, "hold " + project + " " + caller.name());
        var waiting = statements
                .row(WAITING, row -> row.getInt(1), project, caller.name())
                .orElse(0);
        if (waiting > limit) {
            throw refuse(InventoryRefusal.HOLD_LIMIT_REACHED).with("limit", limit);
        }
    }

    private RuntimeException notTaken(Units.Located unit) {
        attachedUnits.mustBeFreeToHold(unit.unit(), clock.today());
        var missing = buildings.missingCertificates(unit.building(), clock.today());
        return missing.isEmpty()
                ? notAvailable(UnitState.HELD)
                : refuse(InventoryRefusal.CERTIFICATES_INCOMPLETE).with("missing", missing);
    }

    private RuntimeException notAvailable(UnitState state) {
        return refuse(InventoryRefusal.UNIT_NOT_AVAILABLE)
                .with("state", state.seen(caller.scope().ownOnly()));
    }

    private RuntimeException unusable(UUID id) {
        mustBeUsable(id);
        return refuse(InventoryRefusal.HOLD_HAS_ENDED);
    }

    private void mustBeUsable(UUID id) {
        var found = statements.row(
                "SELECT deal IS NOT NULL, ended_at IS NOT NULL OR deal IS NULL AND expires_at <= clock_timestamp() FROM hold"
                        + " WHERE id = ?",
                row -> new boolean[] {row.getBoolean(1), row.getBoolean(2)},
                id);
        refuseUnless(found.isPresent() && !found.get()[1], InventoryRefusal.HOLD_HAS_ENDED);
        refuseIf(found.get()[0], InventoryRefusal.HOLD_IS_CLAIMED);
    }
}

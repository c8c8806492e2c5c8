package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.HoldReleased;
import org.anchang.events.InventoryEvent.UnitHeld;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.Statements;
import org.anchang.inventory.hold.waiting.WaitingLine;
import org.anchang.inventory.opening.callup.AdmittingTickets.Bearer;
import org.anchang.inventory.opening.callup.AdmittingTickets;
import org.anchang.inventory.sale.permit.Permits;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.inventory.unit.UnitState;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// INV-4, INV-5: takes and gives back holds.
@ApplicationScoped
class HoldingUnits {
    /// Whoever gets the lock on the unit's row makes the hold. SKIP LOCKED: the others find no row, and do not
    /// wait. INV-11: what is attached is taken along or the home is not taken; by itself it is not held. The limits
    /// are counted after the unit is locked, so that only commands of one and the same consultant or customer wait
    /// for each other. A head start lasts until its turn was passed on, so that nobody slips in between two. Whose
    /// customer it is costs no statement of its own.
    private static final String TAKE = """
            WITH locked AS (
                SELECT id, project, building, price_version FROM unit
                WHERE id = ? AND state = 'AVAILABLE' AND attached_to IS NULL FOR NO KEY UPDATE SKIP LOCKED),
            free AS (SELECT locked.*, hold_begins(id) FROM locked),
            together AS (
                SELECT building FROM unit WHERE attached_to = (SELECT id FROM free) AND state = 'AVAILABLE'
                FOR NO KEY UPDATE SKIP LOCKED),
            allowed AS (%s),
            standing AS MATERIALIZED (SELECT standing_customer(?) AS customer),
            taken AS (
            INSERT INTO hold (id, unit, project, customer, consultant, price_version, held_at, expires_at, ticket, ticket_slot)
            SELECT ?, free.id, free.project, standing.customer, ?, free.price_version, ?,
                   clock_timestamp() + make_interval(mins => least(allowed.HOLD_MINUTES, allowed.HOLD_MINUTES_LONGEST)), ?::uuid, ?::int
            FROM free, allowed, standing
            WHERE certificates_complete(free.building, ?)
              AND (SELECT count(*) FROM together WHERE certificates_complete(building, ?))
                = (SELECT count(*) FROM unit WHERE attached_to = free.id)
              AND NOT EXISTS (SELECT 1 FROM waiting_place WHERE unit = free.id AND customer <> standing.customer
                              AND turn_until IS NOT NULL AND head_start_until IS NOT NULL)
            ON CONFLICT (unit) WHERE ended_at IS NULL DO NOTHING
            RETURNING id, unit, project, consultant, customer, held_at, expires_at),
            along AS (
            INSERT INTO hold_attached (hold, unit, price_version, apart)
            SELECT taken.id, u.id, u.price_version, u.attached_apart
            FROM taken JOIN unit u ON u.attached_to = taken.unit)
            SELECT taken.expires_at, besides.of_consultant, besides.for_customer,
                   allowed.HOLD_LIMIT_PER_CONSULTANT, allowed.HOLD_LIMIT_PER_CUSTOMER,
                   EXISTS (SELECT 1 FROM waiting_place WHERE unit = taken.unit AND customer = taken.customer AND ended_at IS NULL),
                   taken.customer, customer_is_anothers(taken.project, taken.consultant, taken.customer),
                   CASE WHEN allowed.HOLD_AGAIN_MINUTES > 0 AND EXISTS (
                       SELECT 1 FROM waiting_place WHERE unit = taken.unit AND customer <> taken.customer AND ended_at IS NULL)
                   THEN (SELECT max(ended_at) + make_interval(mins => allowed.HOLD_AGAIN_MINUTES) FROM hold
                         WHERE unit = taken.unit AND ended_at > taken.held_at - make_interval(mins => allowed.HOLD_AGAIN_MINUTES)
                           AND (consultant = taken.consultant OR customer = taken.customer)) END
            FROM taken, allowed, holds_besides(taken.id, taken.project, taken.consultant, taken.customer) besides""".formatted(InventorySetting.columns(
            InventorySetting.HOLD_MINUTES,
            InventorySetting.HOLD_MINUTES_LONGEST,
            InventorySetting.HOLD_AGAIN_MINUTES,
            InventorySetting.HOLD_LIMIT_PER_CONSULTANT,
            InventorySetting.HOLD_LIMIT_PER_CUSTOMER));
    /// Mostly somebody else is at the unit, and that is all. Where only its row is locked, by no hold, it is as free
    /// as every screen says.
    private static final String OTHER_REASON = """
            WITH found AS MATERIALIZED (
                SELECT id, state, attached_to IS NOT NULL OR NOT certificates_complete(building, ?)
                    OR EXISTS (SELECT 1 FROM unit a WHERE a.attached_to = u.id
                               AND (a.state <> 'AVAILABLE' OR NOT certificates_complete(a.building, ?)))
                    OR EXISTS (SELECT 1 FROM waiting_place w
                               WHERE w.unit = u.id AND w.turn_until IS NOT NULL AND w.head_start_until IS NOT NULL) AS other
                FROM unit u WHERE id = ?)
            SELECT other, CASE WHEN other THEN state ELSE state_for_the_next(id) END FROM found""";

    /// @param besides holds there are already
    private record Limit(int besides, int most) {
        void mustAllowOneMore(InventoryRefusal refusal) {
            if (besides >= most) {
                throw refuse(refusal).with("limit", most);
            }
        }
    }

    private record NotTaken(boolean hasOtherReason, UnitState state) {}

    /// @param customer   the record that stands for whom the unit was asked (CUS-3)
    /// @param isAnothers SEC-1: whether it is known to be another consultant's
    /// @param notBefore  until when those who had the unit last let others have it first
    private record Taken(
            Instant expiresAt,
            Limit ofConsultant,
            Limit forCustomer,
            boolean wasInLine,
            UUID customer,
            boolean isAnothers,
            @Nullable Instant notBefore) {
        static Taken read(ResultSet row) throws SQLException {
            var notBefore = row.getObject(9, OffsetDateTime.class);
            return new Taken(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    new Limit(row.getInt(2), row.getInt(4)),
                    new Limit(row.getInt(3), row.getInt(5)),
                    row.getBoolean(6),
                    row.getObject(7, UUID.class),
                    row.getBoolean(8),
                    notBefore == null ? null : notBefore.toInstant());
        }
    }

    @Inject
    Units units;

    @Inject
    Holds holds;

    @Inject
    Permits permits;

    @Inject
    TakenAlong takenAlong;

    @Inject
    AdmittingTickets admitting;

    @Inject
    Statements statements;

    @Inject
    WaitingLine line;

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
    ///     TICKET_IS_ANOTHERS, TICKET_QUOTA_REACHED, UNIT_IS_ATTACHED, ATTACHED_UNIT_NOT_AVAILABLE,
    ///     CERTIFICATES_INCOMPLETE, NEXT_IN_LINE_COMES_FIRST, CUSTOMER_IS_NOT_YOURS,
    ///     UNIT_WAS_HELD_JUST_NOW, HOLD_LIMIT_REACHED, CUSTOMER_HOLD_LIMIT_REACHED; CONFLICT_TRY_AGAIN if the
    ///     unit is free and something else than a hold is just changing it
    @Transactional
    UUID hold(HoldResource.HoldUnit request) {
        var unit = units.locate(caller.scope(), request.unit());
        if (unit.state() != UnitState.AVAILABLE) {
            throw notAvailable(unit.state());
        }
        var admission = admitting.admit(unit, new Bearer(request.ticket(), request.customer()));
        var wish = new WaitingLine.Wish(unit.unit(), request.customer());
        var hold = Ids.next();
        var today = clock.today();
        var taken = statements
                .row(
                        TAKE,
                        Taken::read,
                        unit.unit(),
                        unit.project(),
                        today,
                        request.customer(),
                        hold,
                        caller.name(),
                        clock.instant(),
                        admission.ticket(),
                        admission.slot(),
                        today,
                        today)
                .orElseThrow(() -> notTaken(unit, wish));
        refuseIf(taken.isAnothers(), InventoryRefusal.CUSTOMER_IS_NOT_YOURS);
        if (taken.notBefore() != null && !taken.wasInLine()) {
            throw refuse(InventoryRefusal.UNIT_WAS_HELD_JUST_NOW).with("until", taken.notBefore());
        }
        taken.ofConsultant().mustAllowOneMore(InventoryRefusal.HOLD_LIMIT_REACHED);
        if (admission.ticket() == null) {
            taken.forCustomer().mustAllowOneMore(InventoryRefusal.CUSTOMER_HOLD_LIMIT_REACHED);
        }
        var moved = units.move(UnitMove.HOLD, unit.unit(), Cause.ofHold(hold, null))
                .orElseThrow(() -> notAvailable(UnitState.HELD));
        if (taken.wasInLine()) {
            line.served(new WaitingLine.Wish(unit.unit(), taken.customer()));
        }
        outbox.append(new UnitHeld(
                unit.unit(),
                unit.project(),
                clock.instant(),
                moved.from().told(),
                moved.to().told(),
                hold,
                taken.customer(),
                caller.name(),
                taken.expiresAt()));
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
            holds.mustBeUsable(id);
            throw refuse(InventoryRefusal.HOLD_HAS_ENDED);
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
        line.tellNext(List.of(hold.unit()));
    }

    private RuntimeException notTaken(Units.Located unit, WaitingLine.Wish wish) {
        var today = clock.today();
        var found = statements
                .row(
                        OTHER_REASON,
                        row -> new NotTaken(row.getBoolean(1), UnitState.valueOf(row.getString(2))),
                        today,
                        today,
                        unit.unit())
                .orElseThrow();
        if (!found.hasOtherReason()) {
            return notFree(found.state());
        }
        takenAlong.mustBeFreeToHold(unit.unit(), today);
        var missing = permits.missing(unit.building(), today);
        if (!missing.isEmpty()) {
            return refuse(InventoryRefusal.CERTIFICATES_INCOMPLETE).with("missing", missing);
        }
        line.nobodyElseMustComeFirst(wish);
        return notFree(found.state());
    }

    private RuntimeException notFree(UnitState state) {
        return state == UnitState.AVAILABLE ? refuse(KitRefusal.CONFLICT_TRY_AGAIN) : notAvailable(state);
    }

    private RuntimeException notAvailable(UnitState state) {
        return refuse(InventoryRefusal.UNIT_NOT_AVAILABLE)
                .with("state", state.seen(caller.scope().ownOnly()));
    }
}

package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.HoldReleased;
import org.anchang.events.InventoryEvent.UnitHeld;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.hold.Standing.Asker;
import org.anchang.inventory.hold.Standing.ByTicket;
import org.anchang.inventory.hold.waiting.WaitingLine;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.opening.Tickets;
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
import org.anchang.kit.problem.Refused;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-4, INV-5: takes and gives back holds. To take one is three steps: lock the unit, or hear no at once; read what
/// decides, and decide ([HoldPolicy]); write.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class HoldingUnits {
    /// Whoever gets the lock on the unit's row makes the hold. SKIP LOCKED: the others find no row, and do not wait.
    /// INV-11: what is attached is locked with its home; by itself it is not held.
    private static final String LOCK = """
            WITH locked AS (
                SELECT id FROM unit_standing
                WHERE id = :unit AND state = 'AVAILABLE' AND attached_to IS NULL AND (:everyProject OR project = ANY (:projects))
                FOR NO KEY UPDATE SKIP LOCKED),
            begun AS MATERIALIZED (SELECT id, hold_begins(id) FROM locked),
            along AS (
                SELECT id FROM unit_standing WHERE attached_to = (SELECT id FROM begun) AND state = 'AVAILABLE'
                FOR NO KEY UPDATE SKIP LOCKED)
            SELECT project, state, attached_to IS NOT NULL AS is_attached, EXISTS (SELECT 1 FROM begun) AS is_locked,
                   (SELECT count(*) FROM along) = (SELECT count(*) FROM unit_standing a WHERE a.attached_to = u.id) AS is_whole
            FROM unit_standing u WHERE id = :unit""";
    /// Of a unit that is free by what everybody sees and whose row somebody else has locked.
    private static final String STATE_FOR_THE_NEXT = "SELECT state_for_the_next(:unit)";
    /// In the statement that moves the unit.
    private static final String HOLD = """
            held AS (
                INSERT INTO hold (id, unit, project, customer, merged_from, consultant, price_version, held_at, expires_at, ticket, ticket_slot)
                VALUES (:hold, :unit, :project, :customer, nullif(:asked, :customer), :consultant, :priceVersion, :at, :expiresAt, :ticket,
                        :ticketSlot)),
            along AS (
                INSERT INTO hold_attached (hold, unit, price_version, apart)
                SELECT :hold, id, price_version, attached_apart FROM unit_standing WHERE attached_to = :unit)""";

    private static final String GIVEN_BACK = "GIVEN_BACK";

    /// A unit that somebody asks for.
    ///
    /// @param isWhole INV-11: whether all that is attached to it is locked too
    private record AskedFor(String project, UnitState state, boolean isAttached, boolean isLocked, boolean isWhole) {}

    /// A hold as it is written.
    ///
    /// @param asked the record for which it was asked, which may have gone into the customer's (CUS-3)
    private record NewHold(
            UUID hold,
            UUID unit,
            String project,
            UUID customer,
            UUID asked,
            String consultant,
            int priceVersion,
            Instant at,
            Instant expiresAt,
            @Nullable UUID ticket,
            @Nullable Integer ticketSlot) {}

    @Inject
    Units units;

    @Inject
    Holds holds;

    @Inject
    Permits permits;

    @Inject
    Tickets tickets;

    @Inject
    Database database;

    @Inject
    WaitingLine line;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// INV-4, INV-5, INV-6: exactly one of all who ask for the unit gets it; the others are refused at once.
    ///
    /// @return id of the hold
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, UNIT_NOT_AVAILABLE, whatever [HoldPolicy] says;
    ///     CONFLICT_TRY_AGAIN if the unit is free and something else than a hold is just changing it
    UUID hold(HoldResource.HoldUnit request) {
        var unit = lock(request.unit());
        var standing = standing(unit, request);
        HoldPolicy.broken(standing).ifPresent(rule -> {
            throw refused(rule, standing);
        });
        if (!unit.isWhole()) {
            throw refuse(KitRefusal.CONFLICT_TRY_AGAIN);
        }
        return write(unit, request, standing);
    }

    private AskedFor lock(UUID id) {
        var scope = caller.scope();
        var asked = database.sql(LOCK)
                .with("unit", id)
                .with("everyProject", scope.everyProject())
                .with("projects", scope.projects())
                .row(AskedFor.class)
                .filter(unit -> scope.covers(unit.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        if (asked.state() != UnitState.AVAILABLE) {
            throw notAvailable(asked.project(), asked.state());
        }
        if (!asked.isLocked() && !asked.isAttached()) {
            var state = database.sql(STATE_FOR_THE_NEXT).with("unit", id).one(UnitState.class);
            throw state == UnitState.AVAILABLE
                    ? refuse(KitRefusal.CONFLICT_TRY_AGAIN)
                    : notAvailable(asked.project(), state);
        }
        return asked;
    }

    private Standing standing(AskedFor unit, HoldResource.HoldUnit request) {
        var at = clock.instant();
        var facts = Standing.facts(
                database,
                new Asker(request.unit(), unit.project(), request.customer(), caller.name(), at, clock.today()));
        var day = facts.openingDay();
        return new Standing(facts, day == null ? null : byTicket(day, request.ticket(), facts.customer()), at);
    }

    private ByTicket byTicket(UUID day, @Nullable UUID ticket, UUID customer) {
        if (ticket == null) {
            return ByTicket.NONE_SHOWN;
        }
        return tickets.lock(day, ticket, customer)
                .map(shown -> new ByTicket(
                        ticket,
                        shown.state() == TicketState.PRESENT,
                        shown.isForCustomer(),
                        shown.quota(),
                        holds.slotsTaken(ticket)))
                .orElseGet(() -> ByTicket.unknown(ticket));
    }

    private UUID write(AskedFor unit, HoldResource.HoldUnit request, Standing standing) {
        var id = request.unit();
        var facts = standing.facts();
        var ticket = standing.ticket();
        var hold = new NewHold(
                Ids.next(),
                id,
                unit.project(),
                facts.customer(),
                request.customer(),
                caller.name(),
                facts.priceVersion(),
                standing.at(),
                HoldPolicy.lastsUntil(facts),
                ticket == null ? null : ticket.ticket(),
                ticket == null ? null : ticket.freeSlot().orElseThrow());
        var moved = units.moveAnd(UnitMove.HOLD, id, Cause.ofHold(hold.hold()), new Units.Writing(HOLD, hold))
                .orElseThrow(() -> new IllegalStateException("a locked unit is not free: " + id));
        if (facts.isInLine()) {
            line.served(new WaitingLine.Wish(id, facts.customer()));
        }
        outbox.append(new UnitHeld(
                id,
                unit.project(),
                standing.at(),
                moved.from().told(),
                moved.to().told(),
                hold.hold(),
                hold.customer(),
                hold.consultant(),
                hold.expiresAt()));
        return hold.hold();
    }

    /// Gives a hold back before its time. What was written about it stays here, sealed (CUS-6).
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED
    void giveBack(UUID id, String reason) {
        var hold = holds.get(caller.scope(), id);
        holds.lock(id).refuseUnusable();
        var words = sealing.seal(reason, Cause.wordsOf(id));
        holds.end(id, GIVEN_BACK, words);
        var moved = units.move(UnitMove.LET_GO, hold.unit(), Cause.ofHold(id, GIVEN_BACK, words))
                .orElseThrow(() -> new IllegalStateException("a held unit is not HELD: " + hold.unit()));
        outbox.append(new HoldReleased(
                hold.unit(),
                hold.project(),
                clock.instant(),
                moved.from().told(),
                moved.to().told(),
                id,
                GIVEN_BACK));
        line.tellNext(List.of(hold.unit()));
    }

    private Refused refused(HoldPolicy rule, Standing standing) {
        var refused = rule.refused(standing);
        var building = standing.facts().uncertified();
        return rule == HoldPolicy.CERTIFICATES_INCOMPLETE && building != null
                ? refused.with("missing", permits.missing(building, clock.today()))
                : refused;
    }

    private Refused notAvailable(String project, UnitState state) {
        return refuse(InventoryRefusal.UNIT_NOT_AVAILABLE)
                .with("state", state.seen(caller.scope().ownOnly(project)));
    }
}

package org.anchang.inventory.unit;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.anchang.inventory.Statements;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All units, as far as the caller is bound to their projects, and the one door to their states.
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UUID> {
    /// A unit that made a move.
    public record Moved(UUID unit, String project, UnitState from, UnitState to) {}

    /// Where a unit is, and its state at this moment.
    ///
    /// @param openingDay INV-13: of an available unit: the opening day that is on, for whose tickets it is kept
    public record Located(
            UUID unit,
            String project,
            UUID building,
            UnitState state,
            @Nullable UUID openingDay) {}

    /// Where the units of a list are to be, beside what their filter asks; anything may be left out.
    ///
    /// @param floor as the price list has it, e.g. `3A`
    /// @param view  what they look out on
    public record Place(
            @Nullable String project,
            @Nullable String floor,
            @Nullable String view) {}

    /// Only of a unit that can be held somebody asks for which opening day it is kept.
    private static final String LOCATE = """
            SELECT u.id, u.project, u.building, u.state, CASE WHEN u.state = 'AVAILABLE' THEN (
                SELECT d.id FROM release_unit r JOIN opening_day d ON d.release = r.release
                WHERE r.unit = u.id AND NOT r.withdrawn AND d.state NOT IN ('ENDED', 'CALLED_OFF')) END
            FROM unit u WHERE u.id = ?""";
    /// Locks in the order of the ids, so that two moves of a home and what is attached to it never wait for each
    /// other.
    private static final String MOVING = """
            WITH taken AS (
                SELECT id FROM unit WHERE id = ANY (?) OR attached_to = ANY (?) ORDER BY id FOR NO KEY UPDATE),
            moved AS (
                UPDATE unit SET state = ?,
                    open_change = CASE WHEN ? THEN NULL ELSE open_change END,
                    open_request = CASE WHEN ? THEN NULL ELSE open_request END
                WHERE id IN (SELECT id FROM taken) AND state = ANY (?)
                RETURNING id, project, attached_to, old.state AS was, new.state AS becomes)
            INSERT INTO unit_history (unit, project, at, person, what, from_state, to_state, %s)
            SELECT id, project, ?, ?, ?, was, becomes, %s
            RETURNING unit, project, from_state, to_state""";
    private static final String MOVE = MOVING.formatted("hold, deal, reason", "?, ?, ? FROM moved");
    /// Each unit for a hold of its own.
    private static final String MOVE_HELD = MOVING.formatted("hold", """
            held.hold FROM moved JOIN unnest(?, ?) held (unit, hold) ON held.unit = coalesce(moved.attached_to, moved.id)""");
    private static final String REMEMBER = """
            INSERT INTO unit_history (unit, project, at, person, what, hold, deal, reason)
            SELECT id, project, ?, ?, ?, ?, ?, ? FROM unit WHERE id = ?""";

    private static final String PLANNED = """
            SELECT u.unit, r.opens_at FROM release_unit u JOIN release r ON r.id = u.release
            WHERE u.unit = ANY (?) AND NOT u.withdrawn AND r.state = 'PLANNED'""";

    @Inject
    Statements statements;

    @Inject
    Event<CellsChanged> cells;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Unit get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(unit -> scope.covers(unit.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// Without the rest of what is known about it, for commands.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Located locate(Scope scope, UUID id) {
        return statements
                .row(
                        LOCATE,
                        row -> new Located(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                UnitState.valueOf(row.getString(4)),
                                row.getObject(5, UUID.class)),
                        id)
                .filter(unit -> scope.covers(unit.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// In the order in which they came onto the price list.
    public Page<Unit> list(Scope scope, Place place, UnitFilter filter, PageRequest page) {
        var state = filter.state == null ? null : statesSeenAs(filter.state, scope.ownOnly());
        var conditions = new Conditions(scope.on("project"), scope.projectParameters())
                .and("project = :project", place.project())
                .and("building = :building", filter.building)
                .and("floor = :floor", place.floor())
                .and("state in (:states)", state)
                .and("productType = :productType", filter.productType)
                .and("layout = :layout", filter.layout)
                .and("view = :view", place.view())
                .and("pricing.listTotal >= :leastTotal", money(filter.totalFrom))
                .and("pricing.listTotal <= :mostTotal", money(filter.totalTo))
                .and("pricing.buildingArea >= :leastArea", filter.areaFrom)
                .and("pricing.buildingArea <= :mostArea", filter.areaTo)
                .and("id > :after", page.afterId().orElse(null));
        var found = find("from Unit where " + conditions + " order by id", conditions.parameters())
                .page(0, page.rows())
                .list();
        return Page.of(found, page, unit -> List.of(unit.id()));
    }

    /// INV-8: when those of the units that a planned release is to open will open.
    public Map<UUID, Instant> plannedOpenings(Collection<UUID> closed) {
        record Planned(UUID unit, Instant opensAt) {}
        if (closed.isEmpty()) {
            return Map.of();
        }
        return statements
                .rows(
                        PLANNED,
                        row -> new Planned(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant()),
                        (Object) closed.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Planned::unit, Planned::opensAt));
    }

    /// INV-3: moves those of the units that are in a state from which the move starts; the database decides, and
    /// each move leaves a line in the unit's history. What is attached to a home moves with it (INV-11), where the
    /// move is one of a hold or a deal.
    ///
    /// @return the units that moved, the attached ones among them
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Moved> move(UnitMove move, Collection<UUID> units, Cause cause) {
        return moved(MOVE, move, units, cause.at(), cause.hold(), cause.deal(), cause.reason());
    }

    /// The same where the holds of many units end at once.
    ///
    /// @param holds the units, each with its hold
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Moved> moveHeld(UnitMove move, Map<UUID, UUID> holds) {
        return moved(
                MOVE_HELD,
                move,
                holds.keySet(),
                null,
                holds.keySet().toArray(UUID[]::new),
                holds.values().toArray(UUID[]::new));
    }

    private List<Moved> moved(
            String sql, UnitMove move, Collection<UUID> units, @Nullable Instant at, @Nullable Object... cause) {
        var freed = move.to() == UnitState.AVAILABLE;
        var ids = units.toArray(UUID[]::new);
        var parameters = new ArrayList<@Nullable Object>(Arrays.asList(
                ids,
                move.takesAttached() ? ids : new UUID[0],
                move.to(),
                freed,
                freed,
                move.origins(),
                at == null ? clock.instant() : at,
                caller.actor(),
                move));
        parameters.addAll(Arrays.asList(cause));
        var moved = statements.rows(
                sql,
                row -> new Moved(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        UnitState.valueOf(row.getString(3)),
                        UnitState.valueOf(row.getString(4))),
                parameters.toArray());
        moved.stream().map(Moved::project).distinct().forEach(this::cellsChanged);
        return moved;
    }

    /// Moves one unit, or finds that it is in no state to. What moved with it is told here; the unit itself by the
    /// caller, who has the event for it.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Moved> move(UnitMove move, UUID unit, Cause cause) {
        var moved = move(move, List.of(unit), cause);
        moved.stream()
                .filter(attached -> !attached.unit().equals(unit))
                .forEach(attached -> tellAttached(attached, move, cause));
        return moved.stream().filter(one -> one.unit().equals(unit)).findFirst();
    }

    private void tellAttached(Moved attached, UnitMove move, Cause cause) {
        outbox.append(stateChanged(attached, move, cause));
    }

    /// The event of a move that has none of its own.
    public UnitStateChanged stateChanged(Moved moved, UnitMove move, Cause cause) {
        return new UnitStateChanged(
                moved.unit(),
                moved.project(),
                clock.instant(),
                moved.from().told(),
                moved.to().told(),
                cause.deal(),
                move.name());
    }

    /// Adds a line to the unit's history that is no move.
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(UUID unit, String what, Cause cause) {
        statements.write(
                REMEMBER, clock.instant(), caller.actor(), what, cause.hold(), cause.deal(), cause.reason(), unit);
    }

    /// Lets open screens know, once the transaction is through.
    public void cellsChanged(String project) {
        cells.fire(new CellsChanged(project));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount);
    }

    private static List<UnitState> statesSeenAs(UnitState state, boolean asConsultant) {
        return Stream.of(UnitState.values())
                .filter(real -> real.seen(asConsultant) == state)
                .toList();
    }
}

package org.anchang.inventory.unit;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.events.InventoryEvent.Described;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.jspecify.annotations.Nullable;

/// The one door to the units' states and histories.
@ApplicationScoped
public class Units {
    /// A unit that made a move.
    public record Moved(UUID unit, String project, UnitState from, UnitState to) {}

    /// Where a unit is, and its state at this moment.
    public record Located(UUID unit, String project, UUID building, UnitState state) {}

    private record OfUnit(UUID unit, Described described) {}

    private static final String DESCRIBED = """
            SELECT u.id AS unit, u.label, b.name AS building, u.layout, u.product_type
            FROM unit u JOIN building b ON b.id = u.building WHERE u.id = ANY (:units)""";
    private static final String LOCATE = "SELECT id AS unit, project, building, state FROM unit WHERE id = :unit";
    private static final String LOCK = "SELECT id FROM unit WHERE id = ANY (:units) ORDER BY id FOR NO KEY UPDATE";
    /// Locks in the order of the ids, so that two moves of a home and what is attached to it never wait for each
    /// other.
    private static final String MOVING = """
            WITH taken AS (
                SELECT id FROM unit WHERE id = ANY (:units) OR attached_to = ANY (:homes) ORDER BY id FOR NO KEY UPDATE),
            moved AS (
                UPDATE unit SET state = :state,
                    open_change = CASE WHEN :freed THEN NULL ELSE open_change END,
                    open_request = CASE WHEN :freed THEN NULL ELSE open_request END
                WHERE id IN (SELECT id FROM taken) AND state = ANY (:origins)
                RETURNING id, project, attached_to, old.state AS was, new.state AS becomes)
            INSERT INTO unit_history (unit, project, at, person, what, from_state, to_state, %s)
            SELECT id, project, :at, :person, :what, was, becomes, %s
            RETURNING unit, project, from_state AS "from", to_state AS "to"
            """;
    private static final String MOVE =
            MOVING.formatted("hold, deal, reason, words", ":hold, :deal, :reason, :words FROM moved");
    /// Each unit for a hold of its own.
    private static final String MOVE_HELD = MOVING.formatted("hold", """
            held.hold FROM moved JOIN unnest(CAST(:units AS uuid[]), CAST(:holds AS uuid[])) held (unit, hold)
                ON held.unit = coalesce(moved.attached_to, moved.id)""");
    private static final String REMEMBER = """
            INSERT INTO unit_history (unit, project, at, person, what, hold, deal, reason, words)
            SELECT id, project, :at, :person, :what, :hold, :deal, :reason, :words FROM unit WHERE id = :unit""";
    /// A unit's label begins with its building's name.
    private static final String RELABEL = """
            WITH own AS (SELECT id FROM unit WHERE building = :building ORDER BY id FOR NO KEY UPDATE),
            relabelled AS (
                UPDATE unit SET label = :name || substr(label, char_length(:before) + 1)
                WHERE id IN (SELECT id FROM own) AND starts_with(label, :before)
                RETURNING id, project)
            INSERT INTO unit_history (unit, project, at, person, what, reason)
            SELECT id, project, :at, :person, 'BUILDING_RENAMED', :reason FROM relabelled""";
    private static final String CORRECT = """
            UPDATE unit SET layout = coalesce(:layout, layout), view = coalesce(:view, view),
                product_type = coalesce(:type, product_type)
            WHERE id = :unit""";
    private static final String ATTACH = """
            UPDATE unit SET attached_to = CAST(:home AS uuid), attached_apart = CAST(:apart AS boolean) WHERE id = :unit""";
    private static final String OPEN_CHANGE = """
            UPDATE unit SET open_change = :form, open_request = :request
            WHERE (id = ANY (:units) OR attached_to = ANY (:units)) AND state <> 'HELD' RETURNING id""";
    private static final String CLOSE_CHANGE = """
            UPDATE unit SET open_change = NULL, open_request = NULL WHERE open_request = :request
            RETURNING id AS unit, project, old.open_change AS form""";

    @Inject
    Database database;

    @Inject
    Event<CellsChanged> cells;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// What commands have to know of it before they decide anything.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Located locate(Scope scope, UUID id) {
        return database.sql(LOCATE)
                .with("unit", id)
                .row(Located.class)
                .filter(unit -> scope.covers(unit.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// What these units are, for those who read along.
    public Map<UUID, Described> described(Collection<UUID> units) {
        return database.sql(DESCRIBED).with("units", units).rows(OfUnit.class).stream()
                .collect(Collectors.toMap(OfUnit::unit, OfUnit::described));
    }

    /// Keeps the units for this transaction, in the order of their ids.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<UUID> units) {
        database.sql(LOCK).with("units", units).rows(UUID.class);
    }

    /// INV-3: moves those of the units that are in a state from which the move starts; the database decides, and
    /// each move leaves a line in the unit's history. What is attached to a home moves with it (INV-11), where the
    /// move is one of a hold or a deal.
    ///
    /// @return the units that moved, the attached ones among them
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Moved> move(UnitMove move, Collection<UUID> units, Cause cause) {
        return moved(because(cause, moving(MOVE, move, units)));
    }

    private Statement because(Cause cause, Statement moving) {
        return moving.with("at", cause.at() == null ? clock.instant() : cause.at())
                .with("hold", cause.hold())
                .with("deal", cause.deal())
                .with("reason", cause.reason())
                .with("words", cause.words());
    }

    /// The same where the holds of many units end at once.
    ///
    /// @param holds the units, each with its hold
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Moved> moveHeld(UnitMove move, Map<UUID, UUID> holds) {
        return moved(moving(MOVE_HELD, move, holds.keySet())
                .with("at", clock.instant())
                .with("holds", holds.values()));
    }

    private Statement moving(String sql, UnitMove move, Collection<UUID> units) {
        return database.sql(sql)
                .with("units", units)
                .with("homes", move.takesAttached() ? units : List.of())
                .with("state", move.to())
                .with("freed", move.to() == UnitState.AVAILABLE)
                .with("origins", move.origins())
                .with("person", caller.actor())
                .with("what", move);
    }

    private List<Moved> moved(Statement moving) {
        var moved = moving.rows(Moved.class);
        moved.stream().map(Moved::project).distinct().forEach(this::cellsChanged);
        return moved;
    }

    /// Moves one unit, or finds that it is in no state to. What moved with it is told here; the unit itself by the
    /// caller, who has the event for it.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Moved> move(UnitMove move, UUID unit, Cause cause) {
        return told(move(move, List.of(unit), cause), move, unit, cause);
    }

    private Optional<Moved> told(List<Moved> moved, UnitMove move, UUID unit, Cause cause) {
        moved.stream()
                .filter(attached -> !attached.unit().equals(unit))
                .forEach(attached -> outbox.append(stateChanged(attached, move, cause)));
        return moved.stream().filter(one -> one.unit().equals(unit)).findFirst();
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
                move.name(),
                null);
    }

    /// Adds a line to the unit's history that is no move.
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(UUID unit, String what, Cause cause) {
        database.sql(REMEMBER)
                .with("at", clock.instant())
                .with("person", caller.actor())
                .with("what", what)
                .with("hold", cause.hold())
                .with("deal", cause.deal())
                .with("reason", cause.reason())
                .with("words", cause.words())
                .with("unit", unit)
                .write();
    }

    /// Lets open screens know, once the transaction is through.
    public void cellsChanged(String project) {
        cells.fire(new CellsChanged(project));
    }

    /// Something else that is written with a move.
    ///
    /// @param statements each with its name, as in `held AS (INSERT …), along AS (INSERT …)`
    /// @param values     its parameters; those that the move has too mean the same
    public record Writing(String statements, Record values) {}

    /// Moves one unit in the same statement in which its caller writes why.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Moved> moveAnd(UnitMove move, UUID unit, Cause cause, Writing writing) {
        var sql = "WITH " + writing.statements() + ", " + MOVE.substring("WITH ".length());
        return told(moved(because(cause, moving(sql, move, List.of(unit))).with(writing.values())), move, unit, cause);
    }

    /// INV-15: shows on the units, and on what is attached to them, that a change waits for signatures. A unit
    /// that is only held is the one a swap leads to, not the deal's home.
    ///
    /// @return which of them show it now
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> openChange(Collection<UUID> units, UUID request, String form) {
        return database.sql(OPEN_CHANGE)
                .with("units", units)
                .with("request", request)
                .with("form", form)
                .rows(UUID.class);
    }

    /// A unit on which a change no longer shows.
    public record Closed(UUID unit, String project, String form) {}

    /// The change is decided.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Closed> closeChange(UUID request) {
        return database.sql(CLOSE_CHANGE).with("request", request).rows(Closed.class);
    }

    /// INV-9: gives the unit another layout; what makes it another is on record by then.
    @Transactional(Transactional.TxType.MANDATORY)
    public void layOut(UUID unit, String layout) {
        database.sql("UPDATE unit SET layout = :layout WHERE id = :unit")
                .with("layout", layout)
                .with("unit", unit)
                .write();
    }

    /// INV-1: says anew what the unit is; what is null stays as it is.
    @Transactional(Transactional.TxType.MANDATORY)
    public void correct(UUID unit, @Nullable String layout, @Nullable String view, @Nullable String productType) {
        database.sql(CORRECT)
                .with("layout", layout)
                .with("view", view)
                .with("type", productType)
                .with("unit", unit)
                .write();
    }

    /// INV-1: calls the units of a building by its new name.
    @Transactional(Transactional.TxType.MANDATORY)
    public void relabel(Building building, String name) {
        database.sql(RELABEL)
                .with("building", building.id())
                .with("name", name)
                .with("before", building.name())
                .with("at", clock.instant())
                .with("person", caller.name())
                .with("reason", building.name() + " > " + name)
                .write();
        cellsChanged(building.project());
    }

    /// INV-11: lets the unit go with a home, or by itself again.
    ///
    /// @param apart whether its price is added to the home's
    @Transactional(Transactional.TxType.MANDATORY)
    public void attach(UUID unit, @Nullable UUID home, @Nullable Boolean apart) {
        database.sql(ATTACH)
                .with("home", home)
                .with("apart", apart)
                .with("unit", unit)
                .write();
    }
}

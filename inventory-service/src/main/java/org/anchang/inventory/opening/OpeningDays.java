package org.anchang.inventory.opening;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.sale.release.RestsOnRelease;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All opening days, as far as the caller is bound to their projects.
@ApplicationScoped
public class OpeningDays implements PanacheRepositoryBase<OpeningDay, UUID>, RestsOnRelease {
    /// Who brought a day to a state, when and why.
    public record Step(
            OpeningDayState state,
            String by,
            Instant at,
            @Nullable String reason) {}

    private record StepOf(UUID day, Step step) {}

    private record InState(UUID day, TicketState state, int tickets) {}

    private static final String STEP = """
            INSERT INTO opening_day_step (day, state, person, at, reason) VALUES (:day, :state, :person, :at, :reason)""";
    private static final String STEPS = """
            SELECT day, state, person AS by, at, reason FROM opening_day_step WHERE day = ANY (:days) ORDER BY at, state""";
    private static final String RELEASE = "SELECT state FROM release_standing WHERE id = :release";
    private static final String IS_AHEAD_OR_ON =
            "SELECT EXISTS (SELECT 1 FROM opening_day_on WHERE release = :release)";
    private static final String COUNTS = """
            SELECT day, state, count(*) AS tickets FROM ticket WHERE day = ANY (:days) GROUP BY day, state""";
    private static final String TAKEN_UP = """
            SELECT id FROM opening_day WHERE id = :day AND state = 'RUNNING' FOR NO KEY UPDATE SKIP LOCKED""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public OpeningDay get(Scope scope, UUID id) {
        return covered(scope, findByIdOptional(id));
    }

    /// For a command that moves the day or changes the order of its queue: one at a time.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public OpeningDay lock(Scope scope, UUID id) {
        return covered(scope, findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /// The day as it stays until the transaction ends: whoever changes it waits, others who keep it do not.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public OpeningDay keep(Scope scope, UUID id) {
        return covered(scope, findByIdOptional(id, LockModeType.PESSIMISTIC_READ));
    }

    /// The day if it runs and nobody else has it locked; it is locked then.
    public Optional<OpeningDay> lockIfFree(UUID id) {
        return database.sql(TAKEN_UP).with("day", id).row(UUID.class).map(locked -> find(
                        "from OpeningDay where id = ?1", locked)
                .firstResult());
    }

    /// The units of a release are kept for the tickets of its opening day until that is over or called off.
    @Override
    public boolean restsOn(UUID release) {
        return database.sql(IS_AHEAD_OR_ON).with("release", release).one(Boolean.class);
    }

    /// The newest first.
    Page<OpeningDay> list(Scope scope, String project, PageRequest page) {
        return new Conditions(scope.on("project"), scope.projectParameters())
                .and("project = :project", project)
                .latestBy("id", page)
                .entities(getEntityManager(), "from OpeningDay where ", OpeningDay.class, OpeningDay::id);
    }

    /// Puts on record that the day is in the state that it is in.
    public void reached(OpeningDay day, @Nullable String reason) {
        database.sql(STEP)
                .with("day", day.id())
                .with("state", day.state())
                .with("person", caller.name())
                .with("at", clock.instant())
                .with("reason", reason)
                .write();
    }

    /// Nobody is called before the units can be held; an open release stays open.
    ///
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_OPEN
    public void mustBeOnSale(OpeningDay day) {
        var state = database.sql(RELEASE).with("release", day.release()).one(String.class);
        if (!state.equals("OPEN")) {
            throw refuse(InventoryRefusal.RELEASE_IS_NOT_OPEN).with("state", state);
        }
    }

    /// How each day came to the state that it is in.
    Map<UUID, List<Step>> steps(List<UUID> days) {
        return database.sql(STEPS).with("days", days).rows(StepOf.class).stream()
                .collect(Collectors.groupingBy(StepOf::day, Collectors.mapping(StepOf::step, Collectors.toList())));
    }

    /// How many tickets of each day are in which state.
    public Map<UUID, Map<TicketState, Integer>> tickets(List<UUID> days) {
        return database.sql(COUNTS).with("days", days).rows(InState.class).stream()
                .collect(Collectors.groupingBy(
                        InState::day,
                        Collectors.toMap(
                                InState::state,
                                InState::tickets,
                                Integer::sum,
                                () -> new EnumMap<TicketState, Integer>(TicketState.class))));
    }

    private static OpeningDay covered(Scope scope, Optional<OpeningDay> found) {
        return found.filter(day -> scope.covers(day.project())).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}

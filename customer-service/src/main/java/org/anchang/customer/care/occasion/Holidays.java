package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CAR-1: the calendar of each project and year, as the office edits it.
@ApplicationScoped
class Holidays {
    /// A day on which the office greets its customers.
    record Holiday(UUID id, String project, LocalDate day, String name, String enteredBy) {}

    private static final String ALL = "SELECT id, project, day, name, entered_by FROM holiday WHERE ";
    private static final String NAMED = ALL + "id = ANY (:ids)";
    private static final String BETWEEN =
            ALL + "project = :project AND day BETWEEN :from AND :until AND removed_at IS NULL ORDER BY id";
    private static final String ENTER = """
            INSERT INTO holiday (id, project, day, name, entered_by, entered_at)
            VALUES (:id, :project, :day, :name, :enteredBy, :at)
            ON CONFLICT (project, day) WHERE removed_at IS NULL DO NOTHING""";
    private static final String REMOVE =
            "UPDATE holiday SET removed_by = :by, removed_at = :at WHERE id = :id AND removed_at IS NULL";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused HOLIDAY_IS_ENTERED
    @Transactional(Transactional.TxType.MANDATORY)
    Holiday enter(String project, LocalDate day, String name, String by) {
        var holiday = new Holiday(Ids.next(), project, day, name, by);
        var written =
                database.sql(ENTER).with(holiday).with("at", clock.instant()).write();
        refuseIf(written == 0, CustomerRefusal.HOLIDAY_IS_ENTERED);
        return holiday;
    }

    /// Tasks that were made for it stay.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLIDAY_IS_REMOVED
    @Transactional(Transactional.TxType.MANDATORY)
    Holiday remove(Scope scope, UUID id, String by) {
        var holiday = database.sql(ALL + "id = :id")
                .with("id", id)
                .row(Holiday.class)
                .filter(one -> scope.covers(one.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var removed = database.sql(REMOVE)
                .with("id", id)
                .with("by", by)
                .with("at", clock.instant())
                .write();
        refuseIf(removed == 0, CustomerRefusal.HOLIDAY_IS_REMOVED);
        return holiday;
    }

    List<Holiday> between(String project, LocalDate from, LocalDate until) {
        return database.sql(BETWEEN)
                .with("project", project)
                .with("from", from)
                .with("until", until)
                .rows(Holiday.class);
    }

    Map<UUID, Holiday> named(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.sql(NAMED).with("ids", ids).rows(Holiday.class).stream()
                        .collect(Collectors.toMap(Holiday::id, Function.identity()));
    }

    /// By day.
    Page<Holiday> list(Scope scope, @Nullable String project, @Nullable Integer year, PageRequest page) {
        var conditions = new Conditions("removed_at IS NULL AND " + scope.on("project"), scope.projectParameters())
                .and("project = :project", project)
                .and("day >= :first", year == null ? null : LocalDate.of(year, 1, 1))
                .and("day <= :last", year == null ? null : LocalDate.of(year, 12, 31));
        return database.page(ALL, conditions.by("id", page), Holiday.class, Holiday::id);
    }
}

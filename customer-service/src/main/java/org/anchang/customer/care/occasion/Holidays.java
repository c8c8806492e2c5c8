package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// CAR-1: the calendar of each project and year, as the office edits it.
@ApplicationScoped
class Holidays implements PanacheRepositoryBase<Holiday, UUID> {
    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused HOLIDAY_IS_ENTERED
    @Transactional(Transactional.TxType.MANDATORY)
    Holiday enter(String project, LocalDate day, String name, String by) {
        refuseIf(
                count("project = ?1 and day = ?2 and removedAt is null", project, day) > 0,
                CustomerRefusal.HOLIDAY_IS_ENTERED);
        var holiday = Holiday.entered(project, day, name, by, clock.instant());
        persist(holiday);
        return holiday;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Holiday remove(Scope scope, UUID id, String by) {
        var holiday = findByIdOptional(id)
                .filter(one -> scope.covers(one.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        holiday.remove(by, clock.instant());
        return holiday;
    }

    List<Holiday> between(String project, LocalDate from, LocalDate until) {
        return list("project = ?1 and day >= ?2 and day <= ?3 and removedAt is null", project, from, until);
    }

    Map<UUID, Holiday> named(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Holiday::id, Function.identity()));
    }

    /// By day.
    Page<Holiday> list(Scope scope, @Nullable String project, @Nullable Integer year, PageRequest page) {
        return new Conditions("removedAt is null and " + scope.on("project"), scope.projectParameters())
                .and("project = :project", project)
                .and("day >= :first", year == null ? null : LocalDate.of(year, 1, 1))
                .and("day <= :last", year == null ? null : LocalDate.of(year, 12, 31))
                .by("id", page)
                .entities(getEntityManager(), "from Holiday where ", Holiday.class, Holiday::id);
    }
}

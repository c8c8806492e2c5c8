package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TEL-1: the days on which each project advertises, and what a call may take on any day.
@ApplicationScoped
class AdvertisingDays {
    /// A day on which something is advertised, so that more people call.
    record AdvertisingDay(UUID id, String project, LocalDate day, String medium, String enteredBy) {}

    private static final String ALL = "SELECT id, project, day, medium, entered_by FROM advertising_day WHERE ";
    private static final String IS_ONE =
            "SELECT count(*) FROM advertising_day WHERE project = :project AND day = :day AND removed_at IS NULL";
    private static final String ENTER = """
            INSERT INTO advertising_day (id, project, day, medium, entered_by, entered_at)
            VALUES (:id, :project, :day, :medium, :enteredBy, :at)
            ON CONFLICT (project, day) WHERE removed_at IS NULL DO NOTHING""";
    private static final String REMOVE =
            "UPDATE advertising_day SET removed_by = :by, removed_at = :at WHERE id = :id AND removed_at IS NULL";

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    CallLimits limits(String project, LocalDate on) {
        var isAdvertisingDay =
                database.sql(IS_ONE).with("project", project).with("day", on).one(Long.class) > 0;
        return new CallLimits(
                settings.integer(
                        project,
                        isAdvertisingDay
                                ? CustomerSetting.PHONE_CALL_MINUTES_ADVERTISING
                                : CustomerSetting.PHONE_CALL_MINUTES),
                settings.integer(project, CustomerSetting.PHONE_CALL_QUESTIONS),
                isAdvertisingDay);
    }

    CallLimits limitsOfToday(String project) {
        return limits(project, clock.today());
    }

    /// @throws org.anchang.kit.problem.Refused ADVERTISING_DAY_IS_ENTERED
    @Transactional(Transactional.TxType.MANDATORY)
    AdvertisingDay enter(String project, LocalDate on, String medium, String by) {
        var day = new AdvertisingDay(Ids.next(), project, on, medium, by);
        var written = database.sql(ENTER).with(day).with("at", clock.instant()).write();
        refuseIf(written == 0, CustomerRefusal.ADVERTISING_DAY_IS_ENTERED);
        return day;
    }

    /// Calls that were marked by its limits stay as they are.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ADVERTISING_DAY_IS_REMOVED
    @Transactional(Transactional.TxType.MANDATORY)
    AdvertisingDay remove(Scope scope, UUID id, String by) {
        var day = database.sql(ALL + "id = :id")
                .with("id", id)
                .row(AdvertisingDay.class)
                .filter(one -> scope.covers(one.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var removed = database.sql(REMOVE)
                .with("id", id)
                .with("by", by)
                .with("at", clock.instant())
                .write();
        refuseIf(removed == 0, CustomerRefusal.ADVERTISING_DAY_IS_REMOVED);
        return day;
    }

    Page<AdvertisingDay> list(Scope scope, @Nullable String project, PageRequest page) {
        var conditions = new Conditions("removed_at IS NULL AND " + scope.on("project"), scope.projectParameters())
                .and("project = :project", project);
        return database.page(ALL, conditions.latestBy("id", page), AdvertisingDay.class, AdvertisingDay::id);
    }
}

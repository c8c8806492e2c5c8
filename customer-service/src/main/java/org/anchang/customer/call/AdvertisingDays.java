package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// TEL-1: the days on which each project advertises, and what a call may take on any day.
@ApplicationScoped
class AdvertisingDays implements PanacheRepositoryBase<AdvertisingDay, UUID> {
    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    CallLimits limits(String project, LocalDate on) {
        var isAdvertisingDay = isOne(project, on);
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
    AdvertisingDay enter(String project, LocalDate day, String medium, String by) {
        refuseIf(isOne(project, day), CustomerRefusal.ADVERTISING_DAY_IS_ENTERED);
        var entered = AdvertisingDay.entered(project, day, medium, by, clock.instant());
        persist(entered);
        return entered;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    AdvertisingDay remove(Scope scope, UUID id, String by) {
        var day = findByIdOptional(id)
                .filter(one -> scope.covers(one.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        day.remove(by, clock.instant());
        return day;
    }

    Page<AdvertisingDay> list(Scope scope, @Nullable String project, PageRequest page) {
        return new Conditions("removedAt is null and " + scope.on("project"), scope.projectParameters())
                .and("project = :project", project)
                .latestBy("id", page)
                .entities(getEntityManager(), "from AdvertisingDay where ", AdvertisingDay.class, AdvertisingDay::id);
    }

    private boolean isOne(String project, LocalDate day) {
        return count("project = ?1 and day = ?2 and removedAt is null", project, day) > 0;
    }
}

package org.anchang.commission.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.commission.Commission;
import org.anchang.commission.Payout;
import org.anchang.commission.Tariff;
import org.anchang.kit.clock.OfficeClock;

/// All plans of all projects.
@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, UUID> {
    /// COM-3: what the plan of the deal's date says; the plan that a commission already has stays its plan.
    ///
    /// @return nothing if the project has no plan for that date
    public Optional<Tariff> tariffFor(Commission commission) {
        var plan = commission
                .tariff()
                .map(kept -> findById(kept.plan()))
                .or(() -> on(commission.project(), OfficeClock.dateOf(commission.dealtAt())));
        return plan.map(p -> p.tariffFor(commission.productType(), commission.total()));
    }

    /// COM-3: in which parts the commission is paid out; nothing while it has no plan.
    public Optional<Payout> payoutOf(Commission commission) {
        return commission.tariff().map(tariff -> findById(tariff.plan()).payout());
    }

    List<Plan> of(String project) {
        return list("project = ?1 order by planVersion", project);
    }

    Optional<Plan> on(String project, LocalDate date) {
        return find("project = ?1 and validFrom <= ?2 order by validFrom desc, planVersion desc", project, date)
                .firstResultOptional();
    }
}

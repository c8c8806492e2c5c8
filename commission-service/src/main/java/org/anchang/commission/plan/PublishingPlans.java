package org.anchang.commission.plan;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchang.commission.CommissionRefusal;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.commission.plan.PlanResource.CopyPlan;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;

/// COM-3: a project's next plan counts from its day on; deals keep the plan of their date.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PublishingPlans {
    @Inject
    Plans plans;

    @Inject
    Commissions commissions;

    @Inject
    Event<FactsChanged> changed;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, PLAN_IS_NOT_LATER
    Plan publish(Plan.Terms terms) {
        caller.mustBeBoundTo(terms.project());
        var earlier = plans.of(terms.project());
        mustBeLater(terms.validFrom(), earlier);
        var plan = Plan.published(terms, earlier.size() + 1, caller.name(), clock.instant());
        plans.persistAndFlush(plan);
        // Deals from before the project's first plan have waited for one.
        changed.fire(new FactsChanged(commissions.idsWithoutPlan(terms.project()), "PLAN_PUBLISHED"));
        return plan;
    }

    /// @return nothing where the other project has none for that date, or where the plans say the same
    Optional<Plan> copy(CopyPlan wish) {
        caller.mustBeBoundTo(wish.project());
        caller.mustBeBoundTo(wish.from());
        var ours = plans.on(wish.project(), wish.validFrom()).map(plan -> plan.terms(wish.project(), wish.validFrom()));
        return plans.on(wish.from(), wish.validFrom())
                .map(plan -> plan.terms(wish.project(), wish.validFrom()))
                .filter(theirs -> ours.filter(theirs::equals).isEmpty())
                .map(this::publish);
    }

    /// The first plan may begin in the past, so that deals made before it get their commission; a later one may not
    /// reach back behind deals that have their plan. It may begin on the same day as the one before and takes its
    /// place: whoever published a slip need not wait until tomorrow, and a deal that has its plan keeps it.
    private void mustBeLater(LocalDate validFrom, List<Plan> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        var last = earlier.getLast().validFrom();
        var earliest = last.isAfter(clock.today()) ? last : clock.today();
        if (validFrom.isBefore(earliest)) {
            throw refuse(CommissionRefusal.PLAN_IS_NOT_LATER).with("earliest", earliest);
        }
    }
}

package org.anchang.customer.tracking;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.tracking.FollowUpResource.FollowUpPlan;
import org.anchang.customer.tracking.FollowUpResource.PlanFollowUp;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;

/// TRK-1: plans what comes next with a customer.
@ApplicationScoped
public class PlanningFollowUps {
    /// What a plan is for, where nobody said it.
    static final String REGULAR = "FOLLOW_UP";

    @Inject
    FollowUps followUps;

    @Inject
    Customers customers;

    @Inject
    OfficeClock clock;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    /// @param purpose why, in a word or a few
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(Customer customer, LocalDate dueOn, String purpose) {
        plan(customer, new FollowUp.Plan(null, null, dueOn, purpose, caller.name()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    FollowUp plan(Customer customer, FollowUp.Plan plan) {
        var planned = FollowUp.planned(customer, plan, sealing);
        followUps.persist(planned);
        return planned;
    }

    /// TRK-1: a plan of its own; the customer's owner makes it, or a superior as a task for the owner.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, NEXT_PLAN_IS_PAST
    @Transactional(Transactional.TxType.MANDATORY)
    public void planFor(PlanFollowUp wish) {
        plan(wish);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    FollowUp plan(PlanFollowUp wish) {
        var customer = customers.get(caller.scope(), wish.customer());
        return plan(customer, planOf(wish.plan()));
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, FOLLOW_UP_IS_DONE, NEXT_PLAN_IS_PAST
    @Transactional(Transactional.TxType.MANDATORY)
    FollowUp replan(UUID id, FollowUpPlan wish) {
        var followUp = followUps.findByIdOptional(id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        customers.get(caller.scope(), followUp.customer());
        followUp.replan(planOf(wish), sealing);
        return followUp;
    }

    private FollowUp.Plan planOf(FollowUpPlan wish) {
        FollowUp.mustNotBePast(wish.dueOn(), clock.instant());
        return new FollowUp.Plan(
                wish.way(),
                wish.action(),
                wish.dueOn(),
                wish.purpose() == null ? REGULAR : wish.purpose(),
                caller.name());
    }
}

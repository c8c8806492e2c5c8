package org.anchang.customer.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.anchang.customer.Customer;
import org.anchang.kit.identity.Caller;

/// TRK-1: plans what comes next with a customer.
@ApplicationScoped
public class PlanningFollowUps {
    @Inject
    FollowUps followUps;

    @Inject
    Caller caller;

    /// @param purpose why, in a word that lists can be filtered by
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(Customer customer, LocalDate dueOn, String purpose) {
        followUps.persist(FollowUp.planned(customer, new FollowUp.Plan(dueOn, purpose, caller.name())));
    }
}

package org.anchang.customer.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.anchang.customer.Customer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.seal.Sealing;

/// TRK-1: plans what comes next with a customer.
@ApplicationScoped
public class PlanningFollowUps {
    @Inject
    FollowUps followUps;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    /// @param purpose why, in a word or a few
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(Customer customer, LocalDate dueOn, String purpose) {
        followUps.persist(FollowUp.planned(customer, new FollowUp.Plan(dueOn, purpose, caller.name()), sealing));
    }
}

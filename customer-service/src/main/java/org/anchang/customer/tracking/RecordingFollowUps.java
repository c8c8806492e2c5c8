package org.anchang.customer.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.anchang.customer.Customers;
import org.anchang.customer.tracking.FollowUpResource.RecordFollowUp;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;

/// TRK-1: records a talk, as the earliest that was planned if there is one, tells it, and plans the next.
@ApplicationScoped
class RecordingFollowUps {
    @Inject
    FollowUps followUps;

    @Inject
    PlanningFollowUps planning;

    @Inject
    Customers customers;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Transactional(Transactional.TxType.MANDATORY)
    FollowUp record(RecordFollowUp talk) {
        var customer = customers.get(caller.scope(), talk.customer());
        var now = clock.instant();
        if (talk.nextPlanOn() != null) {
            FollowUp.mustNotBePast(talk.nextPlanOn(), now);
        }
        var followUp = followUps.nextPlanned(customer).orElseGet(() -> FollowUp.unplanned(customer));
        outbox.append(followUp.happened(
                new FollowUp.Talk(
                        talk.said(),
                        talk.response(),
                        talk.satisfied(),
                        talk.dissatisfied(),
                        talk.resistance(),
                        talk.intentGrade(),
                        caller.name(),
                        now),
                sealing));
        followUps.persist(followUp);
        customer.grade(talk.intentGrade());
        if (talk.nextPlanOn() != null) {
            var purpose = talk.nextPlanFor() == null ? "FOLLOW_UP" : talk.nextPlanFor();
            planning.plan(customer, talk.nextPlanOn(), purpose);
        }
        return followUp;
    }
}

package org.anchang.customer.tracking;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.tracking.FollowUpResource.RecordFollowUp;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// TRK-1: records a talk, as the earliest that was planned if there is one, tells it, and plans the next.
@ApplicationScoped
class RecordingFollowUps {
    private record Received(UUID customer, String project) {}

    private static final String RECEIVED =
            "SELECT customer, project FROM received_visit WHERE visit = :visit AND receiver = :caller";

    @Inject
    Database database;

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
        var customer = talk.visit() == null
                ? customers.get(caller.scope(), talk.customer())
                : received(talk.customer(), talk.visit());
        var now = clock.instant();
        if (talk.nextPlanOn() != null) {
            FollowUp.mustNotBePast(talk.nextPlanOn(), now);
        }
        // What a substitute records leaves the owner's plans as they are.
        var followUp = talk.visit() == null
                ? followUps.nextPlanned(customer).orElseGet(() -> FollowUp.unplanned(customer))
                : FollowUp.unplanned(customer);
        outbox.append(followUp.happened(
                new FollowUp.Talk(
                        talk.way(),
                        talk.visit(),
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
            var purpose = talk.nextPlanFor() == null ? PlanningFollowUps.REGULAR : talk.nextPlanFor();
            planning.plan(
                    customer,
                    new FollowUp.Plan(
                            talk.nextPlanWay(), talk.nextPlanAction(), talk.nextPlanOn(), purpose, caller.name()));
        }
        return followUp;
    }

    /// TRK-1: a substitute records what happened in the visit that they received, once.
    private Customer received(UUID customer, UUID visit) {
        var seen = database.sql(RECEIVED)
                .with("visit", visit)
                .with("caller", caller.name())
                .row(Received.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        refuseUnless(caller.holds(seen.project(), Role.CONSULTANT), KitRefusal.NOT_FOUND);
        var found = customers.anyOf(seen.project(), customer);
        refuseUnless(customers.named(seen.customer()).id().equals(found.id()), KitRefusal.NOT_FOUND);
        refuseIf(followUps.count("visit", visit) > 0, CustomerRefusal.VISIT_IS_RECORDED_ALREADY);
        return found;
    }
}

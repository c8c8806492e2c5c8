package org.anchang.customer.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.anchang.customer.Customers;
import org.anchang.customer.Partner;
import org.anchang.customer.reception.VisitResource.ReceiveVisitor;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;

/// REC-2, REC-3 where there is no queue: who received whom is recorded and told. With it `duty.ReceivingInTurn` does.
@ApplicationScoped
class ReceivingVisitors {
    @Inject
    Visits visits;

    @Inject
    Absences absences;

    @Inject
    Customers customers;

    @Inject
    Roster roster;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Transactional(Transactional.TxType.MANDATORY)
    Visit receive(ReceiveVisitor visitor) {
        caller.mustBeBoundTo(visitor.project());
        roster.meetCaller(visitor.project());
        var now = clock.instant();
        var customer = customers.anyOf(visitor.project(), visitor.customer());
        var visit = Visit.withoutQueue(
                caller.name(),
                new Visit.Circumstances(
                        customer,
                        visits.anyOf(customer),
                        absences.ofOwner(customer, now),
                        visitor.note(),
                        Partner.of(visitor.broker(), visitor.registration()),
                        now),
                sealing);
        visits.keep(visit);
        outbox.append(visit.event());
        return visit;
    }
}

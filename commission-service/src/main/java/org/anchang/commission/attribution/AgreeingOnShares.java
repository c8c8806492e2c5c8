package org.anchang.commission.attribution;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.commission.Commission;
import org.anchang.commission.CommissionRefusal;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.commission.attribution.AgreementResource.Agree;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;

/// COM-2: keeps what the first consultant agrees to, and has the commission divided anew.
@ApplicationScoped
class AgreeingOnShares {
    @Inject
    Commissions commissions;

    @Inject
    Attribution attribution;

    @Inject
    EntityManager database;

    @Inject
    Event<FactsChanged> changed;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ONLY_FIRST_CONSULTANT_AGREES, NOBODY_RECEIVED_FOR_YOU, or
    ///     what the commission's state says
    @Transactional(Transactional.TxType.MANDATORY)
    Commission agree(UUID id, Agree terms) {
        var commission = commissions.get(caller.scope(), id);
        commission.mustBeDivisible();
        refuseUnless(
                commission.firstConsultant().equals(caller.name()), CommissionRefusal.ONLY_FIRST_CONSULTANT_AGREES);
        refuseUnless(attribution.received(terms.substitute(), commission), CommissionRefusal.NOBODY_RECEIVED_FOR_YOU);
        database.persist(Agreement.of(id, caller.name(), terms, clock.instant()));
        database.flush();
        changed.fire(new FactsChanged(List.of(id), "AGREEMENT"));
        return commission;
    }
}

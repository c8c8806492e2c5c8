package org.anchang.commission.attribution;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.commission.Commission;
import org.anchang.commission.CommissionRefusal;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.commission.attribution.AgreementResource.Agree;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;

/// COM-2: keeps what the first consultant agrees to, and has the commission divided anew.
@ApplicationScoped
class AgreeingOnShares {
    private static final String AGREE = """
            INSERT INTO agreement (id, commission, substitute, percent, agreed_by, agreed_at)
            VALUES (:id, :commission, :substitute, :share, :by, :at)""";

    @Inject
    Commissions commissions;

    @Inject
    Attribution attribution;

    @Inject
    Database database;

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
        // A later agreement with the same person takes the place of this one.
        database.sql(AGREE)
                .with(terms)
                .with("id", Ids.next())
                .with("commission", id)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        changed.fire(new FactsChanged(List.of(id), "AGREEMENT"));
        return commission;
    }
}

package org.anchang.commission.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.commission.dispute.DisputeResource.Decide;
import org.anchang.commission.dispute.Disputes.Word;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;

/// COM-5, COM-7: an objection freezes the commission, the decision on it divides it anew.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Disputing {
    @Inject
    Disputes disputes;

    @Inject
    Commissions commissions;

    @Inject
    Event<FactsChanged> changed;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @return id of the dispute
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, or what the commission's state says
    UUID raise(UUID id, String reason) {
        commissions.get(caller.scope(), id).freeze();
        return disputes.raise(id, word(reason));
    }

    /// @return id of the dispute
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, or as [Disputes#decide]
    UUID decide(UUID id, Decide answer) {
        var commission = commissions.get(caller.scope(), id);
        commission.decided();
        var dispute = disputes.decide(commission, answer.shares(), word(answer.reason()));
        changed.fire(new FactsChanged(List.of(id), "DECISION"));
        return dispute;
    }

    private Word word(String reason) {
        return new Word(caller.name(), reason, clock.instant());
    }
}

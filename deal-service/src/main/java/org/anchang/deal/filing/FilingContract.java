package org.anchang.deal.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deal.Registration;
import org.anchang.deal.DealMove;
import org.anchang.deal.Deals;
import org.anchang.deal.HappenedOn;
import org.anchang.deal.contract.Contracts;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.Rule;
import org.anchang.kit.seal.Sealing;

/// CON-6: a signed contract is filed: submitted, then accepted or returned. Only a filed deal is finally sold.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FilingContract {
    @Inject
    Deals deals;

    @Inject
    Filings filings;

    @Inject
    Contracts contracts;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    Filing submit(UUID id) {
        var deal = toFile(id);
        filings.refuseIfSubmitted(deal);
        var filing = Filing.submitted(deal, caller.name(), clock.instant());
        filings.persist(filing);
        return filing;
    }

    Filing accept(UUID id, Registration registration) {
        var deal = toFile(id);
        var filing = filings.waiting(deal);
        new HappenedOn(registration.filedOn(), signedOn(deal), clock.today()).mustBePossible(Rule.CON_6);
        filings.refuseIfTaken(deal, registration.number());
        filing.accepted(registration);
        outbox.append(deal.file(registration, clock.instant()));
        return filing;
    }

    Filing giveBack(UUID id, String reason) {
        var filing = filings.waiting(toFile(id));
        outbox.append(filing.returned(sealing.seal(reason, filing.reasonPlace()), clock.instant()));
        return filing;
    }

    /// RFD-2: the way out for a deal that is filed and is to be given up.
    Filing cancel(UUID id, LocalDate on, String reason) {
        var deal = deals.toChange(caller.scope(), id);
        deal.refuseIfChanging();
        var filing = filings.accepted(deal);
        var cancellation = new Filing.Cancellation(on, sealing.seal(reason, filing.reasonPlace()));
        outbox.append(filing.cancelled(cancellation, clock.instant()));
        return filing;
    }

    private LocalDate signedOn(Deal deal) {
        return contracts.of(deal).orElseThrow().signedOn();
    }

    private Deal toFile(UUID id) {
        var deal = deals.toChange(caller.scope(), id);
        DealMove.FILE.from(deal.stage());
        deal.refuseIfChanging();
        return deal;
    }
}

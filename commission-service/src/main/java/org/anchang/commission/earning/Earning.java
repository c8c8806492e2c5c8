package org.anchang.commission.earning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.anchang.commission.Commission;
import org.anchang.commission.Commission.Occasion;
import org.anchang.commission.Commissions;
import org.anchang.commission.DealHomes;
import org.anchang.commission.FactsChanged;
import org.anchang.commission.attribution.Attribution;
import org.anchang.commission.dispute.Disputes;
import org.anchang.commission.ledger.Ledger;
import org.anchang.commission.plan.Plans;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.inbox.NotYet;

/// COM-1 … COM-4: what each step of a deal does to the commission of its chain. Events of different deals come in
/// any order among each other; who needs another stream first throws, and the inbox tries again.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Earning {
    @Inject
    Commissions commissions;

    @Inject
    Attribution attribution;

    @Inject
    Disputes disputes;

    @Inject
    Plans plans;

    @Inject
    Collections collections;

    @Inject
    Ledger ledger;

    @Inject
    DealChains chains;

    @Inject
    DealHomes homes;

    @Inject
    OfficeClock clock;

    /// A form with a new price is signed: a commission is expected, or the one there is computed again.
    void priced(DealEvent.Agreed event, String reason) {
        var occasion = new Occasion(reason, event.at());
        settle(priced(event, occasion), occasion);
    }

    void signed(ContractSigned event) {
        var occasion = new Occasion("CONTRACT_SIGNED", event.at());
        var commission = priced(event, occasion);
        commission.contractSigned(event.signedOn());
        settle(commission, occasion);
    }

    void filed(DealFiled event) {
        var occasion = new Occasion("DEAL_FILED", event.at());
        var commission = priced(event, occasion);
        commission.filed(event.filedOn());
        settle(commission, occasion);
    }

    /// COM-3: buyers' money came in or was given back. Also before there is a commission: it counts from the first
    /// deposit on.
    void collected(DealEvent.Money event, String reason) {
        if (!collections.count(event)) {
            return;
        }
        var chain = chainOf(event.deal());
        commissions.ofChain(chain).ifPresent(commission -> {
            commission.collected(collections.of(chain));
            settle(commission, new Occasion(reason, event.at()));
        });
    }

    /// COM-4: the commission goes on with the successor.
    void swapped(UnitSwapped event) {
        var chain = chainOf(event.deal());
        chains.goOn(new DealChains.Link(event.deal(), event.successor()), chain);
        commissions.ofChain(chain).ifPresent(commission -> {
            commission.goOnWith(event.successor());
            commission.take(event.terms());
            homes.keep(event.successor(), event.terms());
            var occasion = new Occasion("UNIT_SWAPPED", event.at());
            compute(commission, occasion);
            settle(commission, occasion);
        });
    }

    /// The successor's stream waits here until its predecessor's swap was read.
    void succeeded(DealSucceeded event) {
        if (chains.of(event.deal()).isEmpty()) {
            throw new NotYet("the swap of " + event.predecessor() + " was not read yet");
        }
    }

    /// COM-4: the deal ended without a sale.
    void ended(DealEvent event, String reason) {
        of(event.deal()).ifPresent(commission -> {
            commission.takeBack(reason, event.at()).ifPresent(ledger::enter);
            settle(commission, new Occasion(reason, event.at()));
        });
    }

    void factsChanged(@Observes FactsChanged facts) {
        for (var id : facts.commissions()) {
            var commission = commissions.findById(id);
            var occasion = new Occasion(facts.reason(), clock.instant());
            compute(commission, occasion);
            settle(commission, occasion);
        }
    }

    private Commission begin(DealEvent.Agreed event) {
        var terms = event.terms();
        var first = attribution
                .firstOf(terms.customer())
                .orElseThrow(() -> new NotYet("customer " + terms.customer() + " is not known yet"));
        var origin = new Commission.Origin(chainOf(event.deal()), event.deal(), event.project(), event.at());
        var commission = Commission.expected(origin, terms, first.consultant());
        commission.goOnUnder(first.customer());
        commission.collected(collections.of(origin.chain()));
        commission.contest(attribution.isContested(first.customer()));
        commissions.persist(commission);
        return commission;
    }

    private Commission priced(DealEvent.Agreed event, Occasion occasion) {
        var commission = of(event.deal()).orElseGet(() -> begin(event));
        commission.take(event.terms());
        homes.keep(event.deal(), event.terms());
        compute(commission, occasion);
        return commission;
    }

    private void compute(Commission commission, Occasion occasion) {
        plans.tariffFor(commission).ifPresent(commission::take);
        var portions = disputes.decisionOn(commission.id()).orElseGet(() -> attribution.portionsOf(commission));
        commission.compute(portions, occasion.reason(), occasion.at()).ifPresent(ledger::enter);
    }

    /// COM-3: what is due by now is earned, and what is earned is paid out as far as the plan says.
    private void settle(Commission commission, Occasion occasion) {
        commission.earn(occasion.at()).ifPresent(ledger::enter);
        plans.payoutOf(commission)
                .flatMap(payout -> commission.payOut(payout, ledger.paidOut(commission.id()), occasion))
                .ifPresent(ledger::enter);
    }

    private Optional<Commission> of(UUID deal) {
        return commissions.ofChain(chainOf(deal));
    }

    private UUID chainOf(UUID deal) {
        return chains.of(deal).orElse(deal);
    }
}

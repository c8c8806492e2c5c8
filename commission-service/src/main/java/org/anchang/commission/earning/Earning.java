package org.anchang.commission.earning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.commission.Commission;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.commission.attribution.Attribution;
import org.anchang.commission.dispute.Disputes;
import org.anchang.commission.ledger.Ledger;
import org.anchang.commission.plan.Plans;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.Terms;
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
    Ledger ledger;

    @Inject
    EntityManager database;

    @Inject
    OfficeClock clock;

    /// A form with a new price is signed: a commission is expected, or the one there is computed again.
    void priced(DealEvent event, Terms terms, String reason) {
        var commission = of(event.deal()).orElseGet(() -> begin(event, terms));
        commission.take(terms);
        compute(commission, reason, event.at());
    }

    void signed(ContractSigned event) {
        priced(event, event.terms(), "CONTRACT_SIGNED");
        of(event.deal()).ifPresent(commission -> {
            commission.contractSigned(event.signedOn());
            commission.earn(event.at()).ifPresent(ledger::enter);
        });
    }

    void filed(DealFiled event) {
        priced(event, event.terms(), "DEAL_FILED");
        of(event.deal()).ifPresent(commission -> {
            commission.filed(event.filedOn());
            commission.earn(event.at()).ifPresent(ledger::enter);
        });
    }

    /// COM-4: the commission goes on with the successor.
    void swapped(UnitSwapped event) {
        var chain = chainOf(event.deal());
        database.persist(new DealChain(new DealChain.Link(event.deal(), event.successor()), chain));
        commissions.ofChain(chain).ifPresent(commission -> {
            commission.goOnWith(event.successor());
            commission.take(event.terms());
            compute(commission, "UNIT_SWAPPED", event.at());
        });
    }

    /// The successor's stream waits here until its predecessor's swap was read.
    void succeeded(DealSucceeded event) {
        if (database.find(DealChain.class, event.deal()) == null) {
            throw new NotYet("the swap of " + event.predecessor() + " was not read yet");
        }
    }

    /// COM-4: the deal ended without a sale.
    void ended(DealEvent event, String reason) {
        of(event.deal())
                .flatMap(commission -> commission.takeBack(reason, event.at()))
                .ifPresent(ledger::enter);
    }

    void factsChanged(@Observes FactsChanged facts) {
        for (var id : facts.commissions()) {
            var commission = commissions.findById(id);
            var now = clock.instant();
            compute(commission, facts.reason(), now);
            commission.earn(now).ifPresent(ledger::enter);
        }
    }

    private Commission begin(DealEvent event, Terms terms) {
        var first = attribution
                .firstConsultantOf(terms.customer())
                .orElseThrow(() -> new NotYet("customer " + terms.customer() + " is not known yet"));
        var origin = new Commission.Origin(chainOf(event.deal()), event.deal(), event.project(), event.at());
        var commission = Commission.expected(origin, terms, first);
        commissions.persist(commission);
        return commission;
    }

    private void compute(Commission commission, String reason, Instant at) {
        plans.tariffFor(commission).ifPresent(commission::take);
        var portions = disputes.decisionOn(commission.id()).orElseGet(() -> attribution.portionsOf(commission));
        commission.compute(portions, reason, at).ifPresent(ledger::enter);
    }

    private Optional<Commission> of(UUID deal) {
        return commissions.ofChain(chainOf(deal));
    }

    private UUID chainOf(UUID deal) {
        var link = database.find(DealChain.class, deal);
        return link == null ? deal : link.chain();
    }
}

package org.anchang.deal.deposit;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.deposit.DepositResource.OpenDeal;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.deal.inventory.Asked;
import org.anchang.deal.inventory.HoldingUnits;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.inbox.Awaiting;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// 排号: a ticket for a unit that the consultant holds for the customer, and the manager's word that it is free.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OpeningDeal {
    @Inject
    Deals deals;

    @Inject
    KnownCustomers customers;

    @Inject
    Awaiting awaiting;

    @Inject
    HoldingUnits holding;

    @Inject
    DealAnswers answers;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// A customer who was registered a moment ago is heard of in a moment (CUS-1).
    ///
    /// @param key the command's `Idempotency-Key`
    @Transactional(Transactional.TxType.NEVER)
    Asked<HeldUnit> ask(OpenDeal wish, @Nullable String key) {
        return Asked.under(key, () -> {
            awaiting.until(() -> QuarkusTransaction.requiringNew().call(() -> customers.isKnown(wish.customer())));
            return holding.read(wish.hold());
        });
    }

    @Idempotent
    DealAnswers.Answer open(OpenDeal wish, Asked<HeldUnit> asked) {
        caller.mustBeBoundTo(wish.project());
        var customer = customers.mustBeServedByCaller(wish.customer(), wish.project());
        var held = asked.answer();
        refuseUnless(held.live() && held.claimedBy() == null, DealRefusal.HOLD_IS_NOT_LIVE);
        refuseUnless(
                held.project().equals(wish.project())
                        && held.consultant().equals(caller.name())
                        && customers.standing(held.customer()).equals(customer),
                DealRefusal.HOLD_IS_NOT_YOURS);
        endStaleTicket(held);
        deals.refuseIfTaken(held.units());
        var deal = Deal.open(new Deal.Opening(wish.project(), deals.nextTicket(), held), clock.instant());
        deal.goOnUnder(customer);
        deals.persist(deal);
        outbox.append(deal.ticketIssued());
        return answers.of(deal);
    }

    /// @param key the command's `Idempotency-Key`
    @Transactional(Transactional.TxType.NEVER)
    Asked<HeldUnit> ask(UUID id, @Nullable String key) {
        return Asked.under(key, () -> {
            var hold =
                    QuarkusTransaction.requiringNew().call(() -> deals.get(id).hold());
            return holding.read(hold);
        });
    }

    /// DEP-1
    @Idempotent
    DealAnswers.Answer confirmUnit(UUID id, Asked<HeldUnit> asked) {
        var deal = deals.toChange(id);
        deal.confirmUnit(asked.answer(), caller.name(), clock.instant());
        return answers.of(deal);
    }

    /// A unit has one live hold: a ticket on an earlier one is over, even if inventory's word of it is still on its
    /// way.
    private void endStaleTicket(HeldUnit held) {
        deals.queuedOn(held.units()).stream()
                .filter(deal -> !deal.hold().equals(held.hold()))
                .forEach(stale -> {
                    outbox.append(stale.returnTicket("HOLD_ENDED", clock.instant()));
                    deals.flush();
                });
    }
}

package org.anchang.deal.deposit;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.deposit.DepositResource.OpenDeal;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.deal.inventory.AskingInventory;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.inbox.Awaiting;
import org.anchang.kit.outbox.Outbox;

/// 排号: a ticket for a unit that the consultant holds for the customer, and the manager's word that it is free.
@ApplicationScoped
class OpeningDeal {
    @Inject
    Asking asking;

    @Inject
    Deals deals;

    @Inject
    KnownCustomers customers;

    @Inject
    Awaiting awaiting;

    @Inject
    AskingInventory holding;

    @Inject
    DealAnswers answers;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// A customer who was registered a moment ago is heard of in a moment (CUS-1).
    DealAnswers.Answer open(OpenDeal wish) {
        caller.mustBeBoundTo(wish.project());
        awaiting.until(() -> asking.before(() -> customers.isKnown(wish.customer())));
        var held = holding.read(wish.hold());
        return asking.carryOut(() -> open(wish, held));
    }

    private DealAnswers.Answer open(OpenDeal wish, HeldUnit held) {
        var customer = customers.mustBeServedByCaller(wish.customer(), wish.project());
        refuseUnless(
                held.project().equals(wish.project())
                        && held.consultant().equals(caller.name())
                        && customers.standing(held.customer()).equals(customer),
                DealRefusal.HOLD_IS_NOT_YOURS);
        refuseUnless(held.live() && held.claimedBy() == null, DealRefusal.HOLD_IS_NOT_LIVE);
        endStaleTicket(held);
        deals.refuseIfTaken(held.units());
        var deal = Deal.open(new Deal.Opening(wish.project(), deals.nextTicket(), held), clock.instant());
        deal.goOnUnder(customer);
        deals.persist(deal);
        outbox.append(deal.ticketIssued());
        return answers.of(deal);
    }

    /// DEP-1
    DealAnswers.Answer confirmUnit(UUID id) {
        var held =
                holding.read(asking.before(() -> deals.get(caller.scope(), id).hold()));
        return asking.carryOut(() -> {
            var deal = deals.toChange(caller.scope(), id);
            deal.confirmUnit(held, caller.name(), clock.instant());
            return answers.of(deal);
        });
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

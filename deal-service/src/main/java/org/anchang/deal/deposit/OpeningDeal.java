package org.anchang.deal.deposit;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
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
import org.anchang.kit.people.People;

/// 排号: a ticket for a unit that the consultant holds for the customer, and the manager's word that it is free.
@ApplicationScoped
class OpeningDeal {
    @Inject
    Asking asking;

    @Inject
    Deals deals;

    @Inject
    People people;

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
        awaiting.until(() -> asking.before(() -> people.known(wish.customer()).isPresent()));
        var held = holding.read(wish.hold());
        return asking.carryOut(() -> open(wish, held));
    }

    private DealAnswers.Answer open(OpenDeal wish, HeldUnit held) {
        var customer = mustBeServedByCaller(wish);
        refuseUnless(
                held.project().equals(wish.project())
                        && held.consultant().equals(caller.name())
                        && people.standing(held.customer()).equals(customer),
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

    /// SEC-1: a deal is opened by the customer's own consultant, or by one who received the customer in the owner's
    /// place.
    ///
    /// @return the record that stands for the customer (CUS-3)
    private UUID mustBeServedByCaller(OpenDeal wish) {
        // Until the deal is there, nobody gives the customer to somebody else: it would stay with who was the owner.
        people.keep(wish.customer());
        var known = people.known(wish.customer())
                .filter(its -> its.project().equals(wish.project()))
                .orElseThrow(() -> refuse(DealRefusal.CUSTOMER_NOT_KNOWN_YET));
        refuseIf(
                people.isAnothers(new People.Meeting(wish.project(), caller.name(), known.customer())),
                DealRefusal.CUSTOMER_BELONGS_TO_ANOTHER);
        return known.customer();
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

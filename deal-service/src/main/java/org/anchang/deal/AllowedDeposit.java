package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.time.Instant;
import org.anchang.deal.DepositOffer.DepositKind;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.evidence.ClaimedUnit;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.kit.problem.Rule;
import org.jspecify.annotations.Nullable;

/// A deposit that may be taken as the deal stands; only [Deal#mayTake] says so, and only then is it taken.
public final class AllowedDeposit {
    private final Deal deal;
    private final DepositOffer offer;

    private AllowedDeposit(Deal deal, DepositOffer offer) {
        this.deal = deal;
        this.offer = offer;
    }

    static AllowedDeposit of(Deal deal, DepositOffer offer) {
        var allowed = new AllowedDeposit(deal, offer);
        if (!allowed.addsToFull()) {
            offer.move().from(deal.stage());
            var mayTopUp = offer.kind() != DepositKind.TOP_UP || deal.stage() == DealStage.RESERVED;
            deal.stage().allowIf(mayTopUp, Rule.DEP_2);
        }
        deal.refuseIfChanging();
        refuseUnless(deal.isConfirmed(), DealRefusal.UNIT_NOT_CONFIRMED);
        deal.deposits().mayTake(offer, deal.price());
        return allowed;
    }

    /// DEP-1: the first money of the deal; the unit is bound to it, and what brought the customer counts from then
    /// on.
    ///
    /// @param by what brought the customer; absent while nobody has told it
    public DepositTaken takeFirst(ClaimedUnit claimed, Booked booked, @Nullable Brought by, Instant at) {
        refuseUnless(
                claimed.deal().equals(deal.id()) && claimed.hold().equals(deal.hold()), DealRefusal.HOLD_IS_NOT_LIVE);
        deal.broughtBy(by);
        return take(booked, at);
    }

    /// DEP-2, INV-6: more deposit on a unit that is bound already, while its certificates are valid.
    public DepositTaken topUp(CertifiedUnits certified, Booked booked, Instant at) {
        deal.stage().allowIf(deal.stage() != DealStage.QUEUED, Rule.DEP_2);
        refuseUnless(certified.cover(deal.units()), DealRefusal.CERTIFICATES_INCOMPLETE);
        return take(booked, at);
    }

    private DepositTaken take(Booked booked, Instant at) {
        if (!addsToFull()) {
            deal.progress().go(offer.move(), at);
            deal.deposits().keepUntil(offer);
        }
        deal.deposits().take(offer.amount());
        var brought = deal.brought();
        return new DepositTaken(
                deal.id(),
                deal.project(),
                at,
                deal.unit(),
                deal.hold(),
                offer.completes(),
                offer.amount().amount(),
                booked.receipt(),
                booked.entry(),
                booked.payer(),
                booked.account(),
                brought == null ? null : brought.channel(),
                brought == null ? null : brought.broker(),
                brought == null ? null : brought.registration());
    }

    /// DEP-3: the order form promises more than the project's full deposit; its stage and its date stay as they are.
    private boolean addsToFull() {
        return deal.stage() == DealStage.SUBSCRIBED
                && offer.kind() == DepositKind.TOP_UP
                && deal.deposits().outstanding().isPositive();
    }
}

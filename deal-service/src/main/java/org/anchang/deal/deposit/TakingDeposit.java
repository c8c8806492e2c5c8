package org.anchang.deal.deposit;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deadline;
import org.anchang.deal.Deal;
import org.anchang.deal.DealSetting;
import org.anchang.deal.DealStage;
import org.anchang.deal.Deals;
import org.anchang.deal.DepositOffer;
import org.anchang.deal.DepositOffer.DepositKind;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.deposit.DepositResource.DepositTakenAnswer;
import org.anchang.deal.deposit.DepositResource.TakeDeposit;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.inventory.AskingInventory;
import org.anchang.deal.inventory.UnitClaims;
import org.anchang.deal.inventory.UnitClaims.Wanted;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.Incoming;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.ReceiptAnswer;
import org.anchang.deal.receipt.Slips;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;

/// DEP-1, DEP-2, DEP-5: deposit money comes in. The first money of a deal binds its unit, in three steps that can
/// each be repeated: the claim is written down; inventory binds the hold; money, stage and claim are settled
/// together. Later money wants the unit's certificates (INV-6).
@ApplicationScoped
public class TakingDeposit {
    /// @param first whether its unit is still to be bound
    private record Wish(boolean first, Wanted wanted, List<UUID> units) {}

    @Inject
    Asking asking;

    @Inject
    Deals deals;

    @Inject
    DealAnswers answers;

    @Inject
    UnitClaims claims;

    @Inject
    AskingInventory holding;

    @Inject
    BuyersMoney money;

    @Inject
    BroughtCustomers brought;

    @Inject
    Slips slips;

    @Inject
    Settings settings;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    DepositTakenAnswer take(UUID id, TakeDeposit wish) {
        var deal = asking.before(() -> mayTake(id, wish));
        if (deal.first()) {
            claims.claim(deal.wanted());
            return asking.carryOut(() -> take(deals.toChange(caller.scope(), id), wish, Optional.empty()));
        }
        var certified = holding.certified(deal.units());
        return asking.carryOut(() -> take(deals.toChange(caller.scope(), id), wish, Optional.of(certified)));
    }

    /// Refuses before inventory is asked what would be refused afterwards anyhow.
    private Wish mayTake(UUID id, TakeDeposit wish) {
        var deal = deals.get(caller.scope(), id);
        slips.mayBeUsed(deal.project(), wish.method());
        deal.mayTake(offer(deal, wish));
        return new Wish(deal.stage() == DealStage.QUEUED, wanted(deal), deal.units());
    }

    private DepositTakenAnswer take(Deal deal, TakeDeposit wish, Optional<CertifiedUnits> certified) {
        var allowed = deal.mayTake(offer(deal, wish));
        var claimed = deal.stage() == DealStage.QUEUED ? claims.settle(wanted(deal)) : null;
        var taken = money.take(
                deal, ReceiptKind.DEPOSIT, new Incoming(wish.amount(), Nature.DEPOSIT, wish.method(), wish.payer()));
        var event = claimed == null
                ? allowed.topUp(mustBeThere(certified), taken.booked(), clock.instant())
                : allowed.takeFirst(
                        claimed, taken.booked(), brought.of(deal.customer()).orElse(null), clock.instant());
        outbox.append(event);
        return new DepositTakenAnswer(ReceiptAnswer.of(taken.receipt()), answers.of(deal));
    }

    /// Somebody else's money was first, between the question and this transaction: the command is to be sent again.
    private static CertifiedUnits mustBeThere(Optional<CertifiedUnits> certified) {
        return certified.orElseThrow(() -> refuse(KitRefusal.CONFLICT_TRY_AGAIN));
    }

    private DepositOffer offer(Deal deal, TakeDeposit wish) {
        return new DepositOffer(
                wish.kind(),
                wish.amount(),
                wish.kind() == DepositKind.SMALL
                        ? Deadline.toTopUp(settings, deal.project(), clock.today(), wish.topUpBy())
                        : Deadline.toSign(settings, deal.project(), clock.today(), wish.signBy()),
                settings.percent(deal.project(), DealSetting.DEPOSIT_CAP_PERCENT),
                settings.money(deal.project(), DealSetting.FULL_DEPOSIT));
    }

    private static Wanted wanted(Deal deal) {
        return new Wanted(deal.id(), deal.project(), deal.unit(), deal.hold());
    }
}

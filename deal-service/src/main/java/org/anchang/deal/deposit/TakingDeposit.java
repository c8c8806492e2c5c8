package org.anchang.deal.deposit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deadline;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAnswers;
import org.anchang.deal.DealSetting;
import org.anchang.deal.DealStage;
import org.anchang.deal.Deals;
import org.anchang.deal.DepositOffer;
import org.anchang.deal.deposit.DepositResource.DepositTakenAnswer;
import org.anchang.deal.deposit.DepositResource.TakeDeposit;
import org.anchang.deal.inventory.UnitClaims;
import org.anchang.deal.inventory.UnitClaims.Wanted;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.Incoming;
import org.anchang.deal.money.Receipt.Kind;
import org.anchang.deal.money.ReceiptAnswer;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.setting.Settings;

/// DEP-1, DEP-2, DEP-5: deposit money comes in. The first money of a deal binds its unit, in three steps that can
/// each be repeated: the claim is written down; inventory binds the hold; money, stage and claim are settled
/// together.
@ApplicationScoped
public class TakingDeposit {
    @Inject
    Deals deals;

    @Inject
    DealAnswers answers;

    @Inject
    UnitClaims claims;

    @Inject
    BuyersMoney money;

    @Inject
    Settings settings;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// Binds the unit if this will be the first money; refuses first what would be refused later anyhow.
    void claimUnit(UUID id, TakeDeposit wish) {
        QuarkusTransaction.requiringNew()
                .call(() -> {
                    var deal = deals.get(id);
                    if (deal.stage() != DealStage.QUEUED) {
                        return Optional.<Wanted>empty();
                    }
                    wish.method().mustBeTraceable();
                    deal.mayTake(offer(deal, wish));
                    return Optional.of(wanted(deal));
                })
                .ifPresent(claims::claim);
    }

    @Idempotent
    DepositTakenAnswer take(UUID id, TakeDeposit wish) {
        var deal = deals.toChange(id);
        var offer = offer(deal, wish);
        deal.mayTake(offer);
        var isFirst = deal.stage() == DealStage.QUEUED;
        var claimed = isFirst ? claims.settle(wanted(deal)) : null;
        var incoming = new Incoming(wish.amount(), Nature.DEPOSIT, wish.method(), wish.payer());
        var taken = money.take(deal, Kind.DEPOSIT, incoming);
        var event = claimed == null
                ? deal.topUp(offer, taken.booked(), clock.instant())
                : deal.takeDeposit(offer, claimed, taken.booked(), clock.instant());
        outbox.append(event);
        return new DepositTakenAnswer(ReceiptAnswer.of(taken.receipt()), answers.of(deal));
    }

    private DepositOffer offer(Deal deal, TakeDeposit wish) {
        var completes = wish.kind() != DepositOffer.Kind.SMALL;
        var limit = completes ? DealSetting.SIGNING_DAYS_LIMIT : DealSetting.TOP_UP_DAYS_LIMIT;
        var today = clock.today();
        var latest = today.plusDays(settings.integer(deal.project(), limit));
        var asked = completes ? wish.signBy() : wish.topUpBy();
        return new DepositOffer(
                wish.kind(),
                wish.amount(),
                new Deadline(asked == null ? latest : asked, today, latest),
                settings.decimal(deal.project(), DealSetting.DEPOSIT_CAP_PERCENT),
                new Money(settings.decimal(deal.project(), DealSetting.FULL_DEPOSIT)));
    }

    private static Wanted wanted(Deal deal) {
        return new Wanted(deal.id(), deal.project(), deal.unit(), deal.hold());
    }
}

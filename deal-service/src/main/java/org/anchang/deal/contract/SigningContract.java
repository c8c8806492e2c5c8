package org.anchang.deal.contract;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Buyer;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealSetting;
import org.anchang.deal.Deals;
import org.anchang.deal.contract.ContractResource.CheckBuyer;
import org.anchang.deal.contract.ContractResource.SignContract;
import org.anchang.deal.deposit.OrderForms;
import org.anchang.deal.inventory.HoldingUnits;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.PaymentSchedule;
import org.anchang.deal.money.PaymentSchedule.Due;
import org.anchang.deal.money.Receipt.Kind;
import org.anchang.deal.money.ReceiptBook;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;

/// CON-1 … CON-3: the buyers are checked and the contract is signed. At signing the order form and the deposit
/// receipts are taken back, the deposits become part of the price, and what is still to be paid is scheduled.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SigningContract {
    @Inject
    Deals deals;

    @Inject
    Contracts contracts;

    @Inject
    OrderForms orderForms;

    @Inject
    HoldingUnits units;

    @Inject
    BuyersMoney money;

    @Inject
    ReceiptBook book;

    @Inject
    PaymentSchedule schedule;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Event<SignedScheme> signed;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// CON-1
    Deal check(UUID id, CheckBuyer wish) {
        var deal = deals.toChange(id);
        var seen = new Buyer.Check(wish.identityChecked(), wish.qualification(), wish.proxy());
        deal.checkBuyer(buyer(deal, wish.buyer()), seen, sealing, clock.instant(), caller.name());
        return deal;
    }

    Contract sign(UUID id, SignContract wish) {
        var deal = deals.toChange(id);
        deal.maySign();
        var certified = units.certified(deal.unit());
        deal.units().stream().filter(attached -> !attached.equals(deal.unit())).forEach(units::certified);
        contracts.refuseIfTaken(deal, wish.number());
        var scheme = wish.scheme();
        var dues = scheme.dues(deal.price(), settings.integer(deal.project(), DealSetting.LOAN_DAYS));
        mustAddUp(dues, deal.price());

        var today = clock.today();
        var fileBy = today.plusDays(settings.integer(deal.project(), DealSetting.FILING_DAYS));
        var title = new Contract.Title(wish.number(), scheme.type(), today, fileBy);
        var contract = Contract.of(deal, title, caller.name(), clock.instant());
        contracts.persist(contract);
        orderForms.current(id).ifPresent(form -> form.takenBack(clock.instant()));
        var paper = new Deal.Paper(contract.id(), contract.number(), today, scheme.type());
        outbox.append(deal.sign(paper, certified, money.offset(deal), clock.instant()));
        var purchaseReceipt = book.exchange(deal, deal, Kind.PURCHASE);
        outbox.append(schedule.replace(deal, dues));
        schedule.allocate(purchaseReceipt);
        signed.fire(new SignedScheme(deal, scheme));
        return contract;
    }

    private static void mustAddUp(List<Due> dues, Money price) {
        var sum = Money.sum(dues.stream().map(Due::amount).toList());
        if (!sum.equals(price) || !dues.stream().allMatch(due -> due.amount().isPositive())) {
            throw refuse(DealRefusal.SCHEDULE_DOES_NOT_ADD_UP)
                    .with("expected", price)
                    .with("sum", sum);
        }
    }

    private static Buyer buyer(Deal deal, String indexOrId) {
        return deal.buyers().stream()
                .filter(buyer -> indexOrId.equals(Integer.toString(buyer.position()))
                        || indexOrId.equals(buyer.id().toString()))
                .findFirst()
                .orElseThrow(() -> refuse(DealRefusal.BUYER_NOT_FOUND));
    }
}

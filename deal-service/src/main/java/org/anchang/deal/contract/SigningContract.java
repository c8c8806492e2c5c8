package org.anchang.deal.contract;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.deal.AllowedContract.SignedPaper;
import org.anchang.deal.Buyer;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealSetting;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.answer.Kept;
import org.anchang.deal.contract.ContractResource.CheckBuyer;
import org.anchang.deal.contract.ContractResource.SignContract;
import org.anchang.deal.deposit.orderform.OrderForms;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.inventory.AskingInventory;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.payment.PaymentSchedule;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.ReceiptBook;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;

/// CON-1 … CON-3: the buyers are checked and the contract is signed. At signing the order form and the deposit
/// receipts are taken back, the deposits become part of the price, and what is still to be paid is scheduled.
@ApplicationScoped
class SigningContract {
    @Inject
    Asking asking;

    @Inject
    Deals deals;

    @Inject
    Contracts contracts;

    @Inject
    OrderForms orderForms;

    @Inject
    AskingInventory units;

    @Inject
    BuyersMoney money;

    @Inject
    ReceiptBook book;

    @Inject
    PaymentSchedule schedule;

    @Inject
    DealAnswers answers;

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
        var deal = deals.toChange(caller.scope(), id);
        var seen = new Buyer.Check(wish.identityChecked(), wish.qualification(), wish.proxy());
        deal.checkBuyer(buyer(deal, wish.buyer()), seen, sealing, clock.instant(), caller.name());
        return deal;
    }

    /// CON-2, INV-6: the certificates of its units are asked for first.
    ContractResource.ContractAnswer sign(UUID id, SignContract wish) {
        var wanted = asking.before(() -> {
            var deal = deals.get(caller.scope(), id);
            deal.maySign();
            return deal.units();
        });
        var certified = units.certified(wanted);
        return asking.carryOut(() -> sign(deals.toChange(caller.scope(), id), wish, certified));
    }

    private ContractResource.ContractAnswer sign(Deal deal, SignContract wish, CertifiedUnits certified) {
        var allowed = deal.maySign(certified);
        contracts.refuseIfTaken(deal, wish.number());
        var scheme = wish.scheme();
        var today = clock.today();
        var dues = scheme.agreed(deal.price(), settings.integer(deal.project(), DealSetting.LOAN_DAYS), today);
        var fileBy = today.plusDays(settings.integer(deal.project(), DealSetting.FILING_DAYS));
        var contract =
                new Kept.Contract(deal.id(), Ids.next(), wish.number(), scheme.type(), deal.price(), today, fileBy);
        contracts.sign(contract, deal, caller.name(), clock.instant());
        orderForms.current(deal.id()).ifPresent(form -> form.takenBack(clock.instant()));
        var paper = new SignedPaper(contract.id(), contract.number(), today, scheme.type());
        outbox.append(allowed.sign(paper, money.offset(deal), clock.instant()));
        var purchaseReceipt = book.exchange(deal, deal, ReceiptKind.PURCHASE);
        outbox.append(schedule.replace(deal, dues));
        schedule.allocate(purchaseReceipt);
        signed.fire(new SignedScheme(deal, scheme));
        return answer(contract, deal);
    }

    private ContractResource.ContractAnswer answer(Kept.Contract contract, Deal deal) {
        return new ContractResource.ContractAnswer(
                contract.id(),
                contract.deal(),
                contract.number(),
                contract.scheme(),
                contract.total(),
                contract.signedOn(),
                contract.fileBy(),
                schedule.standing(deal.id()),
                answers.of(deal).actions());
    }

    private static Buyer buyer(Deal deal, String indexOrId) {
        return deal.buyers().stream()
                .filter(buyer -> indexOrId.equals(Integer.toString(buyer.position()))
                        || indexOrId.equals(buyer.id().toString()))
                .findFirst()
                .orElseThrow(() -> refuse(DealRefusal.BUYER_NOT_FOUND));
    }
}

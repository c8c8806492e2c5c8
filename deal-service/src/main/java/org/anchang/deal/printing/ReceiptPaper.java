package org.anchang.deal.printing;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.Payer;
import org.anchang.deal.receipt.Receipt;
import org.anchang.deal.receipt.Receipts;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.paper.Renminbi;
import org.anchang.kit.problem.KitRefusal;

/// 收据 (DEP-5): of deposits, and of what was paid for the home.
@ApplicationScoped
class ReceiptPaper implements PaperSource {
    private static final String DEPOSIT = "deposit-receipt";
    private static final String PURCHASE = "purchase-receipt";

    @Inject
    Receipts receipts;

    @Inject
    BuyersMoney money;

    @Inject
    DealContent deals;

    @Override
    public Set<String> papers() {
        return Set.of(DEPOSIT, PURCHASE);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Asked asked(UUID id) {
        var receipt = get(id);
        deals.deal(receipt.deal());
        return new Asked(
                switch (receipt.kind()) {
                    case DEPOSIT, CARRIED_OVER -> DEPOSIT;
                    case PAYMENT, LOAN, PURCHASE -> PURCHASE;
                },
                id);
    }

    @Override
    public Standing standing(Asked asked) {
        return deals.standing(get(asked.subject()).deal());
    }

    @Override
    public Content content(Asked asked) {
        var receipt = get(asked.subject());
        var deal = deals.deal(receipt.deal());
        var buyers = deals.of(deal);
        return buyers.with("number", receipt.number())
                .with("issuedOn", OfficeClock.dateOf(receipt.issuedAt()))
                .with("issuedBy", deals.person(receipt.issuedBy()))
                .with("payer", money.payer(receipt).map(Payer::name).orElse("客户本人"))
                .with("nature", PaperWords.kind(receipt.kind()))
                .with("method", receipt.method() == null ? null : PaperWords.method(receipt.method()))
                .with("slip", receipt.slip())
                .with("amount", receipt.amount())
                .with("amountInCapitals", Renminbi.capitals(receipt.amount()))
                .with("account", receipt.account() == null ? null : PaperWords.account(receipt.account()))
                .with("accountNumber", receipt.accountNumber())
                .with("note", PaperWords.note(receipt))
                .content();
    }

    /// Whoever may see the deal may see its receipts.
    private Receipt get(UUID id) {
        return receipts.findByIdOptional(id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}

package org.anchang.deal.printing;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.Payer;
import org.anchang.deal.receipt.Receipt;
import org.anchang.deal.receipt.Receipts;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.paper.Renminbi;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;

/// 收据 (DEP-5): of deposits, and of what was paid for the home.
@ApplicationScoped
class ReceiptPaper implements PaperSource {
    private static final String DEPOSIT = "deposit-receipt";
    private static final String PURCHASE = "purchase-receipt";
    private static final String EXCHANGE = "receipt-exchange";

    @Inject
    Receipts receipts;

    @Inject
    Sealing sealing;

    @Inject
    BuyersMoney money;

    @Inject
    DealContent deals;

    @Override
    public Set<String> papers() {
        return Set.of(DEPOSIT, PURCHASE, EXCHANGE);
    }

    @Override
    public Standing standing(Asked asked) {
        return deals.standing(get(asked).deal());
    }

    @Override
    public Content content(Asked asked) {
        var receipt = get(asked);
        var filling = deals.of(deals.deal(receipt.deal()));
        if (asked.name().equals(EXCHANGE)) {
            exchange(filling, receipts.exchangedFor(receipt.id()));
        }
        return filling.with("number", receipt.number())
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
                .with("note", PaperWords.note(receipt, sealing))
                .content();
    }

    /// CON-2, SWP-3: what was taken back for it.
    private static void exchange(Content.Filling filling, List<Receipt> taken) {
        var no = 0;
        for (var old : taken) {
            no++;
            var row = new HashMap<String, Object>(Map.of(
                    "no", no,
                    "number", old.number(),
                    "nature", PaperWords.kind(old.kind()),
                    "issuedOn", OfficeClock.dateOf(old.issuedAt()),
                    "amount", old.amount()));
            var method = old.method();
            if (method != null) {
                row.put("method", PaperWords.method(method));
            }
            filling.row("taken", row);
        }
        filling.with("takenTotal", Money.sum(taken.stream().map(Receipt::amount).toList()));
    }

    /// Whoever may see the deal may see its receipts; one has a sheet of its kind, and that of an exchange.
    private Receipt get(Asked asked) {
        return receipts.findByIdOptional(asked.subject())
                .filter(receipt -> asked.name().equals(EXCHANGE)
                        ? !receipt.kind().isCollection()
                        : asked.name().equals(receipt.kind().paper()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}

package org.anchang.deal.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anchang.deal.Buyer;
import org.anchang.deal.contract.Contracts;
import org.anchang.deal.contract.SupplementaryTerms;
import org.anchang.deal.payment.PaymentSchedule;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.paper.Renminbi;
import org.anchang.kit.seal.Sealing;

/// 商品房买卖合同 (CON-1 … CON-3, CON-5): what the office knows of it; the buyers write the rest themselves.
@ApplicationScoped
class ContractPaper implements PaperSource {
    static final String NAME = "contract";

    @Inject
    Contracts contracts;

    @Inject
    SupplementaryTerms terms;

    @Inject
    PaymentSchedule schedule;

    @Inject
    DealContent deals;

    @Inject
    Sealing sealing;

    @Override
    public Set<String> papers() {
        return Set.of(NAME);
    }

    @Override
    public Standing standing(Asked asked) {
        return deals.standing(contracts.get(asked.subject()).deal());
    }

    @Override
    public Content content(Asked asked) {
        var contract = contracts.get(asked.subject());
        var deal = deals.deal(contract.deal());
        var home = deal.home();
        var filling = deals.of(deal)
                .with("number", contract.number())
                .with("signedOn", contract.signedOn())
                .with("fileBy", contract.fileBy())
                .with("scheme", PaperWords.scheme(contract.scheme()))
                .with("productType", PaperWords.product(home.productType()))
                .with("interiorArea", home.interiorArea())
                .with("priceBasis", PaperWords.priceBasis(home.basis()))
                .with("unitPrice", home.unitPrice())
                .with("total", contract.total())
                .with("totalInCapitals", Renminbi.capitals(contract.total()));
        for (var buyer : deal.buyers()) {
            filling.row("buyers", party(buyer, true), party(buyer, false));
        }
        for (var line : schedule.standing(deal.id()).lines()) {
            filling.row(
                    "dues",
                    Map.of(
                            "label", PaperWords.due(line.label()),
                            "dueOn", line.dueOn() == null ? "银行放款时" : line.dueOn(),
                            "amount", line.amount()));
        }
        for (var term : terms.of(deal.id())) {
            if (term.approvedBy() != null) {
                filling.row("terms", Map.of("no", term.number(), "text", term.text()));
            }
        }
        return filling.content();
    }

    private Map<String, ?> party(Buyer buyer, boolean open) {
        var identity = buyer.identity(sealing, open);
        var row = new HashMap<String, Object>(Map.of(
                "name", Objects.requireNonNull(buyer.identity(sealing, true).name()),
                "idType", PaperWords.paper(buyer.idType()),
                "idNumber", identity.idNumber()));
        if (identity.phone() != null) {
            row.put("phone", identity.phone());
        }
        return row;
    }
}

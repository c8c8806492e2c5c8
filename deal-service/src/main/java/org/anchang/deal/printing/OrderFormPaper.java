package org.anchang.deal.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.anchang.deal.Buyer;
import org.anchang.deal.deposit.orderform.OrderForm;
import org.anchang.deal.deposit.orderform.OrderForms;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.paper.Renminbi;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// 认购书 (DEP-3)
@ApplicationScoped
class OrderFormPaper implements PaperSource {
    static final String NAME = "order-form";

    @Inject
    OrderForms forms;

    @Inject
    DealContent deals;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Override
    public Set<String> papers() {
        return Set.of(NAME);
    }

    @Override
    public Standing standing(Asked asked) {
        return deals.standing(forms.get(caller.scope(), asked.subject()).deal());
    }

    @Override
    public Content content(Asked asked) {
        var form = forms.get(caller.scope(), asked.subject());
        var deal = deals.deal(form.deal());
        var written = form.content();
        var figures = written.figures();
        var filling = deals.of(deal)
                .with("number", deal.ticket() + "-" + form.number())
                .with("drawnOn", OfficeClock.dateOf(form.drawnAt()))
                .with("productType", PaperWords.product(deal.home().productType()))
                .with("priceBasis", PaperWords.priceBasis(form.priceBasis()))
                .with("area", form.area())
                .with("unitPrice", figures.unitPrice())
                .with("attachedTotal", form.attachedTotal().isZero() ? null : form.attachedTotal())
                .with("discount", figures.discount())
                .with("total", figures.total())
                .with("totalInCapitals", Renminbi.capitals(figures.total()))
                .with("deposit", figures.deposit())
                .with("depositInCapitals", Renminbi.capitals(figures.deposit()))
                .with(
                        "scheme",
                        written.payingBy() == null
                                ? null
                                : PaperWords.scheme(written.payingBy().name()))
                .with("topUpBy", written.topUpBy())
                .with("signBy", written.signBy())
                .with("state", PaperWords.state(form.state()));
        for (var buyer : deal.buyers()) {
            filling.row("buyers", party(buyer, true), party(buyer, false));
        }
        for (var step : written.discountStack()) {
            filling.row("discounts", Map.of("kind", PaperWords.discount(step.kind()), "amount", step.amount()));
        }
        for (var fee : written.taxesAndFees()) {
            filling.row("fees", row("label", fee.label(), "amount", fee.amount(), "dueOn", fee.dueOn()));
        }
        for (var signature : form.signatures()) {
            filling.with(
                    switch (signature.signedAs()) {
                        case CUSTOMER -> "customerSignedOn";
                        case CONSULTANT -> "consultantSignedOn";
                        case SITE_MANAGER -> "managerSignedOn";
                    },
                    OfficeClock.dateOf(signature.signedAt()));
            if (signature.signedAs() == OrderForm.Signer.SITE_MANAGER) {
                filling.with("managerSigned", deals.person(signature.recordedBy()));
            }
        }
        return filling.content();
    }

    /// Names are in full for whoever may see the form; numbers and phones for owner and site manager (CUS-6).
    private Map<String, ?> party(Buyer buyer, boolean open) {
        var identity = buyer.identity(sealing, open);
        var name = buyer.identity(sealing, true).name();
        var isSole = buyer.share().signum() > 0 && buyer.share().intValue() == 100;
        var row = new HashMap<>(row(
                "name",
                isSole ? name : name + "（" + buyer.share().toPlainString() + "%）",
                "idNumber",
                identity.idNumber(),
                "phone",
                identity.phone()));
        row.put("idType", PaperWords.paper(buyer.idType()));
        return row;
    }

    private static Map<String, Object> row(
            String first, Object one, String second, Object two, String third, @Nullable Object three) {
        var row = new HashMap<String, Object>(Map.of(first, one, second, two));
        if (three != null) {
            row.put(third, three);
        }
        return row;
    }
}

package org.anchang.deal.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.Kept;
import org.anchang.deal.contract.Contracts;
import org.anchang.deal.customer.ReportedCustomers;
import org.anchang.deal.customer.ReportedCustomers.Bought;
import org.anchang.deal.deposit.orderform.OrderForms;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.jspecify.annotations.Nullable;

/// 客户成交报告: what this service knows, and of one deal what the customer's dossier says.
@ApplicationScoped
class DealReportPaper implements PaperSource {
    static final String NAME = "deal-report";

    @Inject
    Asking asking;

    @Inject
    ReportedCustomers customers;

    @Inject
    DealContent deals;

    @Inject
    OrderForms forms;

    @Inject
    Contracts contracts;

    @Override
    public Set<String> papers() {
        return Set.of(NAME);
    }

    @Override
    public Standing standing(Asked asked) {
        return deals.standing(asked.subject());
    }

    @Override
    public Content asked(Asked asked) {
        var bought = asking.before(() -> {
            // Refuses what is not the caller's to see.
            var deal = deals.deal(asked.subject());
            return new Bought(deal.customer(), OfficeClock.dateOf(deal.openedAt()), orderedOn(deal));
        });
        return customers.reported(bought);
    }

    @Override
    public Content content(Asked asked) {
        return filled(deals.deal(asked.subject())).content();
    }

    Content.Filling filled(Deal deal) {
        var home = deal.home();
        return deals.of(deal)
                .with("queuedOn", OfficeClock.dateOf(deal.openedAt()))
                .with("subscribedOn", orderedOn(deal))
                .with(
                        "signedOn",
                        contracts.of(deal).map(Kept.Contract::signedOn).orElse(null))
                .with("productType", home.productType())
                .with("buildingArea", home.area());
    }

    private @Nullable LocalDate orderedOn(Deal deal) {
        return forms.latestOf(List.of(deal.id())).stream()
                .map(form -> OfficeClock.dateOf(form.drawnAt()))
                .findFirst()
                .orElse(null);
    }
}

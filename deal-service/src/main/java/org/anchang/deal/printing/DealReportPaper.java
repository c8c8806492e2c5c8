package org.anchang.deal.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.anchang.deal.Deal;
import org.anchang.deal.contract.Contract;
import org.anchang.deal.contract.Contracts;
import org.anchang.deal.deposit.OrderForms;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;

/// 客户成交报告: what this service knows of it; what the dossier knows is filled in by hand.
@ApplicationScoped
class DealReportPaper implements PaperSource {
    static final String NAME = "deal-report";

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
    public Content content(Asked asked) {
        return filled(deals.deal(asked.subject())).content();
    }

    Content.Filling filled(Deal deal) {
        var home = deal.home();
        return deals.of(deal)
                .with("queuedOn", OfficeClock.dateOf(deal.openedAt()))
                .with(
                        "subscribedOn",
                        forms.latestOf(List.of(deal.id())).stream()
                                .map(form -> OfficeClock.dateOf(form.drawnAt()))
                                .findFirst()
                                .orElse(null))
                .with("signedOn", contracts.of(deal).map(Contract::signedOn).orElse(null))
                .with("productType", home.productType())
                .with("buildingArea", home.area());
    }
}

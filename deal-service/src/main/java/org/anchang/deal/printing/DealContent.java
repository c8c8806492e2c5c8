package org.anchang.deal.printing;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.deal.Buyer;
import org.anchang.deal.Deal;
import org.anchang.deal.DealSetting;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealExport;
import org.anchang.deal.answer.Kept;
import org.anchang.deal.contract.Contracts;
import org.anchang.deal.deposit.orderform.OrderForm.PayingBy;
import org.anchang.deal.deposit.orderform.OrderForms;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperPeople;
import org.anchang.kit.paper.PaperSource.Standing;
import org.anchang.kit.people.People;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// What stands on every paper of a deal: whose it is, and which home.
@ApplicationScoped
class DealContent {
    @Inject
    Deals deals;

    @Inject
    Contracts contracts;

    @Inject
    OrderForms forms;

    @Inject
    PaperPeople colleagues;

    @Inject
    People people;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Standing standing(UUID id) {
        var deal = deals.get(caller.scope(), id);
        return new Standing(deal.project(), "deal", id, deal.consultant(), company(deal.project()));
    }

    Deal deal(UUID id) {
        return deals.get(caller.scope(), id);
    }

    String person(String name) {
        return requireNonNull(colleagues.nameOf(name));
    }

    /// Buyers by name; before a form names them, the customer, masked as customer-service tells the name.
    Content.Filling of(Deal deal) {
        var home = deal.home();
        var main = deal.buyers().stream().filter(Buyer::isMain).findFirst();
        return Content.filling()
                .with("company", company(deal.project()))
                .with("addressee", company(deal.project()).isBlank() ? "贵公司" : company(deal.project()))
                .with("project", project(deal.project()))
                .with("ticket", deal.ticket())
                .with("buyers", names(deal))
                .with(
                        "phone",
                        main.map(buyer -> buyer.identity(sealing, true).phone()).orElse(null),
                        main.map(buyer -> buyer.identity(sealing, false).phone())
                                .orElse(null))
                .with("consultant", person(deal.consultant()))
                .with("unit", home.label())
                .with("layout", home.layout())
                .with("area", home.area())
                .with(
                        "scheme",
                        contracts
                                .of(deal)
                                .map(Kept.Contract::scheme)
                                .or(() -> forms.latestOf(List.of(deal.id())).stream()
                                        .map(form -> form.content().payingBy())
                                        .filter(Objects::nonNull)
                                        .map(PayingBy::name)
                                        .findFirst())
                                .map(PaperWords::scheme)
                                .orElse(null));
    }

    @Nullable
    String stage(@Nullable String stage) {
        return stage == null ? null : DealExport.STAGES.get(stage);
    }

    String names(Deal deal) {
        if (deal.buyers().isEmpty()) {
            return people.names(List.of(deal.customer())).getOrDefault(deal.customer(), "");
        }
        return deal.buyers().stream()
                .map(buyer -> buyer.identity(sealing, true).name())
                .collect(Collectors.joining("、"));
    }

    String company(String project) {
        return settings.text(project, DealSetting.COMPANY_NAME);
    }

    String project(String project) {
        var named = settings.text(project, DealSetting.PROJECT_NAME);
        return named.isBlank() ? project : named;
    }
}

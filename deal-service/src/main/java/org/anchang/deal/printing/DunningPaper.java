package org.anchang.deal.printing;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.anchang.deal.DealSetting;
import org.anchang.deal.answer.Kept;
import org.anchang.deal.contract.Contracts;
import org.anchang.deal.payment.PaymentSchedule;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.paper.Renminbi;
import org.anchang.kit.setting.Settings;

/// 催款函 (COL-2): what of a deal is overdue today.
@ApplicationScoped
class DunningPaper implements PaperSource {
    static final String NAME = "dunning-letter";

    @Inject
    PaymentSchedule schedule;

    @Inject
    Contracts contracts;

    @Inject
    DealContent deals;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

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
        var deal = deals.deal(asked.subject());
        var contract = contracts.of(deal);
        var standing = schedule.standing(deal.id());
        var today = clock.today();
        var filling = deals.of(deal)
                .with("today", today)
                .with("graceDays", settings.integer(deal.project(), DealSetting.DUNNING_DAYS))
                .with("contractNumber", contract.map(Kept.Contract::number).orElse(null))
                .with("signedOn", contract.map(Kept.Contract::signedOn).orElse(null))
                .with("total", deal.price())
                .with("paid", standing.paid())
                .with("overdue", standing.overdue())
                .with("overdueInCapitals", Renminbi.capitals(standing.overdue()))
                .with("outstandingTotal", standing.outstanding());
        var no = 0;
        for (var line : standing.lines()) {
            if (line.overdue()) {
                no++;
                var dueOn = requireNonNull(line.dueOn());
                filling.row(
                        "lines",
                        Map.of(
                                "no", no,
                                "label", PaperWords.due(line.label()),
                                "dueOn", dueOn,
                                "amount", line.amount(),
                                "outstanding", line.outstanding(),
                                "days", ChronoUnit.DAYS.between(dueOn, today)));
            }
        }
        return filling.content();
    }
}

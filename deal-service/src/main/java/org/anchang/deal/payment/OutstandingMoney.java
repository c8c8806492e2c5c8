package org.anchang.deal.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Printing;
import org.anchang.kit.Action;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// COL-1: each deal of a project that is to be paid, by its schedule; before there is one, by its deposits.
@ApplicationScoped
class OutstandingMoney {
    /// @param home   what the deal is about, by its label
    /// @param buyers masked (CUS-6); before a form names them, the customer
    public record Outstanding(
            UUID deal,
            String ticket,
            String home,
            @Nullable String buyers,
            DealStage stage,
            String consultant,
            Money total,
            Money due,
            Money overdue,
            Money paid,
            Money outstanding,
            List<Action> actions) {}

    private record OwingDeal(
            UUID deal,
            String ticket,
            String home,
            @Nullable String buyers,
            DealStage stage,
            String consultant,
            Money total,
            Money due,
            Money overdue,
            Money paid) {
        Outstanding outstanding(List<Action> actions) {
            return new Outstanding(
                    deal,
                    ticket,
                    home,
                    buyers,
                    stage,
                    consultant,
                    total,
                    due,
                    overdue,
                    paid,
                    total.minus(paid),
                    actions);
        }
    }

    private static final String STANDING = """
            SELECT d.deal, d.ticket, d.home, d.buyers, d.stage, d.consultant, d.price AS total,
                   coalesce(s.due, 0) AS due, coalesce(s.overdue, 0) AS overdue, coalesce(s.paid, d.deposit_total) AS paid
            FROM deal_standing d LEFT JOIN LATERAL (
                SELECT sum(amount - paid) FILTER (WHERE due_on <= :today) AS due,
                       sum(amount - paid) FILTER (WHERE due_on < :today) AS overdue, sum(paid) AS paid
                FROM amount_due a WHERE a.deal = d.deal) s ON true
            WHERE d.project = :project AND d.stage IN ('RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED')
              AND (CAST(:after AS uuid) IS NULL OR d.deal > :after) ORDER BY d.deal LIMIT :rows""";

    /// AOF-1: the same of deals as they stood.
    private static final String STOOD = """
            SELECT s.deal, s.ticket, s.home, s.buyers, s.stage, s.consultant, s.total, s.due, s.overdue, s.paid
            FROM (SELECT deal FROM deal_standing WHERE project = :project AND (CAST(:after AS uuid) IS NULL OR deal > :after)
                  ORDER BY deal) d
            CROSS JOIN LATERAL deal_stood(d.deal, CAST(:at AS timestamptz)) s
            WHERE s.stage IN ('RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED') ORDER BY d.deal LIMIT :rows""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @param at as it stood at that moment; now, where there is none
    Page<Outstanding> of(String project, @Nullable Instant at, PageRequest request) {
        var asked = at == null
                ? database.sql(STANDING).with("today", clock.today())
                : database.sql(STOOD).with("at", at);
        var found = asked
                .with("project", project)
                .with("after", request.afterId().orElse(null))
                .with("rows", request.rows())
                .rows(OwingDeal.class)
                .stream()
                .map(deal -> deal.outstanding(actions(project, deal)))
                .toList();
        return Page.of(found, request, deal -> List.of(deal.deal()));
    }

    /// COL-2: who owes is written to.
    private List<Action> actions(String project, OwingDeal deal) {
        return deal.overdue().isPositive()
                ? List.of(Printing.action(DealAction.PRINT_DUNNING, "dunning-letter", deal.deal(), project, caller))
                : List.of();
    }
}

package org.anchang.deal.change;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealSetting;
import org.anchang.deal.change.ChangeForm.SwapForm;
import org.anchang.deal.deposit.DrawingOrderForm;
import org.anchang.deal.deposit.OrderForm;
import org.anchang.deal.deposit.OrderForm.Content;
import org.anchang.deal.deposit.OrderForm.DiscountKind;
import org.anchang.deal.deposit.OrderForm.DiscountStep;
import org.anchang.deal.deposit.OrderForm.Figures;
import org.anchang.deal.deposit.OrderForms;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.setting.Settings;

/// What a change does to the order form: the one that counts is voided with its reason, and where the deal goes on,
/// the next one is drawn up. It waits for the three signatures like any other (DEP-3).
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReplacingPapers {
    /// A loan that was paid out, or loan money in the ledger however it came there, and no word that it is cancelled.
    private static final String MONEY_OF_BANK = """
            SELECT count(*) FROM deal d
            WHERE d.id = ?1 AND NOT EXISTS (SELECT FROM mortgage m WHERE m.deal = d.id AND m.state = 'CANCELLED')
              AND (EXISTS (SELECT FROM mortgage m WHERE m.deal = d.id AND m.state = 'DISBURSED')
                   OR (SELECT sum(p.credit - p.debit) FROM posting p
                       WHERE p.deal = d.id AND p.account = 'PRICE_RECEIVED' AND p.nature = 'LOAN') > 0)""";
    private static final String WITH_AUTHORITY =
            "SELECT count(*) FROM filing WHERE deal = ?1 AND state NOT IN ('RETURNED', 'CANCELLED')";
    private static final String END_CONTRACT = "UPDATE contract SET ended_at = ?2 WHERE deal = ?1 AND ended_at IS NULL";

    @Inject
    OrderForms orderForms;

    @Inject
    DrawingOrderForm drawing;

    @Inject
    Settings settings;

    @Inject
    EntityManager database;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// What the form that counts, or waits for signatures, says.
    Optional<Content> current(UUID deal) {
        return orderForms.current(deal).map(OrderForm::content);
    }

    /// Voids the form that counts. @return what it said
    Optional<Content> takeBack(Deal deal, String reason) {
        var form = orderForms.current(deal.id());
        form.ifPresent(counting -> {
            outbox.append(counting.voided(reason, clock.instant()));
            orderForms.flush();
        });
        return form.map(OrderForm::content);
    }

    /// Draws up the form that takes the place of the one before.
    void replace(Deal deal, Content next, String reason) {
        takeBack(deal, reason);
        drawing.drawn(deal, next);
    }

    /// SWP-3: the successor's form, with the dates and fees of the one before.
    void drawUp(Deal successor, SwapForm swap, Content before) {
        var figures = new Figures(
                swap.unitPrice(),
                swap.discount(),
                swap.total(),
                before.figures().deposit());
        drawing.drawn(
                successor, new Content(figures, before.topUpBy(), before.signBy(), before.taxesAndFees(), List.of()));
    }

    /// DIS-1: the same form with a greater discount; what is added is the special step of the stack.
    static Content withDiscount(Content form, Money discount) {
        var before = form.figures();
        var more = discount.minus(before.discount());
        var stack = new ArrayList<DiscountStep>();
        if (form.discountStack().isEmpty() && before.discount().isPositive()) {
            stack.add(new DiscountStep(DiscountKind.CAMPAIGN, before.discount()));
        }
        var special = more;
        for (var step : form.discountStack()) {
            if (step.kind() == DiscountKind.SPECIAL) {
                special = special.plus(step.amount());
            } else {
                stack.add(step);
            }
        }
        stack.add(new DiscountStep(DiscountKind.SPECIAL, special));
        var figures = new Figures(before.unitPrice(), discount, before.total().minus(more), before.deposit());
        return new Content(figures, form.topUpBy(), form.signBy(), form.taxesAndFees(), stack);
    }

    /// DEP-4 holds for a new price too, for what was paid and for what the form says is to be paid.
    void mustCoverDeposits(Deal deal, Money newTotal) {
        var cap = newTotal.percent(settings.decimal(deal.project(), DealSetting.DEPOSIT_CAP_PERCENT));
        var agreed = current(deal.id()).map(form -> form.figures().deposit()).orElse(Money.ZERO);
        if (deal.depositTotal().isMoreThan(cap) || agreed.isMoreThan(cap)) {
            throw refuse(DealRefusal.DEPOSIT_ABOVE_CAP).with("cap", cap).with("taken", deal.depositTotal());
        }
    }

    /// A contracted unit goes back on sale only when neither the authority nor the bank has a hand on it.
    void mustBeFreeOfAuthorityAndBank(Deal deal) {
        refuseIf(count(WITH_AUTHORITY, deal) > 0, DealRefusal.FILING_NOT_CANCELLED);
        refuseIf(count(MONEY_OF_BANK, deal) > 0, DealRefusal.MORTGAGE_NOT_CANCELLED);
    }

    /// RFD-2: the contract, if one was signed, no longer counts.
    void endContract(Deal deal) {
        database.createNativeQuery(END_CONTRACT)
                .setParameter(1, deal.id())
                .setParameter(2, clock.instant())
                .executeUpdate();
    }

    private long count(String query, Deal deal) {
        return ((Number) database.createNativeQuery(query)
                        .setParameter(1, deal.id())
                        .getSingleResult())
                .longValue();
    }
}

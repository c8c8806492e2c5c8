package org.anchang.deal.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealSetting;
import org.anchang.deal.DepositCap;
import org.anchang.deal.change.ChangeForm.SwapForm;
import org.anchang.deal.deposit.orderform.DrawingOrderForm;
import org.anchang.deal.deposit.orderform.OrderForm;
import org.anchang.deal.deposit.orderform.OrderForm.Content;
import org.anchang.deal.deposit.orderform.OrderForm.Figures;
import org.anchang.deal.deposit.orderform.OrderForms;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.setting.Settings;

/// What a change does to the order form: the one that counts is voided with its reason, and where the deal goes on,
/// the next one is drawn up. It waits for the three signatures like any other (DEP-3).
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReplacingOrderForm {
    @Inject
    OrderForms orderForms;

    @Inject
    DrawingOrderForm drawing;

    @Inject
    Settings settings;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// What the form that counts, or waits for signatures, says.
    public Optional<Content> current(UUID deal) {
        return orderForms.current(deal).map(OrderForm::content);
    }

    /// Voids the form that counts. @return what it said
    public Optional<Content> takeBack(Deal deal, String reason) {
        var form = orderForms.current(deal.id());
        form.ifPresent(counting -> {
            outbox.append(counting.voided(reason, clock.instant()));
            orderForms.flush();
        });
        return form.map(OrderForm::content);
    }

    /// Draws up the form that takes the place of the one before.
    public void replace(Deal deal, Content next, String reason) {
        takeBack(deal, reason);
        drawing.drawn(deal, next);
    }

    /// SWP-3: the successor's form, with the dates and fees of the one before.
    public void drawUp(Deal successor, SwapForm swap, Content before) {
        var figures = new Figures(
                swap.unitPrice(),
                swap.discount(),
                swap.total(),
                before.figures().deposit());
        drawing.drawn(
                successor,
                new Content(
                        figures,
                        before.topUpBy(),
                        before.signBy(),
                        before.taxesAndFees(),
                        List.of(),
                        before.payingBy()));
    }

    /// DEP-4 holds for a new price too, for what was paid and for what the form says is to be paid.
    public void mustCoverDeposits(Deal deal, Money newTotal) {
        var percent = settings.percent(deal.project(), DealSetting.DEPOSIT_CAP_PERCENT);
        var agreed = current(deal.id()).map(form -> form.figures().deposit()).orElse(Money.ZERO);
        new DepositCap(newTotal, percent, deal.deposits().taken()).mustCover(agreed);
    }
}

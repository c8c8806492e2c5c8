package org.anchang.deal.swap;

import static java.util.Objects.requireNonNullElse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.DealLine;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.Succession;
import org.anchang.deal.change.ChangeAnswers;
import org.anchang.deal.change.ChangeForm.SwapForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.Outcome;
import org.anchang.deal.change.ReplacingOrderForm;
import org.anchang.deal.deposit.orderform.OrderForm.Figures;
import org.anchang.deal.deposit.orderform.Price;
import org.anchang.deal.deposit.orderform.TryingPrices;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.deal.inventory.AskingInventory;
import org.anchang.deal.inventory.UnitClaims;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.ReceiptBook;
import org.anchang.deal.swap.SwapResource.RequestSwap;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;

/// 换房: the same buyers, another unit (SWP-1 … SWP-4).
///
/// The new unit is claimed at inventory for a deal that does not exist yet, the successor, and so stays held for as
/// long as the approval runs. Approved, the old deal ends and the successor begins in one transaction; refused, the
/// unit is let go by an event.
@ApplicationScoped
public class SwappingUnit {
    @Inject
    Asking asking;

    @Inject
    Deals deals;

    @Inject
    ChangeProcess process;

    @Inject
    AskingInventory holding;

    @Inject
    UnitClaims claims;

    @Inject
    TryingPrices prices;

    @Inject
    ReplacingOrderForm forms;

    @Inject
    ChangeAnswers answers;

    @Inject
    BuyersMoney money;

    @Inject
    ReceiptBook book;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Claims the new unit for the successor, if the deal may have it. A claim that no request follows is let go.
    ChangeAnswers.Request request(UUID id, RequestSwap wish) {
        asking.before(() -> {
            deals.get(caller.scope(), id).mayChange(ChangeKind.SWAP);
            return id;
        });
        var held = holding.read(wish.hold());
        var wanted = asking.before(() -> mayHave(deals.get(caller.scope(), id), held, wish));
        var claimed = claims.claim(wanted);
        return asking.carryOut(() -> request(deals.toChange(caller.scope(), id), wish, claimed));
    }

    private ChangeAnswers.Request request(Deal deal, RequestSwap wish, HeldUnit claimed) {
        deal.mayChange(ChangeKind.SWAP);
        var wanted = mayHave(deal, claimed, wish);
        claims.settle(wanted);
        var price = new NewPrice(claimed, wish);
        var form = new SwapForm(claimed, wanted.deal(), price.unitPrice(), price.discount(), price.total());
        var fields = fields(deal, form).with(FormField.REASON, wish.reason());
        return answers.of(process.open(deal, form, fields));
    }

    /// @return the new unit, for the deal that is to continue this one
    private UnitClaims.Wanted mayHave(Deal deal, HeldUnit held, RequestSwap wish) {
        mustBeForThisCustomer(held, deal);
        var price = new NewPrice(held, wish);
        forms.mustCoverDeposits(deal, price.total());
        prices.mustAllow(Price.of(held, price.total()));
        return new UnitClaims.Wanted(successorOf(deal, held), deal.project(), held.unit(), held.hold());
    }

    /// SWP-3: as one unit of work seen from outside.
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome carryOut(Deal deal, ChangeRequest request, Approved<SwapForm> approved) {
        var form = approved.form();
        if (deals.areTaken(form.unit().units())) {
            return Outcome.OVERTAKEN;
        }
        var before = forms.takeBack(deal, "UNIT_SWAPPED");
        var next = new Succession(form.successor(), deals.nextTicket(), form.unit(), form.total())
                .of(deal, approved, clock.instant());
        deals.persistAndFlush(next);
        var carriedOver = money.carryOver(deal, next);
        outbox.append(Succession.end(deal, next, approved, carriedOver, clock.instant()));
        outbox.append(Succession.begun(next, deal));
        book.exchange(deal, next, ReceiptKind.CARRIED_OVER);
        before.ifPresent(content -> forms.drawUp(next, form, content));
        return Outcome.APPROVED;
    }

    private void mustBeForThisCustomer(HeldUnit held, Deal deal) {
        refuseUnless(
                held.customer().equals(deal.customer()) && held.project().equals(deal.project()),
                DealRefusal.HOLD_IS_NOT_YOURS);
        refuseIf(held.unit().equals(deal.unit()), DealRefusal.NOT_ANOTHER_UNIT);
        refuseUnless(held.isFor(successorOf(deal, held)), DealRefusal.HOLD_IS_NOT_LIVE);
        deals.refuseIfTaken(held.units());
    }

    /// The same deal and hold always give the same id, so that a command that broke off and is sent again
    /// claims for the same deal. The first half is the hold's, so that ids still lie in the order in which
    /// they were made.
    private static UUID successorOf(Deal deal, HeldUnit held) {
        var seed = (deal.id() + "/" + held.hold()).getBytes(StandardCharsets.UTF_8);
        return new UUID(
                held.hold().getMostSignificantBits(),
                UUID.nameUUIDFromBytes(seed).getLeastSignificantBits());
    }

    private FormFields fields(Deal deal, SwapForm form) {
        var unit = form.unit();
        return FormFields.of(deal)
                .with(FormField.ORIGINAL_UNIT, deal.home().label())
                .with(FormField.ORIGINAL_LAYOUT, deal.home().layout())
                .with(FormField.ORIGINAL_PRODUCT_TYPE, deal.home().productType())
                .with(FormField.ORIGINAL_AREA, deal.home().area())
                .with(FormField.ORIGINAL_UNIT_PRICE, deal.home().unitPrice())
                .with(FormField.ORIGINAL_TOTAL, deal.price())
                .with(FormField.NEW_UNIT, unit.label())
                .with(FormField.NEW_LAYOUT, unit.layout())
                .with(FormField.NEW_PRODUCT_TYPE, unit.productType())
                .with(FormField.NEW_AREA, unit.area())
                .with(FormField.NEW_UNIT_PRICE, form.unitPrice())
                .with(FormField.NEW_DISCOUNT, form.discount())
                .with(FormField.NEW_TOTAL, form.total())
                .with(FormField.SWAP_ON, clock.today())
                .with(FormField.DEPOSIT_CARRIED_OVER, deal.deposits().taken())
                .with(FormField.ALLOWED_BY_SITE_MANAGER, caller.holds(deal.project(), Role.SITE_MANAGER));
    }

    private record NewPrice(Money unitPrice, Money discount, Money total) {
        NewPrice(HeldUnit held, RequestSwap wish) {
            this(
                    requireNonNullElse(wish.unitPrice(), held.unitPrice()),
                    requireNonNullElse(wish.discount(), Money.ZERO),
                    held);
        }

        private NewPrice(Money unitPrice, Money discount, HeldUnit held) {
            this(
                    unitPrice,
                    discount,
                    unitPrice
                            .times(DealLine.home(held).pricedArea())
                            .plus(held.attachedTotal())
                            .minus(discount));
            DealLine.home(held).mustNotCostMoreThanListed(unitPrice);
            new Figures(unitPrice, discount, total, Money.ZERO).mustLeaveAPrice();
        }
    }
}

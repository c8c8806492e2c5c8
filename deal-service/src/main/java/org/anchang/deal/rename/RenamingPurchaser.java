package org.anchang.deal.rename;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuseUnless;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Buyer;
import org.anchang.deal.Buyers;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.change.ChangeForm.RenameForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.ReplacingPapers;
import org.anchang.deal.deposit.DrawingOrderForm;
import org.anchang.deal.evidence.Approved;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.SealedJson;

/// 更名 (REN-1): other buyers of the same unit, with both sides' signatures, before the contract is filed. The new
/// buyers have to pass CON-1 like any others: the contract is not signed, and not filed, before they are checked.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RenamingPurchaser {
    private static final TypeReference<List<Buyer.Details>> BUYERS = new TypeReference<>() {};

    /// What both sides ask for. Does not print itself: it is personal data.
    record Wish(List<Buyer.Details> buyers, String reason, boolean bothSidesSigned) {
        @Override
        public String toString() {
            return "Wish[buyers=" + buyers.size() + "]";
        }
    }

    @Inject
    Deals deals;

    @Inject
    ChangeProcess process;

    @Inject
    ReplacingPapers papers;

    @Inject
    DrawingOrderForm drawing;

    @Inject
    SealedJson sealed;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    ChangeRequest request(UUID id, Wish wish) {
        var deal = deals.toChange(caller.scope(), id);
        deal.mayBeRenamed();
        deal.refuseIfChanging();
        refuseUnless(wish.bothSidesSigned(), DealRefusal.SIGNATURES_MISSING);
        new Buyers(drawing.named(wish.buyers())).mustOwnTheWhole();
        var fields = FormFields.of(deal)
                .with(FormField.LAYOUT, deal.home().layout())
                .with(FormField.PRODUCT_TYPE, deal.home().productType())
                .with(FormField.AREA, deal.home().area())
                .with(FormField.UNIT_PRICE, deal.home().unitPrice())
                .with(FormField.TOTAL, deal.price())
                .with(FormField.RENAMED_ON, clock.today())
                .with(FormField.BUYERS_BEFORE, deal.buyers().size())
                .with(FormField.BUYERS_AFTER, wish.buyers().size())
                .with(FormField.OWNER_SIGNED, true)
                .with(FormField.NEW_OWNER_SIGNED, true)
                .with(FormField.REASON, wish.reason());
        return process.open(deal, new RenameForm(), fields.all(), sealed.seal(wish.buyers(), place(id)));
    }

    /// Whom a rename names, in full.
    public List<Buyer.Details> named(ChangeRequest request, UUID deal) {
        return sealed.open(requireNonNull(request.sealed()), BUYERS, place(deal));
    }

    private static Place place(UUID deal) {
        return new Place("change_request", "sealed", deal);
    }

    public void carryOut(ChangeRequest request, Approved<RenameForm> approved) {
        var deal = process.dealOf(request);
        if (!deal.stage().isBeforeFiling()) {
            process.overtaken(request, deal);
            return;
        }
        var before = papers.current(deal.id());
        outbox.append(deal.rename(
                drawing.named(sealed.open(requireNonNull(request.sealed()), BUYERS, place(deal.id()))),
                approved,
                clock.instant()));
        before.ifPresent(form -> papers.replace(deal, form, "PURCHASER_RENAMED"));
        process.done(request, approved);
    }
}

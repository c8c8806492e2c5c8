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
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.change.ChangeForm.RenameForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.Outcome;
import org.anchang.deal.change.ReplacingOrderForm;
import org.anchang.deal.deposit.orderform.DrawingOrderForm;
import org.anchang.deal.evidence.Approved;
import org.anchang.kit.clock.OfficeClock;
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
    record NewNames(List<Buyer.Details> buyers, String reason, boolean bothSidesSigned) {
        @Override
        public String toString() {
            return "NewNames[buyers=" + buyers.size() + "]";
        }
    }

    @Inject
    ChangeProcess process;

    @Inject
    ReplacingOrderForm forms;

    @Inject
    DrawingOrderForm drawing;

    @Inject
    SealedJson sealed;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    ChangeRequest request(UUID id, NewNames wish) {
        var deal = process.toChange(id, ChangeKind.RENAME);
        refuseUnless(wish.bothSidesSigned(), DealRefusal.SIGNATURES_MISSING);
        new Buyers(drawing.named(wish.buyers())).mustOwnTheWhole();
        var fields = FormFields.of(deal)
                .withHome(deal.home())
                .with(FormField.UNIT_PRICE, deal.home().unitPrice())
                .with(FormField.TOTAL, deal.price())
                .with(FormField.RENAMED_ON, clock.today())
                .with(FormField.BUYERS_BEFORE, deal.buyers().size())
                .with(FormField.BUYERS_AFTER, wish.buyers().size())
                .with(FormField.OWNER_SIGNED, true)
                .with(FormField.NEW_OWNER_SIGNED, true)
                .with(FormField.REASON, wish.reason());
        return process.open(deal, new RenameForm(), fields, sealed.seal(wish.buyers(), place(id)));
    }

    /// Whom a rename names, in full.
    public List<Buyer.Details> named(ChangeRequest request, UUID deal) {
        return sealed.open(requireNonNull(request.sealed()), BUYERS, place(deal));
    }

    private static Place place(UUID deal) {
        return new Place("change_request", "sealed", deal);
    }

    public Outcome carryOut(Deal deal, ChangeRequest request, Approved<RenameForm> approved) {
        var before = forms.current(deal.id());
        outbox.append(deal.rename(drawing.named(named(request, deal.id())), approved, clock.instant()));
        before.ifPresent(form -> forms.replace(deal, form, "PURCHASER_RENAMED"));
        return Outcome.APPROVED;
    }
}

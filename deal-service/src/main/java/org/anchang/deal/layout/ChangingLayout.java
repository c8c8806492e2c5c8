package org.anchang.deal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.change.ChangeForm.LayoutForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.Outcome;
import org.anchang.deal.evidence.Approved;
import org.anchang.events.DealEvent.LayoutChangeGranted;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;

/// 户型结构变更 (LAY-1): the wishes and what was decided on them. Opinions, cost and decision stand in the approval.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ChangingLayout {
    @Inject
    ChangeProcess process;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    ChangeRequest request(UUID id, String wishes, LayoutForm form) {
        var deal = process.toChange(id, ChangeKind.LAYOUT_CHANGE);
        deal.home().mustHold(form.buildingArea(), form.interiorArea());
        var fields = FormFields.of(deal)
                .withHome(deal.home())
                .with(FormField.WISHES, wishes)
                .with(FormField.NEW_LAYOUT, form.layout())
                .with(FormField.NEW_AREA, form.buildingArea())
                .with(FormField.NEW_INTERIOR_AREA, form.interiorArea());
        return process.open(deal, form, fields);
    }

    /// INV-9: the unit's data follow the decision; building it and the inspection are engineering's.
    public Outcome carryOut(Deal deal, ChangeRequest request, Approved<LayoutForm> approved) {
        var form = approved.form();
        outbox.append(new LayoutChangeGranted(
                deal.id(),
                deal.project(),
                clock.instant(),
                approved.request(),
                approved.approval(),
                deal.unit(),
                form.layout(),
                form.buildingArea(),
                form.interiorArea()));
        return Outcome.APPROVED;
    }
}

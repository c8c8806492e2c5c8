package org.anchang.deal.change;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.Approved;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealStage;
import org.anchang.deal.Deals;
import org.anchang.deal.change.ChangeForm.LayoutForm;

/// 户型结构变更 (LAY-1): the wishes and what was decided on them. Opinions, cost and decision stand in the approval.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ChangingLayout {
    @Inject
    Deals deals;

    @Inject
    ChangeProcess process;

    ChangeRequest request(UUID id, LayoutForm form) {
        var deal = deals.toChange(id);
        refuseUnless(deal.stage().isLive() && deal.stage() != DealStage.QUEUED, DealRefusal.STAGE_DOES_NOT_ALLOW);
        var fields = FormFields.of(deal)
                .with("productType", deal.home().productType())
                .with("area", deal.home().area())
                .with("wishes", form.wishes());
        return process.open(deal, form, fields.all());
    }

    /// The decision is on record; building it and the inspection are engineering's.
    void carryOut(ChangeRequest request, Approved<LayoutForm> approved) {
        process.dealOf(request);
        process.done(request, approved);
    }
}

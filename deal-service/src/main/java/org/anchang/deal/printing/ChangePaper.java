package org.anchang.deal.printing;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.deal.Buyer;
import org.anchang.deal.change.ChangeAnswers;
import org.anchang.deal.change.ChangeForm;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.ChangeRequests;
import org.anchang.deal.change.RefundBasis;
import org.anchang.deal.layout.Inspections;
import org.anchang.deal.refund.Payouts;
import org.anchang.deal.rename.RenamingPurchaser;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.problem.KitRefusal;

/// 调房申请单、更名申请单、特惠申请单、退房申请单、户型结构变更申请表
@ApplicationScoped
class ChangePaper implements PaperSource {
    /// Who signs reads on the approval what people wrote (CUS-6).
    private static final String ELSEWHERE = "（见审批单）";
    private static final List<String> TEXTS = List.of("reason", "statement", "wishes");

    @Inject
    ChangeRequests requests;

    @Inject
    ChangeAnswers answers;

    @Inject
    RenamingPurchaser renaming;

    @Inject
    Payouts payouts;

    @Inject
    Inspections inspections;

    @Inject
    DealContent deals;

    @Override
    public Set<String> papers() {
        return Set.of("swap", "rename", "discount", "refund", "layout-change");
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, also of what has no sheet
    Asked asked(UUID id) {
        var request = requests.get(id);
        refuseIf(request.form() == ChangeForm.Kind.VOID, KitRefusal.NOT_FOUND);
        return new Asked(
                request.form().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), id);
    }

    @Override
    public Standing standing(Asked asked) {
        return deals.standing(requests.get(asked.subject()).deal());
    }

    @Override
    public Content content(Asked asked) {
        var request = requests.get(asked.subject());
        var answer = answers.of(request);
        var deal = deals.deal(request.deal());
        var fields = answer.fields();
        var filling = deals.of(deal).withAll(fields);
        for (var text : TEXTS) {
            var isWritten = !text.equals("statement");
            filling.with(text, fields.getOrDefault(text, isWritten ? ELSEWHERE : ""), isWritten ? ELSEWHERE : " ");
        }
        filling.with(
                        "buyers",
                        request.form() == ChangeForm.Kind.RENAME && request.state() == ChangeRequest.State.DONE
                                ? fields.get("buyers")
                                : deals.names(deal))
                .with("consultant", deals.person(deal.consultant()))
                .with("purchaseSituation", deals.stage(fields.get("purchaseSituation")))
                .with("number", deal.ticket() + "-" + OfficeClock.dateOf(request.openedAt()))
                .with("applicant", deals.person(answer.applicant()))
                .with("requestedOn", OfficeClock.dateOf(request.openedAt()));
        switch (request.form()) {
            case RENAME ->
                filling.with(
                        "newBuyers",
                        renaming.named(request, request.deal()).stream()
                                .map(Buyer.Details::name)
                                .collect(Collectors.joining("、")));
            case REFUND -> refund(filling, request, String.valueOf(fields.get("basis")));
            case LAYOUT_CHANGE ->
                inspections.last(request.id()).ifPresent(last -> filling.with(
                                "inspection", (last.passed() ? "合格。" : "不合格。") + last.record())
                        .with("inspectedBy", deals.person(last.by()))
                        .with("inspectedOn", OfficeClock.dateOf(last.at())));
            case SWAP, DISCOUNT, VOID -> {}
        }
        return filling.content();
    }

    private void refund(Content.Filling filling, ChangeRequest request, String basis) {
        var paid = request.state() == ChangeRequest.State.DONE ? payouts.of(request.deal()) : List.<Payouts.Payout>of();
        filling.with("basis", PaperWords.basis(RefundBasis.valueOf(basis)))
                .with("payoutOn", deals.deal(request.deal()).payoutOn());
        if (!paid.isEmpty()) {
            filling.with(
                            "paidOut",
                            Money.sum(paid.stream().map(Payouts.Payout::amount).toList()))
                    .with("payoutSlip", paid.stream().map(Payouts.Payout::slip).collect(Collectors.joining("、")));
        }
    }
}

package org.anchang.deal.printing;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchang.deal.Buyer;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.change.ChangeAnswers;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.ChangeRequest.RequestState;
import org.anchang.deal.change.ChangeSignatures;
import org.anchang.deal.change.RefundBasis;
import org.anchang.deal.deposit.orderform.OrderForms;
import org.anchang.deal.layout.Inspections;
import org.anchang.deal.refund.Payouts;
import org.anchang.deal.rename.RenamingPurchaser;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// 调房申请单、更名申请单、特惠申请单、退房申请单、户型结构变更申请表
@ApplicationScoped
class ChangePaper implements PaperSource {
    /// Who signs reads on the approval what people wrote, and on the paper once they have signed (CUS-6).
    static final String ELSEWHERE = "（见审批单）";

    private static final List<String> TEXTS = List.of("reason", "statement", "wishes");

    @Inject
    ChangeAnswers answers;

    @Inject
    ChangeSignatures signatures;

    @Inject
    OrderForms forms;

    @Inject
    RenamingPurchaser renaming;

    @Inject
    Payouts payouts;

    @Inject
    Inspections inspections;

    @Inject
    DealContent deals;

    @Inject
    Caller caller;

    @Override
    public Set<String> papers() {
        return Set.of("swap", "rename", "discount", "refund", "layout-change");
    }

    @Override
    public Standing standing(Asked asked) {
        var request = request(asked);
        var signed = signatures.of(request.approval());
        var isSigner = signed.stream()
                .anyMatch(one -> one.person().equals(caller.name()) || caller.holds(request.project(), one.role()));
        return deals.standing(request.deal()).readBySigner(isSigner);
    }

    @Override
    public Content content(Asked asked) {
        var request = request(asked);
        var deal = deals.deal(request.deal());
        var fields = answers.inFull(request);
        var filling = deals.of(deal).withAll(fields);
        for (var text : TEXTS) {
            filling.withWords(
                    text, fields.get(text), text.equals("statement") || fields.get(text) == null ? "" : ELSEWHERE);
        }
        filling.with(
                        "buyers",
                        request.form() == ChangeKind.RENAME && request.state() == RequestState.DONE
                                ? fields.get("buyers")
                                : deals.names(deal))
                .with(
                        "bookedOn",
                        forms.firstDrawnOn(deal.id()).map(Object::toString).orElse(fields.get("bookedOn")))
                .with("consultant", deals.person(deal.consultant()))
                .with("purchaseSituation", deals.stage(fields.get("purchaseSituation")))
                .with("number", deal.ticket() + "-" + OfficeClock.dateOf(request.openedAt()))
                .with("applicant", deals.person(request.applicant()))
                .with("requestedOn", OfficeClock.dateOf(request.openedAt()));
        var isRefund = request.form() == ChangeKind.REFUND;
        new OpinionBoxes(isRefund, deals).fill(filling, signatures.of(request.approval()));
        switch (request.form()) {
            case RENAME -> rename(filling, request, fields.get("ownerSigned"), fields.get("newOwnerSigned"));
            case REFUND -> refund(filling, request, String.valueOf(fields.get("basis")));
            case LAYOUT_CHANGE -> inspection(filling, inspections.of(request.id()));
            case SWAP ->
                filling.with("remark", "true".equals(fields.get("allowedBySiteManager")) ? "案场经理已同意调换房源" : null);
            case DISCOUNT, VOID -> {}
        }
        return filling.content();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, also of one that has another sheet or none
    private ChangeRequest request(Asked asked) {
        var request = answers.get(asked.subject());
        refuseUnless(request.form().paper().equals(Optional.of(asked.name())), KitRefusal.NOT_FOUND);
        return request;
    }

    /// REN-1: both have signed before it can be asked for; their signatures go on the paper by the pen.
    private void rename(
            Content.Filling filling, ChangeRequest request, @Nullable String owner, @Nullable String newOwner) {
        filling.with(
                        "newBuyers",
                        renaming.named(request, request.deal()).stream()
                                .map(Buyer.Details::name)
                                .collect(Collectors.joining("、")))
                .without("ownerSigned")
                .without("newOwnerSigned")
                .with("ownersSigned", "true".equals(owner) && "true".equals(newOwner) ? "双方业主均已到场签字" : null);
    }

    private void inspection(Content.Filling filling, List<Inspections.Inspection> found) {
        filling.with(
                "inspection",
                found.stream()
                        .map(one -> "%s %s：%s"
                                .formatted(OfficeClock.dateOf(one.at()), one.passed() ? "合格" : "不合格", one.record()))
                        .collect(Collectors.joining("\n")));
        if (!found.isEmpty()) {
            filling.with("inspectedOn", OfficeClock.dateOf(found.getLast().at()))
                    .with("inspectedBy", deals.person(found.getLast().by()));
        }
    }

    private void refund(Content.Filling filling, ChangeRequest request, String basis) {
        var paid = request.state() == RequestState.DONE ? payouts.of(request.deal()) : List.<Payouts.Payout>of();
        filling.with("basis", PaperWords.basis(RefundBasis.valueOf(basis)))
                .with(
                        "category",
                        PaperWords.category(
                                String.valueOf(answers.inFull(request).get("category"))))
                .with("payoutOn", deals.deal(request.deal()).progress().payoutOn());
        if (!paid.isEmpty()) {
            filling.with(
                            "paidOut",
                            Money.sum(paid.stream().map(Payouts.Payout::amount).toList()))
                    .with("payoutSlip", paid.stream().map(Payouts.Payout::slip).collect(Collectors.joining("、")))
                    .with(
                            "paidOn",
                            paid.stream()
                                    .map(one -> one.paidOn().toString())
                                    .distinct()
                                    .collect(Collectors.joining("、")))
                    .with(
                            "paidBy",
                            paid.stream()
                                    .map(one -> deals.person(one.paidBy()))
                                    .distinct()
                                    .collect(Collectors.joining("、")));
        }
    }
}

package org.anchang.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A deal, from the hold to wherever its plot leads.
final class DealStory extends SaleStory {
    private static final String NO = "不符合公司政策";

    DealStory(Story before, CustomerStory.Part whole, String customer) {
        super(before, whole, customer);
    }

    void play() {
        queue();
        switch (part.plot()) {
            case QUEUED -> {}
            case TICKET_RETURNED -> does(Staff.SITE_MANAGER, path("lapse"), lapse("客户放弃排号", false));
            case RESERVED -> reserve();
            case LAPSE_FORFEITED -> lapseAfterDeadline();
            case LAPSE_PAID_BACK -> lapseByAgreement();
            default -> {
                subscribe();
                goOn();
            }
        }
    }

    private void goOn() {
        switch (part.plot()) {
            case LUMP_SUM -> {
                signLumpSum();
                if (chance.nextBoolean()) {
                    payLumpSum("0.5");
                }
            }
            case FILED_LUMP_SUM -> {
                signLumpSum();
                payLumpSum("1");
                file();
            }
            case MORTGAGE -> signMortgage(1 + chance.nextInt(3));
            case FILED_MORTGAGE -> {
                signMortgage(4);
                file();
            }
            case INSTALMENTS -> signInstalments();
            case SWAP -> swap();
            case SWAP_REFUSED -> requestSwap().refused(chance.nextInt(2), NO);
            case REFUND -> refund("AGREED_PENALTY", "5000.00");
            case REFUND_OF_CONTRACT -> {
                signLumpSum();
                refund("FORCE_MAJEURE", "0.00");
            }
            case REFUND_REFUSED -> requestRefund("BUYER_FAULT", "10000.00").refused(1 + chance.nextInt(2), NO);
            case DISCOUNT -> discount();
            case DISCOUNT_REFUSED -> requestDiscount().refused(chance.nextInt(2), NO);
            case RENAME -> rename();
            case RENAME_REFUSED -> requestRename().refused(1, NO);
            case VOID -> voidOrderForm();
            case VOID_REFUSED -> requestVoid().refused(0, NO);
            case LAYOUT_CHANGE -> layoutChange();
            case CHANGE_WAITING -> leaveChangeWaiting();
            case SUBSCRIBED, QUEUED, RESERVED, LAPSE_FORFEITED, LAPSE_PAID_BACK, TICKET_RETURNED -> {}
        }
    }

    private void lapseAfterDeadline() {
        reserve();
        pass(11 + chance.nextInt(5));
        does(Staff.SITE_MANAGER, path("lapse"), lapse("逾期未补足大定", true));
    }

    private void lapseByAgreement() {
        reserve();
        pass(2 + chance.nextInt(6));
        does(Staff.SITE_MANAGER, path("lapse"), lapse("客户家庭变故，协商退定", false));
        pass(4);
        payOut();
    }

    private static Map<String, Object> lapse(String reason, boolean forfeit) {
        return Map.of("reason", reason, "forfeit", forfeit);
    }

    // ---- changes ----------------------------------------------------------------------------------------------------

    private void swap() {
        goOnWith(requestSwap().approved().text("successor"));
        if (chance.nextBoolean()) {
            signLumpSum();
        }
    }

    private ApprovalStory requestSwap() {
        pass(2 + chance.nextInt(3));
        var hold = hold(part.otherUnit());
        return asks(Forms.SWAP, "swap-requests", Map.of("hold", hold.id(), "reason", "希望更换楼层"));
    }

    private void refund(String basis, String penalty) {
        requestRefund(basis, penalty).approved();
        var payoutOn = today().plusDays(ApprovalStory.DAYS_TO_PAYOUT);
        pass(ApprovalStory.DAYS_TO_PAYOUT);
        // At the end of the season its day has not come: finance still has to pay it out.
        if (!today().isBefore(payoutOn)) {
            payOut();
        }
    }

    private ApprovalStory requestRefund(String basis, String penalty) {
        pass(2 + chance.nextInt(4));
        return asks(
                Forms.REFUND,
                "refund-requests",
                Map.of(
                        "reason", "工作调动，不再需要",
                        "category", "FAMILY",
                        "basis", basis,
                        "penalty", penalty,
                        "statement", "已多次沟通，客户坚持退房"));
    }

    private void payOut() {
        does(Staff.FINANCE, path("refund-payouts"), Map.of("slip", slip()));
    }

    private void discount() {
        requestDiscount().approved();
        signPresentOrderForm();
        if (chance.nextBoolean()) {
            signLumpSum();
        }
    }

    private ApprovalStory requestDiscount() {
        pass(1 + chance.nextInt(3));
        var discount = new BigDecimal("20000.00").add(BigDecimal.valueOf(chance.nextInt(5) * 500_000L, 2));
        return asks(
                Forms.DISCOUNT,
                "discount-requests",
                Map.of("requestedDiscount", discount.toPlainString(), "reason", "一次性付款，老业主介绍"));
    }

    private void rename() {
        requestRename().approved();
        signPresentOrderForm();
        if (chance.nextBoolean()) {
            signLumpSum();
        }
    }

    private ApprovalStory requestRename() {
        pass(1 + chance.nextInt(3));
        return asks(
                Forms.RENAME,
                "rename-requests",
                Map.of(
                        "reason",
                        "改由家人购买",
                        "buyers",
                        List.of(part.relative().asOnlyBuyer()),
                        "oldBuyersSigned",
                        true,
                        "newBuyersSigned",
                        true));
    }

    private void voidOrderForm() {
        requestVoid().approved();
        pass(3);
        payOut();
    }

    private ApprovalStory requestVoid() {
        pass(1 + chance.nextInt(2));
        return asks(Forms.VOID, "void-requests", Map.of("reason", "定单填写有误"));
    }

    private void layoutChange() {
        signLumpSum();
        pass(1);
        asks(Forms.LAYOUT_CHANGE, "layout-change-requests", Map.of("wishes", "拆除书房非承重隔墙，与客厅打通"))
                .approved();
    }

    private void leaveChangeWaiting() {
        switch (chance.nextInt(4)) {
            case 0 -> requestSwap().waiting(chance.nextInt(4));
            case 1 -> requestRefund("AGREED_PENALTY", "5000.00").waiting(chance.nextInt(4));
            case 2 -> requestRename().waiting(chance.nextInt(3));
            default -> requestDiscount().waiting(chance.nextInt(3));
        }
    }

    private ApprovalStory asks(Forms form, String path, Map<String, Object> fields) {
        return new ApprovalStory(this, form, does(consultant, path(path), fields));
    }
}

package org.anchang.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.anchang.demo.CustomerStory.DealPart;

/// A deal, from the hold to wherever its plot leads.
final class DealStory extends Story {
    private static final BigDecimal SMALL_DEPOSIT = new BigDecimal("10000.00");
    private static final BigDecimal FULL_DEPOSIT = new BigDecimal("50000.00");
    private static final String NO = "不符合公司政策";

    private final DealPart part;
    private final Visitors.Visitor visitor;
    private final String consultant;
    private final String customer;
    private String deal = "";
    private BigDecimal listTotal = BigDecimal.ZERO;
    private BigDecimal unitPrice = BigDecimal.ZERO;
    private BigDecimal total = BigDecimal.ZERO;

    DealStory(Story before, CustomerStory.Part whole, String customer) {
        super(before);
        this.part = Objects.requireNonNull(whole.deal());
        this.visitor = whole.visitor();
        this.consultant = whole.consultant();
        this.customer = customer;
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

    // ---- deposit --------------------------------------------------------------------------------------------------

    private void queue() {
        var hold = hold(part.unit());
        unitPrice = hold.decimal("unit/unitPrice");
        listTotal = hold.decimal("unit/listTotal");
        deal = does(consultant, "/deals", Map.of("project", setting.project(), "customer", customer, "hold", hold.id()))
                .id();
    }

    private Answer hold(String unit) {
        return does(consultant, "/holds", Map.of("unit", unit, "customer", customer));
    }

    private void reserve() {
        does(Staff.SITE_MANAGER, path("unit-confirmation"));
        takeDeposit("SMALL", SMALL_DEPOSIT);
    }

    private void subscribe() {
        if (chance.nextInt(3) == 0) {
            does(Staff.SITE_MANAGER, path("unit-confirmation"));
            takeDeposit("FULL", FULL_DEPOSIT);
        } else {
            reserve();
            pass(1 + chance.nextInt(4));
            takeDeposit("TOP_UP", FULL_DEPOSIT.subtract(SMALL_DEPOSIT));
        }
        drawUpOrderForm(BigDecimal.valueOf(chance.nextInt(4) * 5_000L, 0).setScale(2));
    }

    private void takeDeposit(String kind, BigDecimal amount) {
        var deposit = new HashMap<String, Object>(Map.of(
                "kind", kind,
                "amount", amount.toPlainString(),
                "method", chance.nextBoolean() ? pos() : Map.of("type", "CASH"),
                "topUpBy", today().plusDays(10).toString(),
                "signBy", today().plusDays(25).toString()));
        if (chance.nextInt(6) == 0) {
            deposit.put(
                    "payer", Map.of("name", part.relative().name(), "account", "6217 **** " + chance.nextInt(9_999)));
        }
        does(consultant, path("deposits"), deposit);
    }

    private void drawUpOrderForm(BigDecimal discount) {
        total = listTotal.subtract(discount);
        var form = does(
                consultant,
                path("order-forms"),
                Map.of(
                        "unitPrice", unitPrice.toPlainString(),
                        "discount", discount.toPlainString(),
                        "total", total.toPlainString(),
                        "deposit", FULL_DEPOSIT.toPlainString(),
                        "topUpBy", today().plusDays(10).toString(),
                        "signBy", today().plusDays(25).toString(),
                        "taxesAndFees",
                                List.of(Map.of(
                                        "label", "契税",
                                        "amount", Contracts.part(total, "0.015").toPlainString(),
                                        "dueOn", today().plusDays(90).toString())),
                        "buyers", List.of(visitor.asOnlyBuyer())));
        sign(form.id());
    }

    private void sign(String orderForm) {
        does(consultant, "/order-forms/" + orderForm + "/signatures", Map.of("as", "CUSTOMER"));
        does(consultant, "/order-forms/" + orderForm + "/signatures", Map.of("as", "CONSULTANT"));
        does(Staff.SITE_MANAGER, "/order-forms/" + orderForm + "/signatures", Map.of("as", "SITE_MANAGER"));
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

    // ---- contract and money -----------------------------------------------------------------------------------------

    private void signContract(Map<String, Object> scheme) {
        checkBuyers();
        does(
                consultant,
                path("contracts"),
                Map.of(
                        "number",
                        "HT-" + deal.substring(deal.length() - 12).toUpperCase(Locale.ROOT),
                        "scheme",
                        scheme));
    }

    private void checkBuyers() {
        for (var buyer : reads(consultant, path("")).at("buyers")) {
            does(
                    consultant,
                    path("buyer-checks"),
                    Map.of("buyer", buyer.path("id").asText(), "identityChecked", true, "qualification", "本市户籍，首套"));
        }
    }

    private void signLumpSum() {
        pass(3 + chance.nextInt(5));
        signContract(Contracts.lumpSum(today()));
    }

    private void payLumpSum(String part) {
        pass(2 + chance.nextInt(5));
        pay(Contracts.part(total, part).subtract(FULL_DEPOSIT));
    }

    /// @param steps how far the bank has come: 1 documents, 2 submitted, 3 approved, 4 disbursed
    private void signMortgage(int steps) {
        pass(3 + chance.nextInt(5));
        var loan = Contracts.loan(total, chance.nextBoolean());
        signContract(Contracts.mortgage(today(), total, loan));
        pass(1 + chance.nextInt(3));
        pay(total.subtract(loan).subtract(FULL_DEPOSIT));
        for (var document : Contracts.MORTGAGE_DOCUMENTS.subList(0, steps == 1 ? 2 : 3)) {
            pass(chance.nextInt(2));
            does(consultant, path("mortgage/documents"), Map.of("name", document));
        }
        if (steps >= 2) {
            pass(1);
            does(consultant, path("mortgage/submission"));
        }
        if (steps >= 3) {
            pass(3 + chance.nextInt(4));
            does(Staff.SITE_MANAGER, path("mortgage/approval"), Map.of("amount", loan.toPlainString()));
        }
        if (steps >= 4) {
            pass(4 + chance.nextInt(5));
            var disbursement = Map.of("amount", loan.toPlainString(), "slip", slip());
            does(Staff.FINANCE, path("mortgage/disbursement"), disbursement);
        }
    }

    private void signInstalments() {
        pass(3 + chance.nextInt(4));
        signContract(Contracts.instalments(today(), total));
        pass(2);
        pay(Contracts.part(total, "0.4").subtract(FULL_DEPOSIT));
    }

    private void pay(BigDecimal amount) {
        does(
                chance.nextBoolean() ? Staff.FINANCE : consultant,
                path("payments"),
                Map.of("amount", amount.toPlainString(), "nature", "PRICE", "method", transfer()));
    }

    private void file() {
        pass(2 + chance.nextInt(4));
        does(consultant, path("filings"));
        if (chance.nextInt(8) == 0) {
            pass(1);
            does(Staff.SITE_MANAGER, path("filings/return"), Map.of("reason", "合同附件缺页"));
            pass(1);
            does(consultant, path("filings"));
        }
        pass(2 + chance.nextInt(3));
        does(
                Staff.SITE_MANAGER,
                path("filings/acceptance"),
                Map.of(
                        "registrationNumber",
                        "LYBA-" + deal.substring(deal.length() - 12),
                        "filedOn",
                        today().toString()));
    }

    // ---- changes ----------------------------------------------------------------------------------------------------

    private void swap() {
        var done = requestSwap().approved();
        deal = done.text("successor");
        var form =
                awaits(consultant, path(""), next -> !next.text("orderForm/id").isEmpty());
        total = form.decimal("orderForm/total");
        sign(form.text("orderForm/id"));
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
        pass(5);
        payOut();
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
        signReplacedOrderForm();
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
        signReplacedOrderForm();
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

    /// DIS-1, REN-1: an approved form replaces the order form, which is then signed anew.
    private void signReplacedOrderForm() {
        var changed = reads(consultant, path(""));
        total = changed.decimal("orderForm/total");
        sign(changed.text("orderForm/id"));
    }

    private String path(String command) {
        return "/deals/" + deal + (command.isEmpty() ? "" : "/" + command);
    }

    private String slip() {
        return "YH%010d".formatted(chance.nextInt(1_000_000_000));
    }

    private Map<String, Object> pos() {
        return Map.of("type", "POS", "slip", slip());
    }

    private Map<String, Object> transfer() {
        return Map.of("type", "BANK_TRANSFER", "slip", slip());
    }
}

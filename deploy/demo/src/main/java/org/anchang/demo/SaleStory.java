package org.anchang.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.anchang.client.Answer;
import org.anchang.demo.CustomerStory.DealPart;

/// What every sale is made of: hold, deposits, order form, contract, money, filing.
class SaleStory extends Story {
    private static final BigDecimal SMALL_DEPOSIT = new BigDecimal("10000.00");
    private static final BigDecimal FULL_DEPOSIT = new BigDecimal("50000.00");

    final DealPart part;
    final String consultant;
    private final Visitors.Visitor visitor;
    private final String customer;
    private String deal = "";
    private BigDecimal listTotal = BigDecimal.ZERO;
    private BigDecimal unitPrice = BigDecimal.ZERO;
    private BigDecimal total = BigDecimal.ZERO;

    SaleStory(Story before, CustomerStory.Part whole, String customer) {
        super(before);
        this.part = Objects.requireNonNull(whole.deal());
        this.visitor = whole.visitor();
        this.consultant = whole.consultant();
        this.customer = customer;
    }

    void queue() {
        var hold = hold(part.unit());
        unitPrice = hold.decimal("unit/unitPrice");
        listTotal = hold.decimal("unit/listTotal");
        deal = does(consultant, "/deals", Map.of("project", setting.project(), "customer", customer, "hold", hold.id()))
                .id();
    }

    Answer hold(String unit) {
        return does(consultant, "/holds", Map.of("unit", unit, "customer", customer));
    }

    void reserve() {
        does(Staff.SITE_MANAGER, path("unit-confirmation"));
        takeDeposit("SMALL", SMALL_DEPOSIT);
    }

    void subscribe() {
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
                        "payingBy", "MORTGAGE",
                        "buyers", List.of(visitor.asOnlyBuyer())));
        sign(form.id());
    }

    void sign(String orderForm) {
        does(consultant, "/order-forms/" + orderForm + "/signatures", Map.of("as", "CUSTOMER"));
        does(consultant, "/order-forms/" + orderForm + "/signatures", Map.of("as", "CONSULTANT"));
        does(Staff.SITE_MANAGER, "/order-forms/" + orderForm + "/signatures", Map.of("as", "SITE_MANAGER"));
    }

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

    void signLumpSum() {
        pass(3 + chance.nextInt(5));
        signContract(Contracts.lumpSum(today()));
    }

    void payLumpSum(String part) {
        pass(2 + chance.nextInt(5));
        pay(Contracts.part(total, part).subtract(FULL_DEPOSIT));
    }

    /// @param steps how far the bank has come: 1 documents, 2 submitted, 3 approved, 4 disbursed
    void signMortgage(int steps) {
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

    void signInstalments() {
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

    void file() {
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

    String path(String command) {
        return "/deals/" + deal + (command.isEmpty() ? "" : "/" + command);
    }

    String slip() {
        return "YH%010d".formatted(chance.nextInt(1_000_000_000));
    }

    private Map<String, Object> pos() {
        return Map.of("type", "POS", "slip", slip());
    }

    private Map<String, Object> transfer() {
        return Map.of("type", "BANK_TRANSFER", "slip", slip());
    }

    /// The story goes on with the deal that continues the first one.
    void goOnWith(String successor) {
        deal = successor;
        signPresentOrderForm();
    }

    /// SWP-3, DIS-1, REN-1: an approved form has drawn up another order form, which is signed anew.
    void signPresentOrderForm() {
        var present = awaits(
                consultant, path(""), shown -> !shown.text("orderForm/id").isEmpty());
        total = present.decimal("orderForm/total");
        sign(present.text("orderForm/id"));
    }
}

package org.anchang.deal.printing;

import java.util.Map;
import org.anchang.deal.change.RefundBasis;
import org.anchang.deal.deposit.orderform.OrderForm;
import org.anchang.deal.deposit.orderform.OrderForm.OrderFormState;
import org.anchang.deal.receipt.Method;
import org.anchang.deal.receipt.Receipt;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.Receipt.ReceiptState;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.kit.identification.PaperType;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// What the office's papers call things.
final class PaperWords {
    private static final Map<String, String> PRODUCTS = Map.of(
            "RESIDENCE", "住宅",
            "SMALL_APARTMENT", "小户型",
            "SHOP", "商铺",
            "PARKING", "车位",
            "STORAGE", "储藏室",
            "OTHER", "其他");
    private static final Map<String, String> BASES =
            Map.of("BUILDING_AREA", "按建筑面积", "INTERIOR_AREA", "按套内面积", "WHOLE_UNIT", "按套");
    private static final Map<String, String> SCHEMES =
            Map.of("LUMP_SUM", "一次性付款", "MORTGAGE", "按揭付款", "INSTALMENTS", "分期付款");

    private static final Map<String, String> CATEGORIES = Map.of(
            "PRICE", "价格",
            "LOAN", "贷款",
            "FAMILY", "家庭",
            "QUALIFICATION", "购房资格",
            "LOCATION", "地段",
            "LAYOUT", "户型",
            "OTHER_PROJECT", "购买他盘",
            "OTHER", "其他");
    private static final Map<String, String> DUES = Map.of("PRICE", "房款", "DOWN_PAYMENT", "首付款", "LOAN", "银行贷款");

    private PaperWords() {}

    static @Nullable String product(@Nullable String type) {
        return type == null ? null : PRODUCTS.getOrDefault(type, type);
    }

    static String priceBasis(String basis) {
        return BASES.getOrDefault(basis, basis);
    }

    static String scheme(String scheme) {
        return SCHEMES.getOrDefault(scheme, scheme);
    }

    static String state(OrderFormState state) {
        return switch (state) {
            case DRAFT -> "待签字";
            case SIGNED -> "已签字生效";
            case VOIDED -> "已作废";
            case TAKEN_BACK -> "签约时收回";
        };
    }

    static String discount(OrderForm.DiscountKind kind) {
        return switch (kind) {
            case PAYMENT_METHOD -> "付款方式优惠";
            case CAMPAIGN -> "活动优惠";
            case SPECIAL -> "特惠";
            case ROUNDING -> "抹零";
        };
    }

    static String paper(PaperType type) {
        return type == PaperType.ID_CARD ? "身份证号" : "证件号码";
    }

    static String basis(RefundBasis basis) {
        return switch (basis) {
            case BUYER_FAULT -> "客户原因";
            case AGREED_PENALTY -> "约定违约金";
            case LOAN_REFUSED -> "贷款未获批准";
            case SELLER_FAULT -> "我方原因";
            case FORCE_MAJEURE -> "不可抗力";
        };
    }

    /// RFD-1: as the form of a refund offers them; others as they were written.
    static String category(String category) {
        return CATEGORIES.getOrDefault(category, category);
    }

    /// What falls due.
    static String due(String label) {
        return DUES.getOrDefault(label, label);
    }

    static String state(ReceiptState state) {
        return switch (state) {
            case VALID -> "有效";
            case VOIDED -> "作废";
            case EXCHANGED -> "已换开";
        };
    }

    static String method(Method.Type type) {
        return switch (type) {
            case POS -> "POS机刷卡";
            case BANK_TRANSFER -> "银行转账";
            case CASH -> "现金";
        };
    }

    static String kind(ReceiptKind kind) {
        return switch (kind) {
            case DEPOSIT -> "定金";
            case PAYMENT -> "购房款";
            case LOAN -> "按揭贷款";
            case PURCHASE -> "购房款（定金收据换开）";
            case CARRIED_OVER -> "定金（换房转入）";
        };
    }

    static String account(Account account) {
        return switch (account) {
            case SUPERVISED_BANK -> "监管账户";
            case POS -> "POS账户";
            case CASH -> "现金";
            case DEPOSITS, PRICE_RECEIVED, REFUNDS_PAYABLE, PENALTIES -> account.name();
        };
    }

    static @Nullable String note(Receipt receipt, Sealing sealing) {
        return switch (receipt.state()) {
            case VALID -> receipt.sameSlipBecause();
            case VOIDED -> "已作废：" + receipt.reason(sealing);
            case EXCHANGED -> "已换开";
        };
    }
}

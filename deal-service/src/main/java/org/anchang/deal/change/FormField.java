package org.anchang.deal.change;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fields of the paper forms, as the sheets name them; those too that signers add.
public enum FormField {
    TICKET(Kind.TEXT, "排号", "Ticket"),
    BOOKED_ON(Kind.DATE, "定房日期", "Booked on"),
    PURCHASE_SITUATION(Kind.STAGE, "客户购房情况", "Stage of the purchase"),
    UNIT(Kind.TEXT, "房号", "Home"),
    /// Masked (CUS-6)
    BUYERS(Kind.TEXT, "购房人", "Buyers"),
    CONSULTANT(Kind.PERSON, "置业顾问", "Consultant"),
    LAYOUT(Kind.TEXT, "户型", "Layout"),
    PRODUCT_TYPE(Kind.PRODUCT_TYPE, "房屋类型", "Kind of home"),
    AREA(Kind.AREA, "面积", "Area"),
    UNIT_PRICE(Kind.MONEY, "单价", "Unit price"),
    TOTAL(Kind.MONEY, "总房款", "Total price"),
    ORIGINAL_UNIT(Kind.TEXT, "原房号", "Original home"),
    ORIGINAL_LAYOUT(Kind.TEXT, "原户型", "Original layout"),
    ORIGINAL_PRODUCT_TYPE(Kind.PRODUCT_TYPE, "原房屋类型", "Original kind of home"),
    ORIGINAL_AREA(Kind.AREA, "原面积", "Original area"),
    ORIGINAL_UNIT_PRICE(Kind.MONEY, "原单价", "Original unit price"),
    ORIGINAL_TOTAL(Kind.MONEY, "原总房款", "Original total"),
    NEW_UNIT(Kind.TEXT, "调房后房号", "New home"),
    NEW_PRODUCT_TYPE(Kind.PRODUCT_TYPE, "调房后房屋类型", "New kind of home"),
    NEW_LAYOUT(Kind.TEXT, "变更后户型", "New layout"),
    NEW_AREA(Kind.AREA, "变更后面积", "New area"),
    NEW_INTERIOR_AREA(Kind.AREA, "变更后套内面积", "New interior area"),
    NEW_UNIT_PRICE(Kind.MONEY, "调房后单价", "New unit price"),
    NEW_DISCOUNT(Kind.MONEY, "调房后优惠", "New discount"),
    NEW_TOTAL(Kind.MONEY, "调房后总房款", "New total"),
    SWAP_ON(Kind.DATE, "调房日期", "Date of the swap"),
    DEPOSIT_CARRIED_OVER(Kind.MONEY, "转入定金", "Deposit carried over"),
    ALLOWED_BY_SITE_MANAGER(Kind.YES_OR_NO, "案场经理同意调房", "Allowed by the site manager"),
    NORMAL_DISCOUNT(Kind.MONEY, "正常优惠额", "Normal discount"),
    REQUESTED_DISCOUNT(Kind.MONEY, "申请优惠额", "Requested discount"),
    DISCOUNTED_UNIT_PRICE(Kind.MONEY, "优惠后单价", "Discounted unit price"),
    DISCOUNTED_TOTAL(Kind.MONEY, "优惠后总房款", "Discounted total"),
    DISCOUNT_PERCENT(Kind.PERCENT, "优惠幅度", "Discount in per cent"),
    RENAMED_ON(Kind.DATE, "更名日期", "Date of the rename"),
    BUYERS_BEFORE(Kind.NUMBER, "原购房人数", "Buyers before"),
    BUYERS_AFTER(Kind.NUMBER, "更名后购房人数", "Buyers after"),
    OWNER_SIGNED(Kind.YES_OR_NO, "业主已签字", "Signed by the owner"),
    NEW_OWNER_SIGNED(Kind.YES_OR_NO, "更名业主已签字", "Signed by the new owner"),
    PAID_AMOUNT(Kind.MONEY, "已付房款", "Paid so far"),
    LOAN_AMOUNT(Kind.MONEY, "贷款金额", "Loan"),
    BASIS(Kind.REFUND_BASIS, "退房依据", "Basis of the refund"),
    CATEGORY(Kind.TEXT, "退房原因类别", "Category of the reason"),
    PENALTY(Kind.MONEY, "违约金", "Penalty"),
    COMPENSATION(Kind.MONEY, "赔偿金", "Compensation"),
    REFUND_AMOUNT(Kind.MONEY, "应退金额", "Amount to refund"),
    RECEIPTS(Kind.TEXT, "收据号", "Receipts"),
    WISHES(Kind.TEXT, "变更要求", "Wishes"),
    REASON(Kind.TEXT, "申请原因", "Reason"),
    STATEMENT(Kind.TEXT, "置业顾问说明", "Consultant's statement"),
    PAYOUT_ON(Kind.DATE, "付款日期", "Paid out on"),
    COST(Kind.MONEY, "造价", "Cost");

    /// How a value is to be read, which is text in any case.
    public enum Kind {
        TEXT,
        NUMBER,
        MONEY,
        /// m²
        AREA,
        PERCENT,
        DATE,
        /// `true` or `false`
        YES_OR_NO,
        /// A user name
        PERSON,
        /// Of a deal
        STAGE,
        PRODUCT_TYPE,
        REFUND_BASIS
    }

    private final Kind kind;
    private final String chinese;
    private final String english;

    FormField(Kind kind, String chinese, String english) {
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
    }

    /// The name in answers and events: `BOOKED_ON` is `bookedOn`.
    public String key() {
        var capitals = Stream.of(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return capitals.substring(0, 1).toLowerCase(Locale.ROOT) + capitals.substring(1);
    }

    public Kind kind() {
        return kind;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}

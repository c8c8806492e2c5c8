package org.anchang.deal.change;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What a form asks for, as far as it is needed to carry it out. Nothing personal: a rename's new buyers are kept
/// sealed beside it, and why it is asked for stands in the form's fields alone.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChangeForm.SwapForm.class, name = "SWAP"),
    @JsonSubTypes.Type(value = ChangeForm.RefundForm.class, name = "REFUND"),
    @JsonSubTypes.Type(value = ChangeForm.RenameForm.class, name = "RENAME"),
    @JsonSubTypes.Type(value = ChangeForm.DiscountForm.class, name = "DISCOUNT"),
    @JsonSubTypes.Type(value = ChangeForm.LayoutForm.class, name = "LAYOUT_CHANGE"),
    @JsonSubTypes.Type(value = ChangeForm.VoidForm.class, name = "VOID")
})
public sealed interface ChangeForm {
    default ChangeKind kind() {
        return switch (this) {
            case SwapForm _ -> ChangeKind.SWAP;
            case RefundForm _ -> ChangeKind.REFUND;
            case RenameForm _ -> ChangeKind.RENAME;
            case DiscountForm _ -> ChangeKind.DISCOUNT;
            case LayoutForm _ -> ChangeKind.LAYOUT_CHANGE;
            case VoidForm _ -> ChangeKind.VOID;
        };
    }

    /// 调房 (SWP-3)
    ///
    /// @param unit      the new unit, held for the successor
    /// @param successor id of the deal that goes on with it
    record SwapForm(HeldUnit unit, UUID successor, Money unitPrice, Money discount, Money total)
            implements ChangeForm {}

    /// 退房 (RFD-1)
    record RefundForm(RefundBasis basis, String category, Money penalty) implements ChangeForm {}

    /// 更名 (REN-1)
    record RenameForm() implements ChangeForm {}

    /// 特惠 (DIS-1)
    ///
    /// @param discount the whole discount, in place of the normal one
    record DiscountForm(Money discount) implements ChangeForm {}

    /// 户型结构变更 (LAY-1)
    ///
    /// @param layout       as it will be, where it changes; so are the areas
    record LayoutForm(
            @Nullable String layout,
            @Nullable BigDecimal buildingArea,
            @Nullable BigDecimal interiorArea) implements ChangeForm {}

    /// DEP-6
    record VoidForm() implements ChangeForm {}
}

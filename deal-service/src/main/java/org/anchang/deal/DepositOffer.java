package org.anchang.deal;

import java.math.BigDecimal;
import org.anchang.kit.money.Money;

/// DEP-2, DEP-4: deposit money that a buyer lays on the table, and what the project allows.
///
/// @param deadline   top-up date of a small deposit, signing date of a full one
/// @param capPercent of the price, for all deposits of the deal together
/// @param full       the project's full deposit, as far as the cap leaves room for it
public record DepositOffer(DepositKind kind, Money amount, Deadline deadline, BigDecimal capPercent, Money full) {
    public enum DepositKind {
        /// 小定
        SMALL,
        /// 大定 at once
        FULL,
        /// The rest of the full deposit after a small one
        TOP_UP
    }

    /// Whether the full deposit is complete with it.
    public boolean completes() {
        return kind != DepositKind.SMALL;
    }

    DealMove move() {
        return completes() ? DealMove.SUBSCRIBE : DealMove.RESERVE;
    }
}

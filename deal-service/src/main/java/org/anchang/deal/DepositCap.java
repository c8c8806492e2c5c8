package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;

import java.math.BigDecimal;
import org.anchang.kit.money.Money;

/// DEP-4: all deposits of a deal together are a part of its price at most, those that were taken and those that are
/// promised.
///
/// @param taken so far
public record DepositCap(Money price, BigDecimal percent, Money taken) {
    public Money most() {
        return price.percent(percent);
    }

    /// @param together all deposits, as they are to be
    /// @throws org.anchang.kit.problem.Refused DEPOSIT_ABOVE_CAP
    public void mustCover(Money together) {
        var most = most();
        if (together.isMoreThan(most) || taken.isMoreThan(most)) {
            throw refuse(DealRefusal.DEPOSIT_ABOVE_CAP).with("cap", most).with("taken", taken);
        }
    }

    /// An amount, as far as there is room for it.
    Money orLess(Money amount) {
        return amount.isMoreThan(most()) ? most() : amount;
    }
}

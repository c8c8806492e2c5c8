package org.anchang.commission.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.anchang.events.ProductType;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// COM-3: the rate for a product type, or for all, from a total on, or for all totals.
@Embeddable
record PlanLine(
        @Nullable @Enumerated(EnumType.STRING) ProductType productType,
        @Nullable Money fromTotal,
        BigDecimal rate) {
    boolean covers(String type, Money total) {
        return (productType == null || productType.name().equals(type)) && (fromTotal == null || !fromTotal.isMoreThan(total));
    }

    Money from() {
        return fromTotal == null ? Money.ZERO : fromTotal;
    }
}

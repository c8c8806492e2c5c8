package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// The price that was agreed, and the signed order form that says so; none where another one waits for its signatures
/// (DEP-3).
@Embeddable
public record AgreedPrice(
        @Nullable @Column(name = "total") Money total,
        @Nullable @Column(name = "order_form") UUID orderForm) {
    private static final AgreedPrice NONE = new AgreedPrice(null, null);

    /// @param kept as the database gives it: nothing where nothing was agreed
    static AgreedPrice of(@Nullable AgreedPrice kept) {
        return kept == null ? NONE : kept;
    }

    /// By the signed order form; before it, by the price list.
    Money orBy(DealLines list) {
        return total == null ? list.listSum() : total;
    }

    /// DEP-3: no order form counts until the next one has its three signatures.
    AgreedPrice waiting() {
        return new AgreedPrice(total, null);
    }

    /// CON-1
    void mustBeSigned() {
        refuseUnless(orderForm != null, DealRefusal.ORDER_FORM_NOT_SIGNED);
    }
}

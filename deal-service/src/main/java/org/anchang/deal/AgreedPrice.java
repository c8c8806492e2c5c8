package org.anchang.deal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// The price that was agreed, and the signed order form that says so; none where another one waits for its signatures
/// (DEP-3).
@Embeddable
record AgreedPrice(
        @Column(name = "total") Money total,
        @Nullable @Column(name = "order_form") UUID orderForm) {}

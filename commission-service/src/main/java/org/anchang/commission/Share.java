package org.anchang.commission;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// COM-2: a consultant's part of a commission in money. A part of nothing is kept too: its reason says why.
///
/// @param visit the visit on which a substitute's part rests
@Schema(name = "CommissionPart")
@Embeddable
public record Share(
        String consultant,
        BigDecimal percent,
        Money amount,
        String reason,
        @Nullable UUID visit) {}

package org.anchang.commission;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;

/// COM-3: what a plan says about one deal.
///
/// @param rate per cent of the deal's total
@Embeddable
public record Tariff(
        UUID plan,
        int planVersion,
        BigDecimal rate,
        @Enumerated(EnumType.STRING) EarnedWhen earnedWhen) {}

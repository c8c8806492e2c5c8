package org.anchang.commission;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// COM-2: the part of a commission that a consultant has a claim to, and why.
///
/// @param visit the visit on which a substitute's claim rests
public record Claim(
        String consultant,
        BigDecimal percent,
        String reason,
        @Nullable UUID visit) {}

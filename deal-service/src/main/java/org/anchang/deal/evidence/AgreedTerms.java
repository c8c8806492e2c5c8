package org.anchang.deal.evidence;

import java.time.LocalDate;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What a signed order form binds both sides to (DEP-3).
///
/// @param deposit all of it, with what was paid before
public record AgreedTerms(
        UUID orderForm,
        Money total,
        Money deposit,
        @Nullable LocalDate topUpBy,
        LocalDate signBy) {}

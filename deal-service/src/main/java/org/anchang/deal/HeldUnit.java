package org.anchang.deal;

import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// Evidence: inventory says that this hold keeps the unit for this customer and consultant. Only `inventory`
/// makes it.
///
/// @param unitPrice  as the hold froze it
/// @param priceBasis `BUILDING_AREA`, `INTERIOR_AREA` or `WHOLE_UNIT`
/// @param claimedBy  the deal that has claimed the hold, if one has
public record HeldUnit(
        UUID hold,
        UUID unit,
        String project,
        String label,
        String building,
        String productType,
        BigDecimal area,
        @Nullable BigDecimal interiorArea,
        @Nullable String areaKind,
        String priceBasis,
        Money unitPrice,
        Money listTotal,
        UUID customer,
        String consultant,
        boolean live,
        @Nullable UUID claimedBy) {
    /// What the unit price is multiplied by.
    public BigDecimal pricedArea() {
        return DealLine.home(this).pricedArea();
    }

    /// INV-5: only the holder's deal can use a hold.
    public boolean isFor(UUID deal) {
        return live && (claimedBy == null || claimedBy.equals(deal));
    }
}

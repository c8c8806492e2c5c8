package org.anchang.inventory.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.events.ProductType;
import org.anchang.inventory.unit.Pricing;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.Action;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A unit as a caller may see it (SEC-1).
///
/// @param building     name of the building, e.g. `3栋`
/// @param view         what it looks out on (景观, 朝向)
/// @param area         building area in m²
/// @param priceBasis   what the unit price is multiplied by: `BUILDING_AREA`, `INTERIOR_AREA` or `WHOLE_UNIT`
/// @param floorPrice   INV-12: managers only
/// @param opensAt      INV-8: when a planned release will put the unit on sale
/// @param hold         who has it now: managers, and the holder
/// @param deal         the deal that claimed the hold: managers, and the holder
/// @param change       INV-15: the change that waits for signatures, e.g. `SWAP`
/// @param withheldFor  INV-14: managers only
/// @param attachedTo   INV-11: the home that it goes with
/// @param pricedApart  of an attached unit: whether its price is added to the home's, or is in it
/// @param attached     of a home: what goes with it
public record ShownUnit(
        UUID id,
        String project,
        UUID buildingId,
        String building,
        String section,
        String floor,
        String room,
        String label,
        @Schema(implementation = ProductType.class) String productType,
        @Nullable String layout,
        @Nullable String view,
        Pricing.AreaKind areaKind,
        BigDecimal area,
        @Nullable BigDecimal interiorArea,
        @Nullable BigDecimal gardenArea,
        @Nullable BigDecimal otherArea,
        Pricing.Basis priceBasis,
        int priceVersion,
        Money unitPrice,
        Money listTotal,
        @Nullable Money floorPrice,
        UnitState state,
        @Nullable Instant opensAt,
        @Nullable HoldOfUnit hold,
        @Nullable UUID deal,

        @Schema(enumeration = {"SWAP", "REFUND", "RENAME", "DISCOUNT", "LAYOUT_CHANGE", "VOID"}) @Nullable
        String change,

        @Nullable String withheldFor,
        @Nullable UUID attachedTo,
        @Nullable Boolean pricedApart,
        List<AttachedUnit> attached,
        boolean certificatesComplete,
        List<Action> actions) {
    /// @param expiresAt absent once a deal has claimed the hold
    public record HoldOfUnit(
            UUID id,
            String consultant,
            UUID customer,
            @Nullable Instant expiresAt) {}
}

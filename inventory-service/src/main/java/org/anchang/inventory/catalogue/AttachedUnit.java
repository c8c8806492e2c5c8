package org.anchang.inventory.catalogue;

import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.events.ProductType;
import org.anchang.inventory.unit.Pricing;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// INV-11: a parking space or storage room that goes with a home.
///
/// @param pricedApart whether its price is added to the home's, or is in it
public record AttachedUnit(
        UUID unit,
        String label,
        String building,
        @Schema(implementation = ProductType.class) String productType,
        boolean pricedApart,
        Pricing.AreaKind areaKind,
        BigDecimal area,
        @Nullable BigDecimal interiorArea,
        Pricing.Basis priceBasis,
        Money unitPrice,
        Money listTotal) {}

package org.anchang.deal.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// Evidence: inventory says that this hold keeps the unit for this customer and consultant. Only `inventory`
/// makes it.
///
/// @param layout     户型, as the price list calls it
/// @param unitPrice  as the hold froze it
/// @param priceBasis `BUILDING_AREA`, `INTERIOR_AREA` or `WHOLE_UNIT`
/// @param claimedBy  the deal that has claimed the hold, if one has
/// @param floor      INV-12: below it nothing passes but the general manager's approval; shown to nobody
/// @param attached   INV-11: what goes with it
public record HeldUnit(
        UUID hold,
        UUID unit,
        String project,
        String label,
        String building,
        String productType,
        @Nullable String layout,
        BigDecimal area,
        @Nullable BigDecimal interiorArea,
        @Nullable String areaKind,
        String priceBasis,
        Money unitPrice,
        Money listTotal,
        UUID customer,
        String consultant,
        boolean live,
        @Nullable UUID claimedBy,
        @Nullable Money floor,
        List<AttachedUnit> attached) {
    /// INV-11: a parking space or storage room that goes with the home, as inventory tells it.
    ///
    /// @param pricedApart whether its price is added to the home's, or is in it
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AttachedUnit(
            UUID unit,
            String label,
            @Nullable String building,
            String productType,
            boolean pricedApart,
            BigDecimal area,
            @Nullable BigDecimal interiorArea,
            @Nullable String areaKind,
            @Nullable String priceBasis,
            Money unitPrice,
            Money listTotal) {}

    /// Forms written down before homes had anything attached name nothing.
    @SuppressWarnings({"ConstantValue", "NullableProblems"})
    public HeldUnit {
        attached = attached == null ? List.of() : List.copyOf(attached);
    }

    /// The home and what goes with it.
    public List<UUID> units() {
        return Stream.concat(Stream.of(unit), attached.stream().map(AttachedUnit::unit))
                .toList();
    }

    /// By the price list, with what is priced apart.
    public Money listSum() {
        return listTotal.plus(attachedTotal());
    }

    /// What is attached and priced apart.
    public Money attachedTotal() {
        return Money.sum(attached.stream()
                .filter(AttachedUnit::pricedApart)
                .map(AttachedUnit::listTotal)
                .toList());
    }

    /// INV-5: only the holder's deal can use a hold.
    public boolean isFor(UUID deal) {
        return live && (claimedBy == null || claimedBy.equals(deal));
    }
}

package org.anchang.deal;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.events.DealEvent.Terms;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// Something a deal is about, with the area and the price it was priced on (INV-10).
///
/// @param layout     户型, as the price list called it when the home was held
/// @param areaKind   how the area was known when it was priced
/// @param floorPrice INV-12: shown to nobody
@Embeddable
public record DealLine(
        @Enumerated(EnumType.STRING) DealLineKind kind,
        @Nullable UUID unit,
        String label,
        @Nullable String building,
        @Nullable String productType,
        @Nullable String layout,
        @Nullable BigDecimal area,
        @Nullable String areaKind,
        @Nullable BigDecimal interiorArea,
        @Nullable String priceBasis,
        @Nullable Money unitPrice,
        Money listTotal,
        @Nullable Money floorPrice) {
    public enum DealLineKind {
        HOME,
        PARKING,
        STORAGE,
        DECORATION,
        COLLECTED_FOR_OTHERS
    }

    /// What is held: the home, then what goes with it; what is in the home's price is a line of zero (INV-11).
    static List<DealLine> lines(HeldUnit held) {
        return Stream.concat(Stream.of(home(held)), held.attached().stream().map(DealLine::attached))
                .toList();
    }

    private static DealLine attached(HeldUnit.AttachedUnit attached) {
        return new DealLine(
                DealLineKind.valueOf(attached.productType()),
                attached.unit(),
                attached.label(),
                attached.building(),
                attached.productType(),
                null,
                attached.area(),
                attached.areaKind(),
                attached.interiorArea(),
                attached.priceBasis(),
                attached.unitPrice(),
                attached.pricedApart() ? attached.listTotal() : Money.ZERO,
                null);
    }

    /// The home alone, as a deal on it has it.
    public static DealLine home(HeldUnit held) {
        return new DealLine(
                DealLineKind.HOME,
                held.unit(),
                held.label(),
                held.building(),
                held.productType(),
                held.layout(),
                held.area(),
                held.areaKind(),
                held.interiorArea(),
                held.priceBasis(),
                held.unitPrice(),
                held.listTotal(),
                held.floor());
    }

    /// LAY-1: the interior lies within the building area, also where only one of the two changes.
    ///
    /// @param building as it is to be; what is left out stays
    /// @throws org.anchang.kit.problem.Refused AREA_NOT_POSSIBLE
    public void mustHold(@Nullable BigDecimal building, @Nullable BigDecimal interior) {
        var outer = building == null ? area : building;
        var inner = interior == null ? interiorArea : interior;
        if (outer != null && inner != null && inner.compareTo(outer) > 0) {
            throw refuse(DealRefusal.AREA_NOT_POSSIBLE)
                    .with("field", interior == null ? "buildingArea" : "interiorArea")
                    .with("buildingArea", outer)
                    .with("interiorArea", inner);
        }
    }

    /// What commission needs to know of a deal on this home.
    Terms terms(UUID customer, String consultant, Money price) {
        return new Terms(
                customer, consultant, requireNonNull(productType), requireNonNull(area), price.amount(), label);
    }

    /// What the price rests on (INV-10).
    public String basis() {
        return priceBasis == null ? "BUILDING_AREA" : priceBasis;
    }

    /// DEP-3, 一房一价: no price is above the one that was published, by area or for the home as a whole.
    ///
    /// @throws org.anchang.kit.problem.Refused UNIT_PRICE_ABOVE_LIST
    public void mustNotCostMoreThanListed(Money asked) {
        var listed = unitPrice == null || basis().equals("WHOLE_UNIT") ? listTotal : unitPrice;
        if (asked.isMoreThan(listed)) {
            throw refuse(DealRefusal.UNIT_PRICE_ABOVE_LIST)
                    .with("field", "unitPrice")
                    .with("listed", listed);
        }
    }

    /// The area that stands on a form: the one that was priced; of a home priced as a whole, its building area.
    public BigDecimal shownArea() {
        return basis().equals("WHOLE_UNIT") ? requireNonNull(area) : pricedArea();
    }

    /// What the unit price is multiplied by: the building area, the interior area, or 1 for the unit as a whole.
    public BigDecimal pricedArea() {
        return switch (priceBasis) {
            case "WHOLE_UNIT" -> BigDecimal.ONE.setScale(2, RoundingMode.UNNECESSARY);
            case "INTERIOR_AREA" -> interiorArea == null ? requireNonNull(area) : interiorArea;
            case null, default -> requireNonNull(area);
        };
    }
}

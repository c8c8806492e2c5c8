package org.anchang.deal;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.events.DealEvent.Terms;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// Something a deal is about, with the area and the price it was priced on (INV-10).
@Entity
public class DealLine {
    public enum DealLineKind {
        HOME,
        PARKING,
        STORAGE,
        DECORATION,
        COLLECTED_FOR_OTHERS
    }

    @Id
    private UUID id;

    private int position;

    @Enumerated(EnumType.STRING)
    private DealLineKind kind;

    private @Nullable UUID unit;
    private String label;
    private @Nullable String building;
    private @Nullable String productType;
    private @Nullable String layout;
    private @Nullable BigDecimal area;
    private @Nullable String areaKind;
    private @Nullable BigDecimal interiorArea;
    private @Nullable String priceBasis;
    private @Nullable Money unitPrice;
    private Money listTotal;
    private @Nullable Money floorPrice;
    private boolean live;

    protected DealLine() {}

    /// What is held: the home, then what goes with it; what is in the home's price is a line of zero (INV-11).
    static List<DealLine> lines(HeldUnit held) {
        var lines = new ArrayList<DealLine>();
        lines.add(home(held));
        for (var attached : held.attached()) {
            lines.add(attached(attached, lines.size() + 1));
        }
        return lines;
    }

    private static DealLine attached(HeldUnit.AttachedUnit attached, int position) {
        var line = new DealLine();
        line.id = Ids.next();
        line.position = position;
        line.kind = DealLineKind.valueOf(attached.productType());
        line.unit = attached.unit();
        line.label = attached.label();
        line.building = attached.building();
        line.productType = attached.productType();
        line.area = attached.area();
        line.areaKind = attached.areaKind();
        line.interiorArea = attached.interiorArea();
        line.priceBasis = attached.priceBasis();
        line.unitPrice = attached.unitPrice();
        line.listTotal = attached.pricedApart() ? attached.listTotal() : Money.ZERO;
        line.live = true;
        return line;
    }

    /// The home alone, as a deal on it has it.
    public static DealLine home(HeldUnit held) {
        var line = new DealLine();
        line.id = Ids.next();
        line.position = 1;
        line.kind = DealLineKind.HOME;
        line.unit = held.unit();
        line.label = held.label();
        line.building = held.building();
        line.productType = held.productType();
        line.layout = held.layout();
        line.area = held.area();
        line.areaKind = held.areaKind();
        line.interiorArea = held.interiorArea();
        line.priceBasis = held.priceBasis();
        line.unitPrice = held.unitPrice();
        line.listTotal = held.listTotal();
        line.floorPrice = held.floor();
        line.live = true;
        return line;
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

    /// The unit may be somebody else's now.
    void letGo() {
        live = false;
    }

    public DealLineKind kind() {
        return kind;
    }

    public @Nullable UUID unit() {
        return unit;
    }

    public String label() {
        return label;
    }

    public @Nullable String building() {
        return building;
    }

    public @Nullable String productType() {
        return productType;
    }

    /// 户型, as the price list called it when the home was held.
    public @Nullable String layout() {
        return layout;
    }

    public @Nullable BigDecimal area() {
        return area;
    }

    /// How the area was known when it was priced (INV-10).
    public @Nullable String areaKind() {
        return areaKind;
    }

    public @Nullable BigDecimal interiorArea() {
        return interiorArea;
    }

    public @Nullable String priceBasis() {
        return priceBasis;
    }

    public @Nullable Money unitPrice() {
        return unitPrice;
    }

    @Nullable
    Money floorPrice() {
        return floorPrice;
    }

    public Money listTotal() {
        return listTotal;
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

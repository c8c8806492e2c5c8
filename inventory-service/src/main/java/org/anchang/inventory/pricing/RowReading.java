package org.anchang.inventory.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchang.inventory.Pricing.Basis;
import org.anchang.inventory.pricing.BadCell.Reason;
import org.anchang.kit.money.Money;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads one row of a price list and notes what is wrong with it.
final class RowReading {
    private static final int LONGEST = 50;
    private static final BigDecimal LARGEST = new BigDecimal("100000000");
    private static final Map<String, String> PRODUCT_TYPES = Map.of(
            "住宅", "RESIDENCE",
            "公寓", "SMALL_APARTMENT",
            "小公寓", "SMALL_APARTMENT",
            "商铺", "SHOP",
            "商业", "SHOP",
            "车位", "PARKING",
            "储藏室", "STORAGE",
            "其他", "OTHER");
    private static final Map<String, Basis> BASES = Map.of(
            "建筑面积", Basis.BUILDING_AREA,
            "套内面积", Basis.INTERIOR_AREA,
            "户内面积", Basis.INTERIOR_AREA,
            "整套", Basis.WHOLE_UNIT);

    private final CSVRecord line;
    private final Map<Column, Integer> places;
    private final List<BadCell> bad = new ArrayList<>();

    RowReading(CSVRecord line, Map<Column, Integer> places) {
        this.line = line;
        this.places = places;
    }

    /// @return null if anything is wrong, see [#bad()]
    @Nullable
    PricedRow read() {
        var room = new PricedRow.Room(
                required(Column.BUILDING), text(Column.SECTION), required(Column.FLOOR), required(Column.ROOM));
        var building = amount(Column.BUILDING_AREA, true);
        var interior = amount(Column.INTERIOR_AREA, false);
        var garden = amount(Column.GARDEN_AREA, false);
        var other = amount(Column.OTHER_AREA, false);
        var unitPrice = amount(Column.UNIT_PRICE, true);
        var total = amount(Column.TOTAL, false);
        var floorPrice = amount(Column.FLOOR_PRICE, false);
        var basis = choice(Column.BASIS, BASES, Basis.BUILDING_AREA);
        var productType = choice(Column.PRODUCT_TYPE, PRODUCT_TYPES, "RESIDENCE");
        var layout = text(Column.LAYOUT);
        if (building == null || unitPrice == null || !bad.isEmpty()) {
            return null;
        }
        if (interior != null && interior.compareTo(building) > 0) {
            bad.add(bad(Column.INTERIOR_AREA, Reason.INTERIOR_ABOVE_BUILDING_AREA));
        }
        if (basis == Basis.INTERIOR_AREA && interior == null) {
            bad.add(bad(Column.INTERIOR_AREA, Reason.MISSING));
            return null;
        }
        var computed = total(basis, new PricedRow.Areas(building, interior, garden, other), unitPrice);
        if (total != null && computed.amount().compareTo(total) != 0) {
            bad.add(bad(Column.TOTAL, Reason.TOTAL_IS_OFF));
        }
        return bad.isEmpty()
                ? new PricedRow(
                        room,
                        productType,
                        layout.isEmpty() ? null : layout,
                        new PricedRow.Areas(building, interior, garden, other),
                        new PricedRow.Asked(
                                basis,
                                new Money(unitPrice),
                                computed,
                                floorPrice == null ? null : new Money(floorPrice)))
                : null;
    }

    List<BadCell> bad() {
        return bad;
    }

    BadCell bad(Column column, Reason reason) {
        return new BadCell(line.getRecordNumber(), column.heading(), text(column), reason);
    }

    String projectNamed() {
        return text(Column.PROJECT);
    }

    private static Money total(Basis basis, PricedRow.Areas areas, BigDecimal unitPrice) {
        var price = new Money(unitPrice);
        return switch (basis) {
            case BUILDING_AREA -> price.times(areas.building());
            case INTERIOR_AREA -> price.times(areas.interior() == null ? BigDecimal.ZERO : areas.interior());
            case WHOLE_UNIT -> price;
        };
    }

    private String required(Column column) {
        var text = text(column);
        if (text.isEmpty()) {
            bad.add(bad(column, Reason.MISSING));
        }
        return text;
    }

    private String text(Column column) {
        var place = places.get(column);
        var text = place == null || place >= line.size() ? "" : line.get(place).strip();
        if (text.length() > LONGEST) {
            var shortened = text.substring(0, LONGEST);
            bad.add(new BadCell(line.getRecordNumber(), column.heading(), shortened, Reason.TOO_LONG));
            return shortened;
        }
        return text;
    }

    private @Nullable BigDecimal amount(Column column, boolean required) {
        var text = required ? required(column) : text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,12})?")) {
            bad.add(bad(column, Reason.NOT_A_NUMBER));
            return null;
        }
        var amount = new BigDecimal(text);
        var wrong = wrongWith(amount);
        if (wrong != null) {
            bad.add(bad(column, wrong));
            return null;
        }
        return amount.setScale(2);
    }

    private static @Nullable Reason wrongWith(BigDecimal amount) {
        if (amount.signum() <= 0) {
            return Reason.NOT_ABOVE_ZERO;
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            return Reason.MORE_THAN_TWO_DECIMALS;
        }
        return amount.compareTo(LARGEST) >= 0 ? Reason.TOO_LARGE : null;
    }

    private <T> T choice(Column column, Map<String, T> choices, T otherwise) {
        var text = text(column);
        if (text.isEmpty()) {
            return otherwise;
        }
        var chosen = choices.get(text);
        if (chosen == null) {
            bad.add(bad(column, Reason.NOT_A_CHOICE));
            return otherwise;
        }
        return chosen;
    }
}

package org.anchang.inventory.price.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.anchang.inventory.price.list.BadCell.BadCellReason;
import org.anchang.inventory.unit.Door;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.kit.money.Money;
import org.anchang.kit.sheet.Cell;
import org.anchang.kit.sheet.Line;
import org.jspecify.annotations.Nullable;

/// Reads one row of a price list and notes what is wrong with it.
final class RowReading {
    private static final int LONGEST = 50;
    private static final BigDecimal LARGEST = new BigDecimal("100000000");
    /// Also as a spreadsheet may show it, e.g. `52,229.87`.
    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d{1,12})?");
    private static final Map<String, String> PRODUCT_TYPES = Map.of(
            "住宅", "RESIDENCE",
            "小户型", "SMALL_APARTMENT",
            "公寓", "SMALL_APARTMENT",
            "小公寓", "SMALL_APARTMENT",
            "商铺", "SHOP",
            "商业", "SHOP",
            "车位", "PARKING",
            "储藏室", "STORAGE",
            "储藏间", "STORAGE",
            "其他", "OTHER");
    private static final Map<String, String> BUILDING_TYPES = Map.of(
            "电梯多层", "LOW_RISE_WITH_LIFT",
            "楼梯多层", "LOW_RISE_WITH_STAIRS",
            "多层", "LOW_RISE_WITH_STAIRS",
            "小高层", "MID_HIGH_RISE",
            "高层", "HIGH_RISE",
            "叠加", "STACKED",
            "叠拼", "STACKED",
            "独栋", "DETACHED",
            "联排", "TERRACED");
    private static final Map<String, Basis> BASES = Map.of(
            "建筑面积", Basis.BUILDING_AREA,
            "套内面积", Basis.INTERIOR_AREA,
            "户内面积", Basis.INTERIOR_AREA,
            "整套", Basis.WHOLE_UNIT);

    private final Line<Column> line;
    private final List<BadCell> bad = new ArrayList<>();

    RowReading(Line<Column> line) {
        this.line = line;
    }

    /// @return null if anything is wrong, see [#bad()]
    @Nullable
    PricedRow read() {
        var room = new PricedRow.Room(
                required(Column.BUILDING), Door.written(section(), required(Column.FLOOR), required(Column.ROOM)));
        var building = amount(Column.BUILDING_AREA, true);
        var interior = amount(Column.INTERIOR_AREA, false);
        var garden = amount(Column.GARDEN_AREA, false);
        var other = amount(Column.OTHER_AREA, false);
        var unitPrice = amount(Column.UNIT_PRICE, true);
        var total = new Total(number(Column.TOTAL, false), number(Column.TOTAL_IN_TEN_THOUSANDS, false));
        var floorPrice = amount(Column.FLOOR_PRICE, false);
        var basis = choice(Column.BASIS, BASES);
        var kind = new PricedRow.Description(
                choice(Column.PRODUCT_TYPE, PRODUCT_TYPES),
                choice(Column.BUILDING_TYPE, BUILDING_TYPES),
                orNull(text(Column.LAYOUT)),
                orNull(text(Column.VIEW)));
        if (building == null || unitPrice == null || !bad.isEmpty()) {
            return null;
        }
        var areas = new PricedRow.Areas(building, interior, garden, other);
        var amounts = amounts(basis == null ? Basis.BUILDING_AREA : basis, areas, unitPrice, floorPrice);
        mustFit(areas, amounts, total);
        return bad.isEmpty() ? new PricedRow(room, kind, areas, amounts) : null;
    }

    List<BadCell> bad() {
        return bad;
    }

    BadCell bad(Column column, BadCellReason reason) {
        return new BadCell(
                line.number(), column.heading(), shortened(line.cell(column).text()), reason);
    }

    private static PricedRow.Amounts amounts(
            Basis basis, PricedRow.Areas areas, BigDecimal unitPrice, @Nullable BigDecimal floorPrice) {
        var price = new Money(unitPrice);
        var total =
                switch (basis) {
                    case BUILDING_AREA -> price.times(areas.building());
                    case INTERIOR_AREA -> price.times(areas.interior() == null ? BigDecimal.ZERO : areas.interior());
                    case WHOLE_UNIT -> price;
                };
        return new PricedRow.Amounts(basis, price, total, floorPrice == null ? null : new Money(floorPrice));
    }

    /// The total as the list says it, in either of the ways in which lists do.
    private record Total(
            @Nullable BigDecimal yuan, @Nullable BigDecimal tenThousands) {
        /// A total that the spreadsheet computed may have more decimals than it shows.
        boolean isOff(BigDecimal asked) {
            return yuan != null && asked.compareTo(yuan.setScale(2, RoundingMode.HALF_UP)) != 0;
        }

        /// Rounded as far as the list rounds it.
        boolean isOffInTenThousands(BigDecimal asked) {
            if (tenThousands == null) {
                return false;
            }
            int decimals = Math.clamp(tenThousands.stripTrailingZeros().scale(), 0, 6);
            return asked.movePointLeft(4)
                            .subtract(tenThousands)
                            .abs()
                            .compareTo(new BigDecimal("0.5").movePointLeft(decimals))
                    > 0;
        }
    }

    private void mustFit(PricedRow.Areas areas, PricedRow.Amounts amounts, Total total) {
        var interior = areas.interior();
        if (interior != null && interior.compareTo(areas.building()) > 0) {
            bad.add(bad(Column.INTERIOR_AREA, BadCellReason.INTERIOR_ABOVE_BUILDING_AREA));
        }
        if (amounts.basis() == Basis.INTERIOR_AREA && interior == null) {
            bad.add(bad(Column.INTERIOR_AREA, BadCellReason.MISSING));
            return;
        }
        if (!amounts.total().isPositive()) {
            bad.add(bad(Column.UNIT_PRICE, BadCellReason.NOT_ABOVE_ZERO));
        }
        if (amounts.total().amount().compareTo(LARGEST.scaleByPowerOfTen(3)) >= 0) {
            bad.add(bad(Column.UNIT_PRICE, BadCellReason.TOO_LARGE));
        }
        if (total.isOff(amounts.total().amount())) {
            bad.add(bad(Column.TOTAL, BadCellReason.TOTAL_IS_OFF));
        }
        if (total.isOffInTenThousands(amounts.total().amount())) {
            bad.add(bad(Column.TOTAL_IN_TEN_THOUSANDS, BadCellReason.TOTAL_IS_OFF));
        }
        if (FloorPrices.isBelow(amounts.total(), amounts.floorPrice())) {
            bad.add(bad(Column.FLOOR_PRICE, BadCellReason.BELOW_FLOOR_PRICE));
        }
    }

    /// A building without sections may go across both columns.
    private String section() {
        return line.isOneCell(Column.BUILDING, Column.SECTION) ? "" : text(Column.SECTION);
    }

    private String required(Column column) {
        var reported = bad.size();
        var text = text(column);
        if (text.isEmpty() && bad.size() == reported) {
            bad.add(bad(column, BadCellReason.MISSING));
        }
        return text;
    }

    /// What a cell shows, of a column that names something.
    private String text(Column column) {
        var cell = line.cell(column);
        return checked(column, cell.faultAsName(), cell.text());
    }

    /// Said once: what else is wrong with it is a consequence.
    private String checked(Column column, Cell.@Nullable Fault fault, String text) {
        if (text.length() > LONGEST) {
            bad.add(bad(column, BadCellReason.TOO_LONG));
        } else if (fault != null) {
            bad.add(bad(column, BadCellReason.valueOf(fault.name())));
        } else {
            return text;
        }
        return "";
    }

    private @Nullable BigDecimal amount(Column column, boolean required) {
        var amount = number(column, required);
        if (amount != null && amount.stripTrailingZeros().scale() > 2) {
            bad.add(bad(column, BadCellReason.MORE_THAN_TWO_DECIMALS));
            return null;
        }
        return amount == null ? null : amount.setScale(2);
    }

    private @Nullable BigDecimal number(Column column, boolean required) {
        var cell = line.cell(column);
        var reported = bad.size();
        var text = Normalizer.normalize(checked(column, cell.fault(), cell.value()), Normalizer.Form.NFKC);
        if (text.isEmpty()) {
            if (required && bad.size() == reported) {
                bad.add(bad(column, BadCellReason.MISSING));
            }
            return null;
        }
        if (cell.kind() == Cell.Kind.DATE || !NUMBER.matcher(text).matches()) {
            bad.add(bad(column, BadCellReason.NOT_A_NUMBER));
            return null;
        }
        var number = new BigDecimal(text.replace(",", ""));
        if (number.signum() <= 0) {
            bad.add(bad(column, BadCellReason.NOT_ABOVE_ZERO));
            return null;
        }
        if (column != Column.TOTAL && number.compareTo(LARGEST) >= 0) {
            bad.add(bad(column, BadCellReason.TOO_LARGE));
            return null;
        }
        return number;
    }

    private <T> @Nullable T choice(Column column, Map<String, T> choices) {
        var text = text(column);
        var chosen = choices.get(text);
        if (chosen == null && !text.isEmpty()) {
            bad.add(bad(column, BadCellReason.NOT_A_CHOICE));
        }
        return chosen;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

package org.anchang.kit.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.anchang.kit.sheet.Cell.Kind;
import org.anchang.kit.sheet.UnreadableSheet.Why;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet of a workbook.
final class SheetRows implements Book.Rows {
    /// What the sheets of a workbook have in common.
    record Shared(List<String> texts, Formats formats, boolean countsFrom1904) {}

    private static final int LONGEST_PLAIN = 30;
    /// A workbook keeps binary fractions: 52229.87 may stand in it as 52229.870000000003. It never shows more
    /// digits than these, and nobody types more.
    private static final MathContext AS_TYPED = new MathContext(15, RoundingMode.HALF_UP);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465);

    private final Part part;
    private final Shared shared;
    private final Merged merged;
    private final BitSet hiddenColumns = new BitSet();
    private long line;

    SheetRows(Part part, Shared shared, Merged merged) {
        this.part = part;
        this.shared = shared;
        this.merged = merged;
    }

    @Override
    public @Nullable Row read() {
        while (part.next()) {
            if (part.begins("row")) {
                return row();
            }
            if (part.begins("col") && (part.isSaid("hidden") || "0".equals(part.attribute("width")))) {
                hide(part.number("min", 1), part.number("max", 1));
            } else if (part.ends("sheetData")) {
                return null;
            }
        }
        return null;
    }

    @Override
    public BitSet hiddenColumns() {
        return hiddenColumns;
    }

    @Override
    public void close() {
        part.close();
    }

    private void hide(int first, int last) {
        if (first > 0 && first <= last) {
            hiddenColumns.set(Math.min(first - 1, Book.MOST_COLUMNS), Math.min(last, Book.MOST_COLUMNS));
        }
    }

    private Row row() {
        var said = part.attribute("r");
        var next = said == null ? line + 1 : CellAddress.of("A" + said).line();
        if (next <= line) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
        }
        if (next > Book.LAST_LINE) {
            throw CellAddress.outside("A" + next);
        }
        line = next;
        var isHidden = part.isSaid("hidden") || "0".equals(part.attribute("ht"));
        var own = new ArrayList<Cell>();
        int column = 0;
        while (part.next() && !part.ends("row")) {
            if (part.begins("c")) {
                var reference = part.attribute("r");
                column = reference == null ? column : CellAddress.of(reference).column();
                put(own, column, cell());
                column++;
            }
        }
        return new Row(line, isHidden, own, merged.seen(line, own));
    }

    private static void put(List<Cell> row, int column, Cell cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (column >= Book.LAST_COLUMN) {
            throw CellAddress.outside(CellAddress.letters(column));
        }
        if (column >= Book.MOST_COLUMNS) {
            throw new UnreadableSheet(Why.ITS_COLUMNS_ARE_TOO_MANY);
        }
        while (row.size() <= column) {
            row.add(Cell.EMPTY);
        }
        row.set(column, cell);
    }

    private Cell cell() {
        var type = part.attribute("t");
        int style = part.number("s", 0);
        String formula = null;
        var value = new StringBuilder();
        while (part.next() && !part.ends("c")) {
            if (part.begins("v")) {
                part.text(value);
            } else if (part.begins("is")) {
                value.append(part.item("is"));
            } else if (part.begins("f")) {
                var text = new StringBuilder();
                part.text(text);
                formula = "=" + text;
            }
        }
        var text = value.toString();
        if (text.isEmpty()) {
            return formula == null ? Cell.EMPTY : new Cell(Kind.ERROR, formula, null);
        }
        return switch (type == null ? "n" : type) {
            case "n" -> number(text, style);
            case "s" -> Cell.text(shared(text));
            case "b" -> new Cell(Kind.TRUTH, text.equals("0") ? "FALSE" : "TRUE", null);
            case "e" -> new Cell(Kind.ERROR, text.strip(), null);
            case "d" -> new Cell(Kind.DATE, text.strip(), null);
            case "str" -> Cell.text(Part.decoded(text));
            case "inlineStr" -> Cell.text(text);
            default -> throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
        };
    }

    private String shared(String index) {
        try {
            return shared.texts().get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    private Cell number(String text, int style) {
        BigDecimal number;
        try {
            number = new BigDecimal(text.strip()).round(AS_TYPED);
        } catch (ArithmeticException | NumberFormatException e) {
            return Cell.text(text);
        }
        // Digits without end are for nobody to read.
        var isEnormous =
                Math.abs((long) number.precision() - number.scale()) > LONGEST_PLAIN || number.scale() > LONGEST_PLAIN;
        var plain = isEnormous ? number.toString() : number.stripTrailingZeros().toPlainString();
        if (shared.formats().isDate(style)) {
            return new Cell(Kind.DATE, date(number, plain), null);
        }
        return new Cell(Kind.NUMBER, plain, isEnormous ? null : shared.formats().shown(number, plain, style));
    }

    private String date(BigDecimal day, String plain) {
        if (day.signum() < 0 || day.compareTo(LAST_DAY) > 0) {
            return plain;
        }
        return (shared.countsFrom1904() ? DAY_ZERO_1904 : DAY_ZERO)
                .plusDays(day.longValue())
                .toString();
    }
}

package org.anchang.inventory.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.anchang.inventory.sheet.UnreadableSheet.Why;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// Rows of the first visible sheet of an XLSX workbook. The texts of a workbook are listed apart from its rows and
/// stay in
/// memory, each once; how many there may be is bounded.
final class WorkbookRows implements Sheet.Source {
    private static final String TEXTS = "xl/sharedstrings.xml";
    private static final long MOST_TEXTS = 32L << 20;
    private static final int LONGEST_PLAIN = 30;
    /// A workbook keeps binary fractions: 52229.87 may stand in it as 52229.870000000003. It never shows more digits
    /// than
    /// these, and nobody types more.
    private static final MathContext AS_TYPED = new MathContext(15, RoundingMode.HALF_UP);

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

    private WorkbookRows(ReadableWorkbook workbook, Stream<org.dhatim.fastexcel.reader.Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static WorkbookRows of(Path file) throws IOException {
        mustHaveFewTexts(file);
        try {
            var workbook = new ReadableWorkbook(file.toFile());
            var sheet = workbook.getSheets()
                    .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow();
            return new WorkbookRows(workbook, sheet.openStream());
        } catch (IOException | RuntimeException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    /// The reader answers what it does not understand with exceptions of many kinds.
    @Override
    public @Nullable Row read() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            var row = rows.next();
            var cells = new ArrayList<String>(row.getCellCount());
            for (var cell : row) {
                cells.add(text(cell).strip());
            }
            return new Row(row.getRowNum(), cells);
        } catch (RuntimeException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getValue()) {
            case null -> cell.getFormula() == null ? "" : "=" + cell.getFormula();
            case BigDecimal number -> asTyped(number);
            case Boolean answer -> answer.toString().toUpperCase(Locale.ROOT);
            case Object text -> text.toString();
        };
    }

    private static String asTyped(BigDecimal number) {
        var typed = number.round(AS_TYPED).stripTrailingZeros();
        return Math.abs(typed.scale()) > LONGEST_PLAIN ? typed.toString() : typed.toPlainString();
    }

    private static void mustHaveFewTexts(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var texts = zip.stream()
                    .filter(entry -> TEXTS.equals(entry.getName().toLowerCase(Locale.ROOT)))
                    .findFirst();
            if (texts.isPresent() && texts.get().getSize() > MOST_TEXTS) {
                throw new UnreadableSheet(Why.ITS_TEXTS_ARE_TOO_MANY);
            }
        } catch (java.util.zip.ZipException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }
}

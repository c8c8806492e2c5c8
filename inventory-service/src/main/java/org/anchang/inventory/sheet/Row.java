package org.anchang.inventory.sheet;

import java.util.List;
import java.util.Set;
import org.anchang.kit.name.Names;

/// One row of a table, its cells as text without blanks around them.
///
/// @param line as the spreadsheet counts, from 1
public record Row(long line, List<String> cells) {
    /// INV-17: nor anything else around them that nobody sees.
    public Row {
        cells = cells.stream().map(Names::trimmed).toList();
    }

    private static final Set<String> ERRORS = Set.of(
            "#DIV/0!",
            "#N/A",
            "#NAME?",
            "#NULL!",
            "#NUM!",
            "#REF!",
            "#VALUE!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#GETTING_DATA");
    private static final char NOT_IN_THE_ENCODING = '\uFFFD';

    /// The cell in that place, empty where the row is shorter.
    public String cell(int place) {
        return place < cells.size() ? cells.get(place) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /// Whether a cell is what a spreadsheet shows for a formula that came to nothing, or a formula that was never
    /// computed.
    public static boolean isFormulaError(String cell) {
        return cell.startsWith("=") || ERRORS.contains(cell);
    }

    /// Whether a cell has characters that the encoding of the file does not know.
    public static boolean isWronglyEncoded(String cell) {
        return cell.indexOf(NOT_IN_THE_ENCODING) >= 0 || cell.indexOf('\0') >= 0;
    }
}

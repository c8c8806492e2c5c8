package org.anchang.inventory.sheet;

import java.util.regex.Pattern;
import org.anchang.inventory.sheet.UnreadableSheet.Why;

/// Where a cell is: `B7`.
///
/// @param line   from 1
/// @param column from 0
record Place(long line, int column) {
    private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");
    private static final int LETTERS = 26;
    private static final int SHOWN = 20;

    /// @throws UnreadableSheet where no spreadsheet has a cell
    static Place of(String reference) {
        var found = REFERENCE.matcher(reference);
        if (!found.matches()) {
            throw outside(reference);
        }
        int column = 0;
        for (int i = 0; i < found.group(1).length(); i++) {
            column = column * LETTERS + Character.toUpperCase(found.group(1).charAt(i)) - 'A' + 1;
        }
        var line = Long.parseLong(found.group(2));
        if (column > Book.LAST_COLUMN || line < 1 || line > Book.LAST_LINE) {
            throw outside(reference);
        }
        return new Place(line, column - 1);
    }

    static UnreadableSheet outside(String reference) {
        return new UnreadableSheet(Why.A_CELL_LIES_OUTSIDE)
                .with("cell", reference.substring(0, Math.min(SHOWN, reference.length())));
    }

    /// `B`.
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}

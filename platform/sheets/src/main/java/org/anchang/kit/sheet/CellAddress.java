package org.anchang.kit.sheet;

import org.anchang.kit.sheet.UnreadableSheet.Why;

/// Where a cell is: `B7`.
///
/// @param line   from 1
/// @param column from 0
record CellAddress(long line, int column) {
    private static final int MOST_LETTERS = 3;
    private static final int LETTERS = 26;
    private static final int SHOWN = 20;

    /// @throws UnreadableSheet where no spreadsheet has a cell
    static CellAddress of(String reference) {
        int at = 0;
        int column = 0;
        while (at < reference.length() && at <= MOST_LETTERS && isLetter(reference.charAt(at))) {
            column = column * LETTERS + Character.toUpperCase(reference.charAt(at++)) - 'A' + 1;
        }
        long line = 0;
        int digits = at;
        while (at < reference.length() && line <= Book.LAST_LINE && Character.isDigit(reference.charAt(at))) {
            line = line * 10 + Character.digit(reference.charAt(at++), 10);
        }
        if (at < reference.length()
                || at == digits
                || column < 1
                || column > Book.LAST_COLUMN
                || line < 1
                || line > Book.LAST_LINE) {
            throw outside(reference);
        }
        return new CellAddress(line, column - 1);
    }

    private static boolean isLetter(char one) {
        return one >= 'A' && one <= 'Z' || one >= 'a' && one <= 'z';
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

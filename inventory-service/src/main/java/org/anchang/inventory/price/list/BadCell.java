package org.anchang.inventory.price.list;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sheet.ReadSheet;
import org.jspecify.annotations.Nullable;

/// INV-2: why a row cannot be imported.
///
/// @param line   among the lines of all sheets that were read
/// @param column as the office calls it
/// @param reason one of [BadCellReason]
/// @param other  the line with which the row is at odds
public record BadCell(
        long line,
        String column,
        String value,
        BadCellReason reason,
        @Nullable Long other) {
    BadCell(long line, String column, String value, BadCellReason reason) {
        this(line, column, value, reason, null);
    }

    /// As the caller is told.
    ///
    /// @param sheet absent in CSV
    /// @param line  as the spreadsheet counts, from 1
    /// @param other       the line of the same home
    /// @param otherSheet  where that is another sheet
    /// @param reasonWords the reason in the caller's language
    public record Said(
            @Nullable String sheet,
            long line,
            String column,
            String value,
            BadCellReason reason,
            @Nullable Long other,
            @Nullable String otherSheet,
            String reasonWords) {}

    /// What is wrong with a cell.
    public enum BadCellReason {
        MISSING,
        TOO_LONG,
        /// Some of its bytes are not in the encoding of the file.
        WRONG_ENCODING,
        /// A formula that came to nothing, or was never computed.
        FORMULA_ERROR,
        /// A spreadsheet took for a date what was typed, such as room `1-2`.
        A_DATE,
        /// What is kept in the cell is no text, and what it shows is not known.
        NO_TEXT,
        NOT_A_NUMBER,
        NOT_ABOVE_ZERO,
        MORE_THAN_TWO_DECIMALS,
        TOO_LARGE,
        NOT_A_CHOICE,
        /// Area times unit price is another total.
        TOTAL_IS_OFF,
        INTERIOR_ABOVE_BUILDING_AREA,
        /// INV-12: the total is below the floor price that counts.
        BELOW_FLOOR_PRICE,
        /// INV-17: the same home stands further up in the list, however it is written there.
        ROOM_TWICE,
        /// INV-17: another unit of the project is called so.
        LABEL_TAKEN,
        /// A row further up gives the building another type.
        OTHER_BUILDING_TYPE,
        /// INV-11: the unit is attached to a home, and this is no kind of unit that is attached.
        ATTACHED_KIND,
        /// The row names another project than that which it is imported into.
        OTHER_PROJECT
    }

    Said said(Words words, List<ReadSheet> sheets) {
        var where = ReadSheet.where(sheets, line);
        var twin = other == null ? null : ReadSheet.where(sheets, other);
        return new Said(
                where.sheet(),
                where.line(),
                column,
                value,
                reason,
                twin == null ? null : twin.line(),
                twin == null || Objects.equals(twin.sheet(), where.sheet()) ? null : twin.sheet(),
                words.inWords("reason", reason, twin == null ? Map.of() : Map.of("other", twin.seenFrom(where))));
    }
}

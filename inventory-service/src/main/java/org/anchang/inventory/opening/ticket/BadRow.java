package org.anchang.inventory.opening.ticket;

import java.util.List;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sheet.ReadSheet;
import org.jspecify.annotations.Nullable;

/// INV-13: why a row of a list is refused.
///
/// @param line   among the lines of all sheets that were read
/// @param column as the office calls it
/// @param value  what stands there; left out where it is personal
public record BadRow(long line, String column, @Nullable String value, BadRowReason reason) {
    /// What is wrong with it.
    public enum BadRowReason {
        MISSING,
        TOO_LONG,
        FORMULA_ERROR,
        WRONG_ENCODING,
        /// A spreadsheet took for a date what was typed.
        A_DATE,
        /// What is kept in the cell is no text, and what it shows is not known.
        NO_TEXT,
        NO_PHONE,
        NO_CUSTOMER_ID,
        /// The same number stands further up in the list.
        NUMBER_TWICE,
        /// The number is on the list of the day already.
        NUMBER_KNOWN,
        NUMBER_UNKNOWN,
        /// Its holder has not checked in.
        NOT_CHECKED_IN
    }

    /// As the caller is told.
    ///
    /// @param sheet absent in CSV
    /// @param line  as the spreadsheet counts, from 1
    /// @param reasonWords the reason in the caller's language
    public record Said(
            @Nullable String sheet,
            long line,
            String column,
            @Nullable String value,
            BadRowReason reason,
            String reasonWords) {}

    Said said(Words words, List<ReadSheet> sheets) {
        var where = ReadSheet.where(sheets, line);
        return new Said(where.sheet(), where.line(), column, value, reason, words.inWords("reason", reason));
    }
}

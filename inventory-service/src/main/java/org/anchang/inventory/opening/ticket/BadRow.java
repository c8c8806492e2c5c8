package org.anchang.inventory.opening.ticket;

import org.anchang.kit.problem.Words;
import org.jspecify.annotations.Nullable;

/// INV-13: why a row of a list is refused.
///
/// @param line   as the spreadsheet counts, from 1
/// @param column as the office calls it
/// @param value  what stands there; left out where it is personal
public record BadRow(long line, String column, @Nullable String value, Reason reason) {
    /// What is wrong with it.
    public enum Reason {
        MISSING,
        TOO_LONG,
        FORMULA_ERROR,
        WRONG_ENCODING,
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
    /// @param reasonWords the reason in the caller's language
    public record Said(long line, String column, @Nullable String value, Reason reason, String reasonWords) {}

    Said said(Words words) {
        return new Said(line, column, value, reason, words.inWords("reason", reason));
    }
}

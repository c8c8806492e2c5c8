package org.anchang.inventory.price.list;

import java.util.Map;
import org.anchang.kit.problem.Words;
import org.jspecify.annotations.Nullable;

/// INV-2: why a row cannot be imported.
///
/// @param line   in the file, the heading being line 1
/// @param column as the office calls it
/// @param reason one of [Reason]
/// @param other  the line with which the row is at odds
public record BadCell(
        long line,
        String column,
        String value,
        Reason reason,
        @Nullable Long other) {
    BadCell(long line, String column, String value, Reason reason) {
        this(line, column, value, reason, null);
    }

    /// As the caller is told.
    ///
    /// @param other       the line of the same home
    /// @param reasonWords the reason in the caller's language
    public record Said(
            long line,
            String column,
            String value,
            Reason reason,
            @Nullable Long other,
            String reasonWords) {}

    /// What is wrong with a cell.
    public enum Reason {
        MISSING,
        TOO_LONG,
        /// Some of its bytes are not in the encoding of the file.
        WRONG_ENCODING,
        /// A formula that came to nothing, or was never computed.
        FORMULA_ERROR,
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
        /// The first row names another project.
        OTHER_PROJECT
    }

    Said said(Words words) {
        return new Said(
                line,
                column,
                value,
                reason,
                other,
                words.inWords("reason", reason, other == null ? Map.of() : Map.of("other", other)));
    }
}

package org.anchang.inventory.pricing;

/// INV-2: why a row cannot be imported.
///
/// @param line   in the file, the heading being line 1
/// @param column as the office calls it
/// @param reason one of [Reason]
public record BadCell(long line, String column, String value, Reason reason) {
    /// What is wrong with a cell.
    public enum Reason {
        MISSING,
        TOO_LONG,
        NOT_A_NUMBER,
        NOT_ABOVE_ZERO,
        MORE_THAN_TWO_DECIMALS,
        TOO_LARGE,
        NOT_A_CHOICE,
        /// Area times unit price is another total.
        TOTAL_IS_OFF,
        INTERIOR_ABOVE_BUILDING_AREA,
        /// The same room stands further up in the list.
        ROOM_TWICE,
        /// The first row names another project.
        OTHER_PROJECT
    }
}

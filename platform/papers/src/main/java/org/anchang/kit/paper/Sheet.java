package org.anchang.kit.paper;

import java.util.List;

/// A filled paper: rows of cells, as each way of writing it shows them.
///
/// @param columns   how wide the columns of the grid are, in characters
/// @param landscape A4 across
/// @param copies    who keeps which copy, the first one first
public record Sheet(
        String name,
        String title,
        int version,
        List<Integer> columns,
        boolean landscape,
        int rowHeight,
        List<String> copies,
        List<Row> rows) {
    /// What a row is.
    public enum Kind {
        /// Cells with borders
        GRID,
        /// A line of a letter
        TEXT,
        /// A line of a letter at its right edge
        RIGHT,
        /// A heading within the paper
        HEADING,
        /// What stands below the form
        NOTE
    }

    /// @param height in points, at least; a longer text makes it higher
    public record Row(Kind kind, int height, List<Cell> cells) {}

    /// @param span    columns that it takes
    /// @param label   whether it names a field and holds none
    /// @param foot    what stands at the lower right, e.g. for a signature; empty in most
    public record Cell(String text, int span, boolean label, String foot) {}
}

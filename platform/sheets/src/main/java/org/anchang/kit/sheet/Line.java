package org.anchang.kit.sheet;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A row of a list, its cells by what is known of their columns.
///
/// @param number among the lines of all sheets of the file that were read; of a single sheet, its line
public record Line<C extends KnownColumn>(long number, Row row, Headings<C> headings) {
    /// Empty where there is no such column, or it is hidden.
    public Cell cell(C column) {
        var place = headings.places().get(column);
        return place == null ? Cell.EMPTY : row.cell(place);
    }

    /// Whether one merged cell stands in both columns.
    public boolean isOneCell(C column, C other) {
        return !cell(column).isEmpty() && cell(column) == cell(other);
    }

    /// What stands under a heading as it is written.
    public Cell cell(String heading) {
        int place = headings.written().indexOf(heading);
        return place < 0 ? Cell.EMPTY : row.cell(place);
    }

    /// The headings as they are written.
    public List<String> written() {
        return headings.written();
    }

    /// What is seen in each of its places, from the left: dates as ISO writes them.
    public List<String> texts() {
        return row.cells().stream()
                .map(cell -> cell.kind() == Cell.Kind.DATE ? cell.value() : cell.text())
                .toList();
    }

    /// Where its sheet has the columns, from 0.
    public Map<C, Integer> places() {
        return Collections.unmodifiableMap(headings.places());
    }

    /// Of all its texts together.
    public int length() {
        return row.cells().stream().mapToInt(cell -> cell.text().length()).sum();
    }

    /// Those that its sheet has, in their order.
    public Set<C> columns() {
        return headings.places().keySet();
    }
}

package org.anchang.kit.sheet;

import java.util.List;

/// One row of a sheet.
///
/// @param line  as the spreadsheet counts, from 1
/// @param own   what was typed into it
/// @param cells what is seen in it: a merged cell stands in all the places that it covers
record Row(long line, boolean isHidden, List<Cell> own, List<Cell> cells) {
    static Row of(long line, List<Cell> cells) {
        return new Row(line, false, cells, cells);
    }

    Cell cell(int place) {
        return at(cells, place);
    }

    Cell own(int place) {
        return at(own, place);
    }

    boolean isBlank() {
        return own.stream().allMatch(Cell::isEmpty);
    }

    private static Cell at(List<Cell> cells, int place) {
        return place < cells.size() ? cells.get(place) : Cell.EMPTY;
    }
}

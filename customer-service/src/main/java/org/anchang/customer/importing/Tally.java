package org.anchang.customer.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.anchang.customer.importing.row.RowReading;

/// What became of the rows of a slice.
final class Tally {
    private final Map<Long, RowReading.Wrong> failed = new LinkedHashMap<>();
    private int added;
    private int updated;
    private int left;
    private int merged;

    void added(int rows) {
        added += rows;
    }

    void updated() {
        updated++;
    }

    void left() {
        left++;
    }

    void merged(int rows) {
        merged += rows;
    }

    void failed(long line, RowReading.Wrong why) {
        failed.put(line, why);
    }

    int added() {
        return added;
    }

    int updatedRows() {
        return updated;
    }

    int leftAlone() {
        return left;
    }

    int mergedRows() {
        return merged;
    }

    /// By line.
    Map<Long, RowReading.Wrong> failed() {
        return failed;
    }
}

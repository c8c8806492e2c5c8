package org.anchang.customer;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// CUS-7: where a feature keeps what it has recorded about a customer, so that all of it can be shown to the
/// person, and erased where nothing says that it stays.
///
/// @param table   in whose name its texts are sealed
/// @param query   `id` and `body`, a row as JSON, of each under `:records`, the oldest first
/// @param sealed  the columns that are sealed
/// @param erasing writes over what stands in the row `:id`; absent: it stays
/// @param instead what is sealed in its place, by column, where there must be something
/// @param stays   why it stays, of buyers alone where there is a way to erase it
public record Held(
        String table,
        String query,
        Set<String> sealed,
        @Nullable String erasing,
        Map<String, String> instead,
        @Nullable Stays stays) {
    /// Why something is not erased.
    public enum Stays {
        /// What the office did, when and by whom: only ever added to, its texts sealed
        HISTORY,
        /// CAR-2: no complaint is ever removed
        COMPLAINT,
        /// Identity and deals of buyers are kept ten years
        TEN_YEARS
    }

    /// In the place of an erased text.
    public static final String GONE = "*";

    public static Held staying(String table, String query, Set<String> sealed, Stays stays) {
        return new Held(table, query, sealed, null, Map.of(), stays);
    }

    public static Held erased(
            String table, String query, Set<String> sealed, String erasing, Map<String, String> instead) {
        return new Held(table, query, sealed, erasing, instead, null);
    }
}

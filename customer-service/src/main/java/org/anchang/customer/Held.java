package org.anchang.customer;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// CUS-3, CUS-7: where a feature keeps what it has recorded about a customer, so that all of it can be counted,
/// shown to the person, and erased where nothing says that it stays.
///
/// @param what      in capitals, e.g. `VISITS`
/// @param table     in whose name its texts are sealed
/// @param query     `id` and `body`, a row as JSON, of each under `:records`, the oldest first
/// @param goesAlong CUS-3: of such a row, whether it is counted among what a merge takes along
/// @param sealed    the columns that are sealed
/// @param erasing   writes over what stands in the row `:id`; absent: it stays
/// @param instead   what is sealed in its place, by column, where there must be something
/// @param stays     why it stays, of buyers alone where there is a way to erase it
public record Held(
        String what,
        String table,
        String query,
        String goesAlong,
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

    /// The rows of a table that name a `customer`; they stay as history.
    public static Held in(String table, String what, String... sealed) {
        return new Held(
                what,
                table,
                "SELECT id, to_jsonb(one)::text AS body FROM " + table
                        + " one WHERE customer = ANY (:records) ORDER BY id",
                "true",
                Set.of(sealed),
                null,
                Map.of(),
                Stays.HISTORY);
    }

    /// Found by a query of their own.
    public Held by(String other) {
        return new Held(what, table, other, goesAlong, sealed, erasing, instead, stays);
    }

    /// @param condition on `body`
    public Held goingAlongIf(String condition) {
        return new Held(what, table, query, condition, sealed, erasing, instead, stays);
    }

    public Held erased(String statement, Map<String, String> left) {
        return new Held(what, table, query, goesAlong, sealed, statement, left, null);
    }

    public Held staysFor(Stays reason) {
        return new Held(what, table, query, goesAlong, sealed, erasing, instead, reason);
    }

    /// How many a merge takes along.
    public String count() {
        return "SELECT count(*) FROM (" + query + ") held WHERE " + goesAlong;
    }
}

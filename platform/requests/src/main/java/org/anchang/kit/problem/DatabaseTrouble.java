package org.anchang.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a failure that comes from the database means for the caller.
public final class DatabaseTrouble {
    private static final Set<String> NOT_TO_BE_RECORDED = Set.of("22001", "22008", "22021", "54000");

    private DatabaseTrouble() {}

    /// The refusal that `failure` amounts to, or null if the database has no part in it.
    public static @Nullable KitRefusal in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof jakarta.persistence.OptimisticLockException
                    || cause instanceof org.hibernate.StaleStateException) {
                return KitRefusal.CONFLICT_TRY_AGAIN;
            }
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
            // A commit that fails carries its reason as suppressed.
            for (var suppressed : cause.getSuppressed()) {
                var trouble = in(suppressed);
                if (trouble != null) {
                    return trouble;
                }
            }
        }
        return null;
    }

    /// Whether the same attempt may succeed later: the database could not be reached, or somebody was first.
    public static boolean isPassing(Throwable failure) {
        var trouble = in(failure);
        return trouble == KitRefusal.TEMPORARILY_UNAVAILABLE || trouble == KitRefusal.CONFLICT_TRY_AGAIN;
    }

    /// Whether the database could not be reached. A conflict is not meant: one that comes back each time would
    /// otherwise be tried for ever.
    public static boolean isOutOfReach(Throwable failure) {
        return in(failure) == KitRefusal.TEMPORARILY_UNAVAILABLE;
    }

    private static KitRefusal of(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null) {
            // The pool's own "no connection to be had".
            return KitRefusal.TEMPORARILY_UNAVAILABLE;
        }
        // 23505, 23P01: somebody else was first; 40xxx, 55P03: deadlock, serialization, lock not available.
        if (state.equals("23505") || state.equals("23P01") || state.startsWith("40") || state.equals("55P03")) {
            return KitRefusal.CONFLICT_TRY_AGAIN;
        }
        // A number, asked for or worked out of what was asked for, has more digits than its column.
        if (state.equals("22003")) {
            return KitRefusal.NUMBER_TOO_LARGE;
        }
        // What nobody looked at before: a text, date or moment that no column holds. A rule for it is missing, but the
        // request
        // is to blame. 54000: an entry too long for its index.
        if (NOT_TO_BE_RECORDED.contains(state)) {
            return KitRefusal.VALUE_NOT_RECORDABLE;
        }
        // 57014: the statement took longer than it may.
        if (state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("57014")
                || state.startsWith("53")
                || failure instanceof SQLTransientException) {
            return KitRefusal.TEMPORARILY_UNAVAILABLE;
        }
        return KitRefusal.FAILED;
    }
}

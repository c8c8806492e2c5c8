package org.anchang.customer.call;

import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TEL-1: a call that nobody took, its texts sealed; a task until somebody has called back and reached the caller.
record MissedCall(
        UUID id,
        String project,
        @Nullable String callerName,
        String phone,
        @Nullable String note,
        @Nullable UUID customer,
        Instant missedAt,
        String recordedBy,
        Instant recordedAt,
        MissedCallState state,
        int attempts,
        @Nullable String lastTriedBy,
        @Nullable Instant lastTriedAt,
        @Nullable String result) {
    /// Whether it still waits.
    public enum MissedCallState {
        OPEN,
        CALLED_BACK
    }

    /// What is known of it.
    ///
    /// @param phone    as it is dialled
    /// @param customer whose phone it is, where the project knows
    record Missed(
            String project,
            String phone,
            @Nullable String callerName,
            @Nullable String note,
            @Nullable UUID customer,
            Instant at) {}

    static MissedCall recorded(Missed missed, String by, Instant at, Sealing sealing) {
        var id = Ids.next();
        return new MissedCall(
                id,
                missed.project(),
                sealing.sealIfAny(missed.callerName(), place(id, "caller_name")),
                sealing.seal(missed.phone(), place(id, "phone")),
                sealing.sealIfAny(missed.note(), place(id, "note")),
                missed.customer(),
                missed.at(),
                by,
                at,
                MissedCallState.OPEN,
                0,
                null,
                null,
                null);
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return place(id, column);
    }

    static Place place(UUID call, String column) {
        return new Place("missed_call", column, call);
    }
}

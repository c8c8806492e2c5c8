package org.anchang.customer.call.message;

import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TEL-2: what a caller left for somebody who was not there, sealed; never altered but for the read mark, and for whom
/// it is when they are gone (TRK-7).
record Message(
        UUID id,
        String project,
        String recipient,
        @Nullable String callerName,
        @Nullable String phone,
        String body,
        String leftBy,
        Instant leftAt,
        @Nullable Instant readAt) {
    /// What was written down.
    ///
    /// @param phone as it is dialled
    record Left(
            String project,
            String recipient,
            @Nullable String callerName,
            @Nullable String phone,
            String text) {}

    static Message left(Left left, String by, Instant at, Sealing sealing) {
        var id = Ids.next();
        return new Message(
                id,
                left.project(),
                left.recipient(),
                sealing.sealIfAny(left.callerName(), place(id, "caller_name")),
                sealing.sealIfAny(left.phone(), place(id, "phone")),
                sealing.seal(left.text(), place(id, "body")),
                by,
                at,
                null);
    }

    /// Where the text of a column is sealed.
    static Place place(UUID message, String column) {
        return new Place("message", column, message);
    }
}

package org.anchang.customer.dispute;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// REC-6: something that the office did with the customer before the case was filed.
///
/// @param of     id of what it was; the customer's for the registration
/// @param person who did it: registered, received, followed up, took the call, decided
/// @param from   whose the customer was before, where that changed
/// @param to     whose the customer was at that, or after it
public record Evidence(
        EvidenceKind kind,
        @Nullable UUID of,
        Instant at,
        String person,
        @Nullable String from,
        @Nullable String to) {
    public enum EvidenceKind {
        REGISTERED,
        CALL,
        VISIT,
        FOLLOW_UP,
        OWNER_CHANGE
    }
}

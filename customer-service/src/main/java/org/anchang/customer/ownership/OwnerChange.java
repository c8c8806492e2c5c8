package org.anchang.customer.ownership;

import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-6, TRK-2: whose the customer was, whose they are now, why, and who decided. Never altered.
///
/// @param reason sealed; none where a rule decided, or somebody took the customer from the pool
/// @param pool   TRK-5: into or out of which named pool
record OwnerChange(
        UUID id,
        UUID customer,
        String project,
        String kind,
        String fromOwner,
        String toOwner,
        @Nullable String reason,
        String decidedBy,
        Instant decidedAt,
        @Nullable UUID pool) {
    static OwnerChange of(
            CustomerReassigned reassigned, @Nullable UUID pool, @Nullable String reason, Sealing sealing) {
        var id = Ids.next();
        return new OwnerChange(
                id,
                reassigned.customer(),
                reassigned.project(),
                reassigned.reason(),
                reassigned.from(),
                reassigned.to(),
                sealing.sealIfAny(reason, reasonOf(id)),
                reassigned.decidedBy(),
                reassigned.at(),
                pool);
    }

    static Place reasonOf(UUID change) {
        return new Place("owner_change", "reason", change);
    }
}

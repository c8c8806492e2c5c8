package org.anchang.customer.merging;

import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;

/// CUS-3: which record went into which, why, and who decided. Never altered.
///
/// @param reason sealed
record Merge(UUID id, String project, UUID customer, UUID merged, String reason, String mergedBy, Instant mergedAt) {
    static Merge of(CustomersMerged event, String reason, String by, Sealing sealing) {
        var id = Ids.next();
        return new Merge(
                id,
                event.project(),
                event.customer(),
                event.merged(),
                sealing.seal(reason, reasonOf(id)),
                by,
                event.at());
    }

    static Place reasonOf(UUID merge) {
        return new Place("customer_merge", "reason", merge);
    }
}

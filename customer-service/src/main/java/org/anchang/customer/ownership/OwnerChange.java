package org.anchang.customer.ownership;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-6, TRK-2: whose the customer was, whose they are now, why, and who decided. Never altered.
@Entity
class OwnerChange {
    @Id
    private UUID id;

    private UUID customer;
    private String project;
    private String kind;
    private String fromOwner;
    private String toOwner;
    private @Nullable String reason;
    private String decidedBy;
    private Instant decidedAt;
    private @Nullable UUID pool;

    @SuppressWarnings("NullAway.Init")
    protected OwnerChange() {}

    static OwnerChange of(CustomerReassigned reassigned, @Nullable String reason, Sealing sealing) {
        return of(reassigned, null, reason, sealing);
    }

    /// @param pool TRK-5: into or out of which named pool
    static OwnerChange of(
            CustomerReassigned reassigned, @Nullable UUID pool, @Nullable String reason, Sealing sealing) {
        var change = new OwnerChange();
        change.id = Ids.next();
        change.customer = reassigned.customer();
        change.project = reassigned.project();
        change.kind = reassigned.reason();
        change.fromOwner = reassigned.from();
        change.toOwner = reassigned.to();
        change.reason = sealing.sealIfAny(reason, change.reasonPlace());
        change.decidedBy = reassigned.decidedBy();
        change.decidedAt = reassigned.at();
        change.pool = pool;
        return change;
    }

    UUID id() {
        return id;
    }

    String fromOwner() {
        return fromOwner;
    }

    String toOwner() {
        return toOwner;
    }

    /// Sealed; none where a rule decided, or somebody took the customer from the pool.
    @Nullable
    String reason() {
        return reason;
    }

    Place reasonPlace() {
        return new Place("owner_change", "reason", id);
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /// TRK-5: into or out of which named pool.
    @Nullable
    UUID pool() {
        return pool;
    }
}

package org.anchang.customer.household;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-4: a family of whom several are customers, until it is dissolved. None is ever removed.
@Entity
class Household {
    @Id
    private UUID id;

    private String project;
    private String madeBy;
    private Instant madeAt;
    private @Nullable String dissolvedBy;
    private @Nullable Instant dissolvedAt;
    private @Nullable String dissolveReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Household() {}

    static Household made(String project, String by, Instant at) {
        var household = new Household();
        household.id = Ids.next();
        household.project = project;
        household.madeBy = by;
        household.madeAt = at;
        return household;
    }

    /// @param reason none where nobody was left but one
    void dissolve(@Nullable String reason, String by, Instant at, Sealing sealing) {
        dissolvedBy = by;
        dissolvedAt = at;
        dissolveReason = sealing.sealIfAny(reason, new Place("household", "dissolve_reason", id));
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }
}

package org.anchang.customer.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who may own customers of a project, until the post ends.
@Entity
class Consultant {
    @Id
    private UUID id;

    private String project;
    private String person;
    private String recordedBy;
    private Instant recordedAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Consultant() {}

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    String person() {
        return person;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}

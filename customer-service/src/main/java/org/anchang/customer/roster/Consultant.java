package org.anchang.customer.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/// Somebody who may own customers of a project.
@Entity
class Consultant {
    @Id
    private UUID id;

    private String project;
    private String person;
    private String recordedBy;
    private Instant recordedAt;

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

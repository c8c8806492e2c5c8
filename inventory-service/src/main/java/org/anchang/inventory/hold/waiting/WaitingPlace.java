package org.anchang.inventory.hold.waiting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.unit.UnitState;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// INV-5: a customer's place in the line for a unit. Read only: see [WaitingForUnits] and [WaitingLine].
@Entity
@Immutable
@Table(name = "waiting_listing")
class WaitingPlace {
    @Id
    private UUID id;

    private UUID unit;
    private String project;
    private String label;

    @Enumerated(EnumType.STRING)
    private UnitState state;

    private UUID customer;
    private @Nullable String customerName;
    private String consultant;
    private Instant joinedAt;
    private long ahead;
    private int told;
    private @Nullable Instant toldAt;
    private boolean hasTurn;
    private @Nullable Instant headStartUntil;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @SuppressWarnings("NullAway")
    protected WaitingPlace() {}

    UUID id() {
        return id;
    }

    UUID unit() {
        return unit;
    }

    String project() {
        return project;
    }

    String label() {
        return label;
    }

    /// Of the unit.
    UnitState state() {
        return state;
    }

    UUID customer() {
        return customer;
    }

    /// Masked; null while customer-service has not told it.
    @Nullable
    String customerName() {
        return customerName;
    }

    String consultant() {
        return consultant;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    /// How many are told before.
    long ahead() {
        return ahead;
    }

    /// How often.
    int told() {
        return told;
    }

    /// The last time.
    @Nullable
    Instant toldAt() {
        return toldAt;
    }

    /// Whether the unit is free, and this place is the one that was told of it last.
    boolean hasTurn() {
        return hasTurn;
    }

    /// By the clock of the database; null without the turn.
    @Nullable
    Instant headStartUntil() {
        return headStartUntil;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    String endReason() {
        return endReason;
    }
}

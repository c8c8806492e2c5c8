package org.anchang.inventory.hold;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.Pricing;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// INV-5: who has or had a unit, for whom, until when, and the price that was frozen. Read only: the database
/// decides
/// every change, see [HoldingUnits].
@Entity
@Immutable
@Table(name = "hold_listing")
public class Hold {
    @Id
    private UUID id;

    private UUID unit;
    private String project;
    private UUID customer;
    private String consultant;
    private Instant heldAt;
    private Instant expiresAt;
    private @Nullable UUID deal;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @Embedded
    private Pricing frozen;

    @SuppressWarnings("NullAway")
    protected Hold() {}

    public UUID id() {
        return id;
    }

    public UUID unit() {
        return unit;
    }

    public String project() {
        return project;
    }

    public UUID customer() {
        return customer;
    }

    public String consultant() {
        return consultant;
    }

    /// By the clock of the office.
    public Instant heldAt() {
        return heldAt;
    }

    /// By the clock of the database; counts only while no deal has claimed the hold.
    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable UUID deal() {
        return deal;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String endReason() {
        return endReason;
    }

    public Pricing frozen() {
        return frozen;
    }
}

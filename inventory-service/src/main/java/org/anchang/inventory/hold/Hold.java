package org.anchang.inventory.hold;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.Pricing;
import org.anchang.kit.money.Money;
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
    private @Nullable Instant pausedUntil;
    private @Nullable UUID deal;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @Embedded
    private Pricing frozen;

    private long takenAlong;
    private @Nullable Money floorTogether;

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

    /// While its clock stands still: when it goes on by itself, by the clock of the database.
    public @Nullable Instant pausedUntil() {
        return pausedUntil;
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

    /// INV-11: whether something goes with the home.
    boolean hasTakenAlong() {
        return takenAlong > 0;
    }

    /// INV-12: the sum of the floor prices that it froze, of the home and of what is priced apart; null where none is
    /// set.
    @Nullable
    Money floorTogether() {
        return floorTogether;
    }
}

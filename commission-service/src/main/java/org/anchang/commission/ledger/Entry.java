package org.anchang.commission.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.commission.PayoutPart;
import org.anchang.events.CommissionEvent;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// COM-4: one line of the ledger: what one consultant has earned, was paid, or gave back, for one reason.
@Entity
@Table(name = "commission_entry")
class Entry {
    /// What all lines of one event have alike.
    record Occasion(
            EntryKind kind,
            UUID deal,
            String reason,
            @Nullable Integer planVersion) {}

    @Id
    private UUID id;

    private UUID commission;
    private String project;
    private UUID deal;
    private String consultant;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private Money amount;
    private String reason;

    @Enumerated(EnumType.STRING)
    private @Nullable PayoutPart part;

    private @Nullable Integer planVersion;
    private LocalDate countsOn;
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected Entry() {}

    static Entry of(CommissionEvent event, Occasion occasion, CommissionEvent.Share share) {
        var entry = new Entry();
        entry.id = Ids.next();
        entry.commission = event.commission();
        entry.project = event.project();
        entry.deal = occasion.deal();
        entry.consultant = share.consultant();
        entry.kind = occasion.kind();
        entry.amount = Money.rounded(share.amount());
        entry.reason = occasion.reason().isEmpty() ? share.reason() : occasion.reason() + ": " + share.reason();
        entry.part = occasion.kind() == EntryKind.PAID ? PayoutPart.valueOf(share.reason()) : null;
        entry.planVersion = occasion.planVersion();
        entry.countsOn = OfficeClock.dateOf(event.at());
        entry.madeAt = event.at();
        return entry;
    }

    UUID id() {
        return id;
    }

    UUID commission() {
        return commission;
    }

    UUID deal() {
        return deal;
    }

    String consultant() {
        return consultant;
    }

    EntryKind kind() {
        return kind;
    }

    Money amount() {
        return amount;
    }

    String reason() {
        return reason;
    }

    /// Of what was paid out or taken back; absent for all other kinds.
    @Nullable
    PayoutPart part() {
        return part;
    }

    @Nullable
    Integer planVersion() {
        return planVersion;
    }

    LocalDate countsOn() {
        return countsOn;
    }

    Instant madeAt() {
        return madeAt;
    }
}

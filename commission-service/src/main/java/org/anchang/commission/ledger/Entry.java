package org.anchang.commission.ledger;

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
///
/// @param part of what was paid out or taken back; absent for all other kinds
record Entry(
        UUID id,
        UUID commission,
        String project,
        UUID deal,
        String consultant,
        EntryKind kind,
        @Nullable PayoutPart part,
        Money amount,
        String reason,
        @Nullable Integer planVersion,
        LocalDate countsOn,
        Instant madeAt) {
    /// What all lines of one event have alike.
    record Voucher(
            EntryKind kind,
            UUID deal,
            String reason,
            @Nullable Integer planVersion) {}

    static Entry of(CommissionEvent event, Voucher voucher, CommissionEvent.Share share) {
        return new Entry(
                Ids.next(),
                event.commission(),
                event.project(),
                voucher.deal(),
                share.consultant(),
                voucher.kind(),
                voucher.kind() == EntryKind.PAID ? PayoutPart.valueOf(share.reason()) : null,
                Money.rounded(share.amount()),
                voucher.reason().isEmpty() ? share.reason() : voucher.reason() + ": " + share.reason(),
                voucher.planVersion(),
                OfficeClock.dateOf(event.at()),
                event.at());
    }
}

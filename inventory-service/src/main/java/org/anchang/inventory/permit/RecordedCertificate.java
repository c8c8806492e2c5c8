package org.anchang.inventory.permit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.events.InventoryEvent.Certificate;
import org.jspecify.annotations.Nullable;

/// A certificate of a building as it stands on record.
///
/// @param validUntil its last day; absent where it has no end
public record RecordedCertificate(
        UUID id,
        UUID building,
        Certificate certificate,
        String number,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String recordedBy,
        Instant recordedAt) {
    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validUntil == null || !validUntil.isBefore(day));
    }
}

package org.anchang.inventory.sale.permit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.kit.name.Names;
import org.anchang.kit.sql.Prefix;
import org.jspecify.annotations.Nullable;

/// A certificate of a building as it stands on record.
///
/// @param validUntil its last day; absent where it has no end
/// @param revocation why it counts no longer, and from when
public record RecordedCertificate(
        UUID id,
        UUID building,
        Certificate certificate,
        String number,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Prefix("revocation") @Nullable Revocation revocation,
        String recordedBy,
        Instant recordedAt) {
    /// It was revoked, or put on record by mistake.
    ///
    /// @param from the first day on which it does not count
    public record Revocation(LocalDate from, String reason, String by, Instant at) {}

    /// Whether it is the pre-sale permit of that number, however it is written (INV-17).
    public boolean isPermit(String permit) {
        return certificate == Certificate.PRE_SALE && Names.key(number).equals(Names.key(permit));
    }

    /// INV-6: those of the five that a building does not have on that day, in their legal order.
    ///
    /// @param recorded all that the building has on record
    public static List<Certificate> missing(Collection<RecordedCertificate> recorded, LocalDate day) {
        var missing = EnumSet.allOf(Certificate.class);
        recorded.stream()
                .filter(certificate -> certificate.isValidOn(day))
                .forEach(certificate -> missing.remove(certificate.certificate()));
        return List.copyOf(missing);
    }

    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day)
                && (validUntil == null || !validUntil.isBefore(day))
                && (revocation == null || revocation.from().isAfter(day));
    }
}

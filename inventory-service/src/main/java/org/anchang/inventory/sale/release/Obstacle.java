package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.sale.permit.RecordedCertificate;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;

/// INV-6: why units of a building cannot be put on sale: certificates that it lacks, or a permit that is not its own.
///
/// @param code   CERTIFICATES_INCOMPLETE or PERMIT_IS_NOT_THE_BUILDINGS
public record Obstacle(
        InventoryRefusal code,
        UUID building,
        @Nullable List<Certificate> missing,
        @Nullable String permit) {
    /// What keeps units of the building from being sold on that day.
    ///
    /// @param recorded the certificates of the building
    /// @param permit   number of the pre-sale permit that has to be the building's own
    static Optional<Obstacle> in(
            UUID building, Collection<RecordedCertificate> recorded, String permit, LocalDate day) {
        var missing = RecordedCertificate.missing(recorded, day);
        if (!missing.isEmpty()) {
            return Optional.of(new Obstacle(InventoryRefusal.CERTIFICATES_INCOMPLETE, building, missing, null));
        }
        return recorded.stream().anyMatch(certificate -> certificate.isValidOn(day) && certificate.isPermit(permit))
                ? Optional.empty()
                : Optional.of(new Obstacle(InventoryRefusal.PERMIT_IS_NOT_THE_BUILDINGS, building, null, permit));
    }

    Refused refused() {
        var refused = refuse(code).with("building", building);
        if (missing != null) {
            return refused.with("missing", missing);
        }
        return permit == null ? refused : refused.with("permit", permit);
    }
}

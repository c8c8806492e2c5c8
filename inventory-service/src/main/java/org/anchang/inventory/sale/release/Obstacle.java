package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;

import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.InventoryRefusal;
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
    static Obstacle missing(UUID building, List<Certificate> missing) {
        return new Obstacle(InventoryRefusal.CERTIFICATES_INCOMPLETE, building, missing, null);
    }

    static Obstacle permit(UUID building, String permit) {
        return new Obstacle(InventoryRefusal.PERMIT_IS_NOT_THE_BUILDINGS, building, null, permit);
    }

    Refused refused() {
        var refused = refuse(code).with("building", building);
        if (missing != null) {
            return refused.with("missing", missing);
        }
        return permit == null ? refused : refused.with("permit", permit);
    }
}

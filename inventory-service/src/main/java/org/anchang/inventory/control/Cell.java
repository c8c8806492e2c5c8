package org.anchang.inventory.control;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.inventory.UnitState;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// A unit as the sales-control table shows it.
///
/// @param change INV-15: the change that waits for signatures, e.g. `SWAP`
/// @param row    the version of the unit itself
record Cell(
        UUID unit,
        UUID building,
        String section,
        String floor,
        String room,
        String label,
        String productType,
        UnitState state,
        @Nullable String layout,
        BigDecimal area,
        Money unitPrice,
        Money total,
        @Nullable String change,
        @JsonIgnore long row) {
    /// INV-14: as a consultant sees it.
    Cell seen(boolean asConsultant) {
        var seen = state.seen(asConsultant);
        return seen == state
                ? this
                : new Cell(
                        unit,
                        building,
                        section,
                        floor,
                        room,
                        label,
                        productType,
                        seen,
                        layout,
                        area,
                        unitPrice,
                        total,
                        change,
                        row);
    }
}

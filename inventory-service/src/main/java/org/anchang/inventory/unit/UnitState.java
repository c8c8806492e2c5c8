package org.anchang.inventory.unit;

import java.util.List;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent;

/// INV-3: where a unit stands between the drawing board and the housing authority.
public enum UnitState {
    /// Not released, so not for sale.
    CLOSED,
    AVAILABLE,
    /// Held for minutes by a consultant, or by a deal whose first money is on its way.
    HELD,
    /// A small deposit is paid.
    RESERVED,
    /// The full deposit is paid.
    SUBSCRIBED,
    CONTRACTED,
    /// Finally sold.
    FILED,
    /// Taken off sale by the manager.
    WITHHELD;

    /// INV-5: those of a unit for which somebody may stand in line: it is taken, and not for good.
    public static final List<UnitState> WAITED_FOR = Stream.of(values())
            .filter(state -> state.isTaken() && state != FILED)
            .toList();

    /// INV-2, INV-9: with a deposit at least it keeps its price, its layout and its type. The database's `is_sold`
    /// says the same.
    public boolean isSold() {
        return switch (this) {
            case RESERVED, SUBSCRIBED, CONTRACTED, FILED -> true;
            case CLOSED, AVAILABLE, HELD, WITHHELD -> false;
        };
    }

    /// Somebody holds it, or has bought it.
    public boolean isTaken() {
        return this == HELD || isSold();
    }

    /// INV-16: who may not know that a unit is withheld sees that it is not for sale, like one that was not
    /// released; never that it is sold.
    ///
    /// @param asConsultant whether the reader sees no more than a consultant does
    public UnitState seen(boolean asConsultant) {
        return asConsultant && this == WITHHELD ? CLOSED : this;
    }

    /// The state as the events name it.
    public InventoryEvent.UnitState told() {
        return InventoryEvent.UnitState.valueOf(name());
    }
}

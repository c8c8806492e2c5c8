package org.anchang.inventory.hold;

import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// INV-13: how it stands with the ticket for a unit that is kept for tickets. It is locked, so that holds of one
/// and the same ticket are made one after the other.
///
/// @param ticket        none was shown: null
/// @param isPresent     called, and its holder has appeared
/// @param quota         how many live holds it may have
/// @param slotsTaken    one of the quota each, by the live holds that it has
record ByTicket(@Nullable UUID ticket, boolean isPresent, boolean isForCustomer, int quota, Set<Integer> slotsTaken) {
    static final ByTicket NONE_SHOWN = new ByTicket(null, false, false, 0, Set.of());

    /// One that is not of this day.
    static ByTicket unknown(UUID ticket) {
        return new ByTicket(ticket, false, false, 0, Set.of());
    }

    /// The slot that a hold takes.
    OptionalInt freeSlot() {
        return IntStream.rangeClosed(1, quota)
                .filter(slot -> !slotsTaken.contains(slot))
                .findFirst();
    }
}

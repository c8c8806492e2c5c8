package org.anchang.inventory.opening.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.opening.TicketState;
import org.anchang.kit.Action;
import org.jspecify.annotations.Nullable;

/// A ticket as a caller may see it.
///
/// @param name        masked but for a site manager who looks at this ticket alone, as is `phone`
/// @param turn        its place in the queue, once the order is drawn
/// @param appearUntil until when its holder may appear
public record ShownTicket(
        UUID id,
        UUID day,
        String number,
        String name,
        String phone,
        @Nullable UUID customer,
        TicketState state,
        @Nullable Integer turn,
        int absences,
        @Nullable String desk,
        @Nullable Instant calledAt,
        @Nullable Instant appearUntil,
        List<Action> actions) {}

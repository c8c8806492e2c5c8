package org.anchang.inventory.opening;

import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.seal.Place;
import org.jspecify.annotations.Nullable;

/// INV-13: a queue ticket (排号) as it stands.
///
/// @param sealedName  who has it, sealed, as is `sealedPhone`
/// @param customer    whom it buys for; absent until somebody says so, and where it is none of the caller's (SEC-1)
/// @param turn        its place in the queue; behind it whoever was put there later
/// @param appearUntil until when a called one may appear, by the clock of the database
public record Ticket(
        UUID id,
        UUID day,
        String number,
        String sealedName,
        String sealedPhone,
        @Nullable UUID customer,
        TicketState state,
        @Nullable Integer turn,
        int absences,
        @Nullable String desk,
        @Nullable Instant calledAt,
        @Nullable Instant appearUntil) {
    /// One that is put on the list.
    ///
    /// @param name  in full; it is sealed where it is stored, as is `phone`
    public record Registered(
            String number,
            String name,
            String phone,
            @Nullable UUID customer) {}

    static Place nameOf(UUID id) {
        return new Place("ticket", "name", id);
    }

    /// CUS-6: where it is sealed why somebody did something with the ticket.
    public static Place wordsOf(UUID id) {
        return new Place("ticket", "words", id);
    }

    static Place phoneOf(UUID id) {
        return new Place("ticket", "phone", id);
    }

    /// Where the name is sealed.
    public Place namePlace() {
        return nameOf(id);
    }

    /// Where the phone is sealed.
    public Place phonePlace() {
        return phoneOf(id);
    }
}

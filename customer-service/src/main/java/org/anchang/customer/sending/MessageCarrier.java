package org.anchang.customer.sending;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// CAR-7, RPT-2: what takes messages to people. SMS and mail plug in behind the webhook, or as another one of these.
interface MessageCarrier {
    /// One message.
    ///
    /// @param id    the same for the same message, however often it is handed on: a carrier that knows it takes it
    ///              for done
    /// @param phone  of a customer, as it is dialled
    /// @param person of the office, by user name: how they are reached, the carrier knows
    record Parcel(
            UUID id,
            String project,
            MessageKind kind,
            @Nullable String phone,
            @Nullable String person,
            String text) {}

    enum Carried {
        TAKEN,
        /// It will not be taken
        REFUSED,
        /// It has certainly not been taken, and may be later
        NOT_REACHED,
        /// It may have been taken
        NOT_KNOWN
    }

    /// As it stands in the record of what was sent.
    String name();

    /// In bounded time, and never with an exception: what cannot be told is [Carried#NOT_KNOWN].
    Carried carry(Parcel parcel);
}

package org.anchang.customer.phone;

import java.util.UUID;
import org.anchang.kit.seal.Place;

/// A phone that counts.
///
/// @param customer whose it is now
/// @param phone    opened: digits, and behind a landline's its extension after a `-`
public record KnownPhone(UUID id, UUID customer, String phone, PhoneKind kind) {
    public static Place place(UUID id) {
        return new Place("known_phone", "phone", id);
    }
}

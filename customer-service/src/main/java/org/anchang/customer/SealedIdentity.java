package org.anchang.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.anchang.kit.seal.Place;

/// A customer's name and phone as they are kept: sealed, and the name findable by its fingerprint.
@Embeddable
public record SealedIdentity(
        @Column(name = "name") String name,
        @Column(name = "name_fingerprint") String nameFingerprint,
        @Column(name = "phone") String phone) {
    /// Where the name of the customer with the id is sealed.
    public static Place nameOf(UUID customer) {
        return new Place("customer", "name", customer);
    }

    /// Where the phone is sealed.
    public static Place phoneOf(UUID customer) {
        return new Place("customer", "phone", customer);
    }
}

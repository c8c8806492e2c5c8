package org.anchang.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.anchang.kit.seal.Place;

/// A customer's name as it is kept: sealed, and findable by its fingerprint. Phones stand apart: a visitor may have
/// none, and a customer several (CUS-10).
@Embeddable
public record SealedIdentity(
        @Column(name = "name") String name,
        @Column(name = "name_fingerprint") String nameFingerprint) {
    /// Where the name of the customer with the id is sealed.
    public static Place nameOf(UUID customer) {
        return new Place("customer", "name", customer);
    }
}

package org.anchang.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// A customer's name and phone as they are kept: sealed, and the name findable by its fingerprint.
@Embeddable
public record SealedIdentity(
        @Column(name = "name") String name,
        @Column(name = "name_fingerprint") String nameFingerprint,
        @Column(name = "phone") String phone) {}

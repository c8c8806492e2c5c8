package org.anchang.customer.dossier.consent;

/// CUS-7: for what something about a person is kept. All but the ordinary needs their consent.
public enum Purpose {
    /// What an office must know to sell a home
    ORDINARY,
    HEALTH,
    FAMILY,
    CHILDREN,
    /// Memberships and the like, which tell what somebody believes
    BELIEFS,
    /// Words of one's own about the person
    FREE_TEXT;

    public boolean needsConsent() {
        return this != ORDINARY;
    }
}

package org.anchang.customer.sending;

/// Why a message did not go out, or may not have.
public enum MessageTrouble {
    NO_CONSENT,
    NO_PHONE,
    /// The carrier said no
    REFUSED,
    /// The carrier could not be reached, several times
    NOT_REACHED,
    /// It was handed on, and nobody noted how that ended
    NOT_NOTED
}

package org.anchang.customer.sending;

/// How far a message has come.
public enum MessageState {
    /// For its turn, or for the end of the quiet hours
    WAITING,
    /// It is being handed on at this moment
    SENDING,
    /// The carrier has taken it
    SENT,
    /// The carrier has not taken it
    FAILED,
    /// Nobody knows whether the carrier took it: it does not go out again by itself
    UNKNOWN,
    /// The customer has withdrawn the consent meanwhile, or has no phone any more
    LEFT_OUT
}

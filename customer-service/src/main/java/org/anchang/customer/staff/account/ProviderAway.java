package org.anchang.customer.staff.account;

/// The identity provider does not answer, or does not do what it is told.
public class ProviderAway extends RuntimeException {
    public ProviderAway(String message) {
        super(message);
    }

    ProviderAway(Throwable cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    }
}

package org.anchang.customer.staff.account;

/// Keycloak's "no".
final class KeycloakAnswer extends ProviderAway {
    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;

    private final int status;
    private final String said;

    KeycloakAnswer(int status, String said) {
        super("Keycloak answers " + status + " " + said.strip());
        this.status = status;
        this.said = said;
    }

    /// Somebody else was first.
    boolean isConflict() {
        return status == CONFLICT;
    }

    /// The account has had this password: an earlier attempt came so far.
    boolean isOfPasswordHistory() {
        return status == BAD_REQUEST && said.contains("PasswordHistory");
    }
}

package org.anchang.client;

import java.io.IOException;

/// The identity provider gave no token. It says so too while it cannot tell, as without its database: whoever has
/// patience asks again.
public final class SignInRefused extends IOException {
    private final int status;
    private final String answer;

    SignInRefused(String person, int status, String answer) {
        super("no token for %s: %d %s".formatted(person, status, answer));
        this.status = status;
        this.answer = answer;
    }

    public int status() {
        return status;
    }

    /// What it answered.
    public String answer() {
        return answer;
    }

    /// Whether it meant it: without its database Keycloak answers 400 `unknown_error`.
    public boolean isMeant() {
        return status < 500 && !answer.contains("unknown_error");
    }
}

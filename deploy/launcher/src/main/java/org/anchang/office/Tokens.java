package org.anchang.office;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.anchang.backing.BackingFailure;
import org.anchang.client.SignInRefused;
import org.anchang.client.SignIns;

/// Access tokens of the demo users, however long the identity provider takes to come back.
final class Tokens implements AutoCloseable {
    private static final String PASSWORD = "anchang";
    /// The identity provider has gone with its database, or comes again with it.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final SignIns signIns;

    Tokens(URI issuer) {
        signIns = new SignIns(issuer, SignIns.OFFICE, PASSWORD);
    }

    String of(String user) {
        var end = Instant.now().plus(PATIENCE);
        try {
            while (true) {
                try {
                    return signIns.token(user);
                } catch (IOException e) {
                    if (Instant.now().isAfter(end) || e instanceof SignInRefused refused && refused.isMeant()) {
                        throw new BackingFailure("Keycloak gives no token to %s: %s".formatted(user, e), e);
                    }
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingFailure("interrupted while signing in " + user, e);
        }
    }

    @Override
    public void close() {
        signIns.close();
    }
}

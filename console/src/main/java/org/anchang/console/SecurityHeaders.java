package org.anchang.console;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// What every answer tells the browser not to do.
@ApplicationScoped
class SecurityHeaders {
    /// Before anybody answers.
    private static final int FIRST = -1_000;
    /// Styles are set on elements by the pages' own code; everything else comes from here.
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    void routes(@Observes Router router) {
        router.route("/*").order(FIRST).handler(context -> {
            context.response()
                    .putHeader("Content-Security-Policy", POLICY)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "same-origin");
            context.next();
        });
    }
}

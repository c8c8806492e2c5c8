package org.anchang.rehearsal.load;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/// Where load goes to: over TLS where the address says `https`, to the port of its scheme where it names none, below
/// its path where it has one.
final class Destination {
    private static final String TLS = "https";
    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    private final String host;
    private final int port;
    private final boolean tls;
    private final String prefix;

    private Destination(URI address) {
        host = address.getHost();
        tls = address.getScheme().equals(TLS);
        port = address.getPort() >= 0 ? address.getPort() : tls ? TLS_PORT : PLAIN_PORT;
        prefix = address.getRawPath().replaceAll("/+$", "");
    }

    /// @throws IllegalArgumentException where it is neither `http` nor `https`: a token must not go anywhere else
    static Destination of(URI address) {
        var scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("http") && !scheme.equals(TLS) || address.getHost() == null) {
            throw new IllegalArgumentException("an address begins with http:// or https:// and a host, not " + address);
        }
        return new Destination(address);
    }

    RequestOptions request(HttpMethod method, String path) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(host)
                .setPort(port)
                .setSsl(tls)
                .setURI(prefix + path);
    }
}

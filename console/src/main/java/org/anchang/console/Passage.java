package org.anchang.console;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Passes what the pages ask on to the office: with the person's token instead of the session's cookies, and both ways
/// without looking inside, streams too.
@ApplicationScoped
class Passage {
    private static final String PREFIX = "/console";
    /// As `application.properties` lets it through.
    private static final List<String> FOR_ANYBODY =
            List.of(PREFIX + "/api/v1/survey-answers/", PREFIX + "/api/v1/guest-links/");
    /// The gateway's limits count: a stream keeps its own for as long as the screen is on.
    private static final int CONNECTIONS = 5000;

    /// Where the office is reached.
    @ConfigProperty(name = "anchang.gateway.url")
    URI gateway;

    @Inject
    Vertx vertx;

    void routes(@Observes Router router) {
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl("https".equals(gateway.getScheme()))
                .setConnectTimeout(2_000)
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAliveTimeout(30));
        var proxy =
                HttpProxy.reverseProxy(client).origin(port(), gateway.getHost()).addInterceptor(new WithoutPrefix());
        router.route(PREFIX + "/api/v1/*").handler(context -> pass(context, proxy));
    }

    private static void pass(RoutingContext context, HttpProxy proxy) {
        if (!isOfThisSite(context.request())) {
            // A page of somebody else's cannot act in the name of whoever is signed in here.
            context.response().setStatusCode(403).end();
            return;
        }
        if (FOR_ANYBODY.stream().anyMatch(context.normalizedPath()::startsWith)) {
            // CAR-3, CAR-4: whoever holds the link has no account, and who has one answers as anybody.
            context.request().headers().remove("Authorization").remove("Cookie");
            proxy.handle(context.request());
            return;
        }
        var identity = QuarkusHttpUser.getSecurityIdentityBlocking(context, null);
        var token = identity.getCredential(AccessTokenCredential.class).getToken();
        context.request().headers().set("Authorization", "Bearer " + token).remove("Cookie");
        proxy.handle(context.request());
    }

    /// Browsers say where a request comes from, older ones by its origin alone.
    static boolean isOfThisSite(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader("Origin");
        return origin == null || origin.equals(request.scheme() + "://" + request.authority());
    }

    private int port() {
        if (gateway.getPort() > 0) {
            return gateway.getPort();
        }
        return "https".equals(gateway.getScheme()) ? 443 : 80;
    }

    /// The office knows its addresses without the console's prefix.
    private static final class WithoutPrefix implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            request.setURI(request.getURI().substring(PREFIX.length()));
            return context.sendRequest();
        }
    }
}

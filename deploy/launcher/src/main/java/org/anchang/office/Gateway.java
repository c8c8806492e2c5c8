package org.anchang.office;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.anchang.backing.BackingFailure;

/// One address for all five services: routes by [Routes], takes the replicas of a service in turn, passes over one
/// that does not answer the phone, and streams both ways without looking inside.
final class Gateway implements AutoCloseable {

    private static final long CONNECT_MILLIS = 1000;
    private static final int CONNECTIONS_PER_REPLICA = 256;

    private final int port;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    private final Routes routes = new Routes();
    private final Map<Application, HttpProxy> proxies = new EnumMap<>(Application.class);
    private final Map<Application, AtomicInteger> turns = new EnumMap<>(Application.class);

    /// @param replicas the ports of a service's replicas at this moment
    Gateway(int port, Function<Application, List<Integer>> replicas) {
        this.port = port;
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(CONNECT_MILLIS))
                .setMaxPoolSize(CONNECTIONS_PER_REPLICA)
                .setKeepAliveTimeout(30));
        for (var application : Application.values()) {
            turns.put(application, new AtomicInteger());
            proxies.put(
                    application,
                    HttpProxy.reverseProxy(client)
                            .origin(context ->
                                    connect(context.client(), inTurn(application, replicas.apply(application))))
                            .addInterceptor(new Passing()));
        }
    }

    /// Listens on 127.0.0.1; returns when it does.
    Gateway start() {
        // HTTP/1 only: a body of unknown length that comes in by HTTP/2 cannot be passed on by HTTP/1.
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(this::handle);
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BackingFailure("the gateway cannot listen on port " + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // Its threads are daemons: they end with the JVM.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpServerRequest request) {
        routes.of(request.uri())
                .ifPresentOrElse(
                        route ->
                                requireNonNull(proxies.get(route.application())).handle(request),
                        () -> request.response()
                                .setStatusCode(Problem.NOT_FOUND.status)
                                .putHeader("Content-Type", "application/problem+json")
                                .end(Problem.NOT_FOUND.in(request)));
    }

    /// The replicas, beginning with another one each time.
    private List<Integer> inTurn(Application application, List<Integer> ports) {
        if (ports.size() < 2) {
            return ports;
        }
        var first = Math.floorMod(requireNonNull(turns.get(application)).getAndIncrement(), ports.size());
        var turned = new ArrayList<>(ports.subList(first, ports.size()));
        turned.addAll(ports.subList(0, first));
        return turned;
    }

    /// The first replica that takes the connection. Nothing of the request has been sent before, so this is safe.
    private static Future<HttpClientRequest> connect(HttpClient client, List<Integer> ports) {
        var attempt = Future.<HttpClientRequest>failedFuture("no replica");
        for (var next : ports) {
            attempt = attempt.recover(_ ->
                    client.request(new RequestOptions().setHost("127.0.0.1").setPort(next)));
        }
        return attempt;
    }

    /// In the form of the services' own problem documents.
    private enum Problem {
        NOT_FOUND(404, "No service has this address.", "没有服务使用此地址。"),
        TEMPORARILY_UNAVAILABLE(503, "The service cannot answer at this moment; try again shortly.", "服务暂时无法响应,请稍后再试。");

        private final int status;
        private final String english;
        private final String chinese;

        Problem(int status, String english, String chinese) {
            this.status = status;
            this.english = english;
            this.chinese = chinese;
        }

        Buffer in(HttpServerRequest request) {
            var languages = request.getHeader("Accept-Language");
            return new JsonObject()
                    .put(
                            "type",
                            "urn:anchang:problem:"
                                    + name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("status", status)
                    .put("title", languages != null && languages.startsWith("zh") ? chinese : english)
                    .put("instance", request.path())
                    .put("code", name())
                    .put("rule", "-")
                    .toBuffer();
        }
    }

    /// Gives the service the path it knows, and the caller a problem document where the service is away.
    private final class Passing implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            routes.of(request.getURI()).ifPresent(route -> request.setURI(route.path()));
            return context.sendRequest()
                    .recover(_ -> Future.succeededFuture(request.release()
                            .response()
                            .setStatusCode(Problem.TEMPORARILY_UNAVAILABLE.status)
                            .putHeader("Content-Type", "application/problem+json")
                            .putHeader("Retry-After", "1")
                            .setBody(Body.body(Problem.TEMPORARILY_UNAVAILABLE.in(request.proxiedRequest())))));
        }
    }
}

package org.anchang.office.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What stands behind a gateway under test: it frames its answers as a service may, and takes its time where
/// it is told.
final class Peer implements AutoCloseable {

    static final Set<String> SERVICES = Set.of(
            "customer-service",
            "inventory-service",
            "deal-service",
            "approval-service",
            "commission-service",
            "reporting-service");

    private static final String MEGABYTE = "x".repeat(1 << 20);

    /// What it was asked, by method and address.
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    /// Requests under way.
    final AtomicInteger open = new AtomicInteger();

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    Peer() {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::handle)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        asked.add(request.method() + " " + request.uri());
        open.incrementAndGet();
        var response = request.response();
        response.endHandler(_ -> open.decrementAndGet());
        var path = request.path();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "not-modified" ->
                response.setStatusCode(304).putHeader("ETag", "W/\"7\"").end();
            case "not-modified-of-some-length" ->
                response.setStatusCode(304).putHeader("Content-Length", "12").end();
            case "no-content" -> response.setStatusCode(204).end();
            case "of-known-length" -> response.putHeader("Content-Length", "5").end("hello");
            case "in-chunks" -> response.setChunked(true).end("hello");
            case "changes" ->
                response.setChunked(true)
                        .putHeader("Content-Type", "text/event-stream")
                        .write(": open\n\n");
            case "never" -> {}
            case "not-signed-in" -> response.setStatusCode(401).end("{}");
            case "endless" -> endless(request);
            default -> request.body().onSuccess(body -> response.end("read " + body.length()));
        }
    }

    private static void endless(HttpServerRequest request) {
        var response = request.response().setChunked(true);
        response.drainHandler(_ -> response.write(MEGABYTE));
        response.write(MEGABYTE);
    }
}

package org.anchang.office.gateway;

import static java.util.Objects.requireNonNull;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.anchang.backing.BackingFailure;

/// One address for all services and the console: routes by [Routes], takes the replicas of a service in turn, passes
/// over one that does not answer the phone, and streams both ways without looking inside. [Limits] says what callers
/// may use of it.
public final class Gateway implements AutoCloseable {

    /// What the console is asked for as, beside the services.
    public static final String CONSOLE = "console";

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(1);

    /// Where a caller goes away in the midst of an answer, vert.x writes once more into the closed connection, and
    /// Netty fills the console with how that failed; the caller's going is what counts, and Exchange sees it.
    private static final Logger AFTER_THE_END = Logger.getLogger("io.netty.util.internal.PromiseNotificationUtil");

    static {
        AFTER_THE_END.setLevel(Level.OFF);
    }

    private final int port;
    private final Function<String, List<Integer>> replicas;
    private final Limits limits;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    private final HttpClient client;
    private final Routes routes;
    private final Callers callers;
    private final Map<String, Upstream.Crowd> crowds = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();

    /// @param services their names, which the table of routes knows them by
    /// @param replicas the ports of the replicas of a service, or the console, at this moment
    public Gateway(int port, Set<String> services, Function<String, List<Integer>> replicas) {
        this(port, services, replicas, Limits.USUAL);
    }

    Gateway(int port, Set<String> services, Function<String, List<Integer>> replicas, Limits limits) {
        this.port = port;
        this.replicas = replicas;
        this.limits = limits;
        routes = new Routes(services);
        callers = new Callers(limits);
        var all = new HashSet<>(services);
        all.add(CONSOLE);
        for (var service : all) {
            crowds.put(
                    service,
                    new Upstream.Crowd(
                            new Seats(vertx, limits.requests(), limits.waiting(), limits.patience()),
                            new Seats(vertx, limits.uploads(), limits.uploads(), limits.patience()),
                            new Seats(vertx, limits.streams())));
        }
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(CONNECTED_WITHIN.toMillis()))
                // Who may come at once is settled before: nobody waits for a connection.
                .setMaxPoolSize(limits.connections())
                .setKeepAliveTimeout(30));
    }

    /// Listens on 127.0.0.1; returns when it does.
    public Gateway start() {
        var listening = Promise.<HttpServer>promise();
        // One event loop for all: what is counted is counted by one thread.
        vertx.getOrCreateContext().runOnContext(_ -> {
            vertx.setPeriodic(limits.look().toMillis(), _ -> callers.look());
            server().listen().onComplete(listening);
        });
        try {
            listening.future().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
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

    private HttpServer server() {
        // HTTP/1 only: a body of unknown length that comes in by HTTP/2 cannot be passed on by HTTP/1.
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setHandle100ContinueAutomatically(true)
                        .setHttp2ClearTextEnabled(false))
                .connectionHandler(callers::add)
                .requestHandler(this::handle)
                .invalidRequestHandler(Gateway::refuseInvalid);
    }

    private void handle(HttpServerRequest request) {
        if (!PlainPath.is(request.uri())) {
            callers.refuse(request, Problem.ADDRESS_NOT_PLAIN);
            return;
        }
        routes.of(request.uri())
                .ifPresentOrElse(
                        route -> callers.ask(request, upstream(route)),
                        () -> callers.refuse(request, Problem.NOT_FOUND));
    }

    /// Its connection ends with the answer: where the next request would begin is not known.
    private static void refuseInvalid(HttpServerRequest request) {
        var problem =
                switch (request.decoderResult().cause()) {
                    case TooLongHttpLineException _ -> Problem.ADDRESS_TOO_LONG;
                    case TooLongHttpHeaderException _ -> Problem.HEADERS_TOO_LARGE;
                    default -> Problem.REQUEST_NOT_UNDERSTOOD;
                };
        problem.answer(request, true);
        request.connection().close();
    }

    private Upstream upstream(Routes.Route route) {
        return new Upstream(client, requireNonNull(crowds.get(route.service())), route.path(), inTurn(route.service()));
    }

    /// The replicas, beginning with another one each time.
    private List<Integer> inTurn(String service) {
        var ports = replicas.apply(service);
        if (ports.size() < 2) {
            return ports;
        }
        var first = turns.merge(service, 0, (turn, _) -> (turn + 1) % ports.size());
        var turned = new ArrayList<>(ports.subList(first, ports.size()));
        turned.addAll(ports.subList(0, first));
        return turned;
    }
}

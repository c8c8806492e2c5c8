package org.anchang.rehearsal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.rehearsal.load.Arrivals.Curve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final Duration STALL = Duration.ofMillis(600);

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(1));
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private Sender sender;

    /// Answers by path; at `/stall` the whole server stands still at the hundredth request.
    @BeforeEach
    void open() throws Exception {
        var server = vertx.createHttpServer()
                .requestHandler(request -> {
                    keys.add(String.valueOf(request.getHeader("Idempotency-Key")));
                    var response = request.response();
                    switch (request.path()) {
                        case "/taken" -> response.setStatusCode(409).end("{}");
                        case "/broken" -> response.setStatusCode(500).end("{}");
                        case "/gone" -> request.connection().close();
                        default -> {
                            if (asked.incrementAndGet() == 100 && request.path().equals("/stall")) {
                                standStill();
                            }
                            response.setStatusCode(201).end("{\"id\":\"7\"}");
                        }
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        sender = new Sender(URI.create("http://127.0.0.1:" + server.actualPort()));
    }

    @AfterEach
    void close() {
        sender.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    @DisplayName("Latency counts from when a request was to be sent: a server that stands still is not flattered")
    void noCoordinatedOmission() {
        var result = sender.byPlan(
                Arrivals.of(Curve.CONSTANT, 400, Duration.ofSeconds(2)), number -> shot("/stall", number));

        assertThat(result.granted()).isEqualTo(400);
        // 120 of the 400 were due while the server stood still.
        assertThat(result.millisAt(99)).isGreaterThan(STALL.toMillis() * 0.8);
        assertThat(result.millisAt(85)).isGreaterThan(STALL.toMillis() * 0.2);
        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("Granted, refused, failed and unanswered requests are told apart; every one has a key of its own")
    void counts() {
        var paths = new String[] {"/granted", "/taken", "/broken", "/gone"};
        var result = sender.byPlan(
                Arrivals.of(Curve.CONSTANT, 40, Duration.ofMillis(200)), number -> shot(paths[number % 4], number));

        assertThat(result.granted()).isEqualTo(10);
        assertThat(result.refused()).isEqualTo(10);
        assertThat(result.failed()).isEqualTo(10);
        assertThat(result.unknown()).isEqualTo(10);
        assertThat(result.grants()).hasSize(10).allMatch(grant -> grant.answer().equals("{\"id\":\"7\"}"));
        assertThat(keys).hasSize(40);
    }

    @Test
    @DisplayName("Clients that wait for their answers send every request once, or as many as the time allows")
    void clients() {
        assertThat(sender.all(4, 57, number -> shot("/granted", number)).sent()).isEqualTo(57);
        assertThat(sender.all(4, 0, number -> shot("/granted", number)).sent()).isZero();

        var timed = sender.byClients(4, Duration.ofMillis(300), number -> shot("/granted", number));
        assertThat(timed.granted()).isPositive();
        assertThat(timed.elapsed()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    private static void standStill() {
        try {
            Thread.sleep(STALL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Shot shot(String path, int number) {
        return new Shot(path, "token", "key-" + path + number, "{}", "unit");
    }
}

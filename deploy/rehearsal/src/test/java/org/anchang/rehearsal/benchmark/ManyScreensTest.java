package org.anchang.rehearsal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ManyScreensTest {
    private static final int SCREENS = 150;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(1));
    private final List<HttpServerResponse> lines = new CopyOnWriteArrayList<>();
    private URI stream;

    @BeforeEach
    void open() throws Exception {
        var server = vertx.createHttpServer()
                .requestHandler(request -> {
                    var line = request.response().setChunked(true);
                    line.write(":\n\n");
                    lines.add(line);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        stream = URI.create("http://127.0.0.1:" + server.actualPort() + "/changes");
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    @DisplayName(
            "A unit counts once for each stream that shows it, from when it was sent, also where an event comes in halves")
    void counts() throws Exception {
        try (var screens = new ManyScreens(stream, _ -> "x", SCREENS, 10)) {
            assertThat(lines).hasSize(SCREENS);
            screens.sends(7);
            screens.sends(8);
            var events = event(7) + event(9) + event(8) + event(7);

            say(events.substring(0, event(7).length() + 40));
            assertThat(awaitSeen(screens, SCREENS)).isEqualTo(SCREENS);
            say(events.substring(event(7).length() + 40));

            assertThat(awaitSeen(screens, 2 * SCREENS)).isEqualTo(2 * SCREENS);
            assertThat(screens.delays().getTotalCount()).isEqualTo(2 * SCREENS);
        }
    }

    private static long awaitSeen(ManyScreens screens, long units) {
        for (var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                screens.seen() < units && System.nanoTime() < patience; ) {
            Thread.onSpinWait();
        }
        return screens.seen();
    }

    private void say(String text) {
        vertx.runOnContext(_ -> lines.forEach(line -> line.write(text)));
    }

    private static String event(int unit) {
        return "id:5\ndata:{\"unit\":\"" + Stock.unit(unit) + "\",\"state\":\"HELD\",\"version\":5}\n\n";
    }
}

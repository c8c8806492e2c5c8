package org.anchang.rehearsal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListenersTest {
    @Test
    @DisplayName("A screen that is told to read the table again sees there what the stream has not shown")
    void readsAgain() throws Exception {
        var vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(1));
        try {
            var server = vertx.createHttpServer()
                    .requestHandler(request -> {
                        var answer = request.response().setChunked(true);
                        switch (request.uri()) {
                            case "/table/changes" ->
                                answer.write(event("held-1") + "event:reload\nid:5\ndata:{\"version\":5}\n\n");
                            case "/table?state=HELD" ->
                                answer.end("{\"units\":[{\"unit\":\"held-1\"},{\"unit\":\"held-2\"}]}");
                            default -> answer.setStatusCode(404).end();
                        }
                    })
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            var office = URI.create("http://127.0.0.1:" + server.actualPort());

            try (var screens = new Listeners(office, "/table/changes", number -> "token-" + number, 3)) {
                var delays = screens.delays(List.of(granted("held-1"), granted("held-2")));

                assertThat(delays.missed()).isZero();
                assertThat(delays.histogram().getTotalCount()).isEqualTo(6);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String event(String unit) {
        return "id:4\ndata:{\"unit\":\"" + unit + "\",\"state\":\"HELD\",\"version\":4}\n\n";
    }

    private static Result.Grant granted(String unit) {
        return new Result.Grant(new Shot("/holds", "token", null, "{}", unit), System.nanoTime(), "");
    }
}

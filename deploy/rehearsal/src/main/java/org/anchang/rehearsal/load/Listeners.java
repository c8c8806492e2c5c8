package org.anchang.rehearsal.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/// Open streams of the sales-control table's changes, as on the screens of a sales hall, which note when they saw a
/// unit become held.
public final class Listeners implements AutoCloseable {
    private static final Pattern UNIT = Pattern.compile("\"unit\":\"([^\"]+)\"");
    private static final String READ_AGAIN = "event:reload";
    private static final String HELD = "\"state\":\"HELD\"";

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final List<Map<String, Long>> seen = new ArrayList<>();
    private final HttpClient http;
    private final Destination destination;
    private final String path;
    private final IntFunction<String> token;

    /// Opens them and returns when all are open.
    ///
    /// @param path  of the stream
    /// @param token by which the stream of that number is opened: a person may have some streams, and no more
    /// @throws IllegalArgumentException if the office's address is neither `http` nor `https`
    public Listeners(URI office, String path, IntFunction<String> token, int streams) {
        destination = Destination.of(office);
        this.path = path;
        this.token = token;
        http = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(Math.max(1, 2 * streams)).setConnectTimeout(5_000));
        var open = new CountDownLatch(streams);
        for (int i = 0; i < streams; i++) {
            var mine = new HashMap<String, Long>();
            seen.add(mine);
            open(i, mine, open::countDown);
        }
        try {
            if (!open.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("only " + (streams - open.getCount()) + " of " + streams
                        + " streams of changes opened at " + office + path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A stream ends with the token by which it was asked for; it is opened again at once, by the next one, and what it
    /// missed meanwhile is read.
    private void open(int number, Map<String, Long> mine, Runnable isOpen) {
        Runnable table =
                () -> http.request(get(destination, path.replace("/changes", "?state=HELD"), token.apply(number)))
                        .compose(request -> request.send())
                        .compose(answer -> answer.body())
                        .onSuccess(units -> seeAll(units, mine));
        http.request(get(destination, path, token.apply(number)).putHeader("Accept", "text/event-stream"))
                .compose(request -> request.send())
                .onSuccess(response -> {
                    var rest = new StringBuilder();
                    response.handler(part -> read(rest, part, mine, table));
                    if (response.statusCode() == 200) {
                        isOpen.run();
                        response.endHandler(_ -> open(number, mine, table));
                    }
                });
    }

    /// How long it took from the sending of a request that got its unit until every stream showed it, in
    /// microseconds.
    ///
    /// @param missed counts what a stream has not shown
    public record Delays(Histogram histogram, long missed) {}

    /// Joins what the streams saw with what was granted; waits a little for the last changes.
    public Delays delays(List<Result.Grant> grants) {
        Delays found;
        var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        do {
            found = onLoop(grants);
        } while (found.missed() > 0 && System.nanoTime() < patience && paused());
        return found;
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // Its thread is a daemon: it ends with the JVM.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Delays onLoop(List<Result.Grant> grants) {
        var answer = new CompletableFuture<Delays>();
        loop.runOnContext(_ -> answer.complete(joined(grants)));
        return answer.join();
    }

    private Delays joined(List<Result.Grant> grants) {
        var delays = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
        long missed = 0;
        for (var grant : grants) {
            for (var stream : seen) {
                var at = stream.get(grant.shot().about());
                if (at == null) {
                    missed++;
                } else {
                    delays.recordValue(Math.max(0, (at - grant.sentAt()) / 1_000));
                }
            }
        }
        return new Delays(delays, missed);
    }

    /// @param table reads the table, where more has changed than the stream shows one by one
    private static void read(StringBuilder rest, Buffer part, Map<String, Long> seen, Runnable table) {
        var now = System.nanoTime();
        rest.append(part.toString(StandardCharsets.UTF_8));
        for (int end; (end = rest.indexOf("\n")) >= 0; ) {
            var line = rest.substring(0, end);
            rest.delete(0, end + 1);
            if (line.equals(READ_AGAIN)) {
                table.run();
            } else if (line.contains(HELD)) {
                var unit = UNIT.matcher(line);
                if (unit.find()) {
                    seen.putIfAbsent(unit.group(1), now);
                }
            }
        }
    }

    private static void seeAll(Buffer heldUnits, Map<String, Long> seen) {
        var now = System.nanoTime();
        var units = UNIT.matcher(heldUnits.toString(StandardCharsets.UTF_8));
        while (units.find()) {
            seen.putIfAbsent(units.group(1), now);
        }
    }

    private static RequestOptions get(Destination destination, String path, String token) {
        return destination.request(HttpMethod.GET, path).putHeader("Authorization", "Bearer " + token);
    }

    private static boolean paused() {
        try {
            Thread.sleep(200);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.anchang.rehearsal.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// Sends load and measures its answers; all of it is done by one event loop, so that two cores carry it beside what
/// is measured.
public final class Sender implements AutoCloseable {
    private static final int CONNECTIONS = 256;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final Destination office;
    private final HttpClient http;
    private volatile boolean compressed;

    /// @param office e.g. `http://localhost:8080` or `https://office.example/sales`
    /// @throws IllegalArgumentException if it is of another kind
    public Sender(URI office) {
        this.office = Destination.of(office);
        // What cannot be sent at once waits for a connection, and its wait counts: nothing is left unsent.
        http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(-1)
                .setKeepAliveTimeout(60)
                .setConnectTimeout(5_000));
    }

    /// Whether questions take compressed answers, as browsers do; what comes is not decompressed here.
    public void takeCompressed(boolean compressed) {
        this.compressed = compressed;
    }

    /// Open loop: every request is sent when its moment has come, whatever has become of the others. Latency counts
    /// from that moment, also where the sender or the office was late.
    ///
    /// @param shots the request by its number
    public Result byPlan(Arrivals arrivals, IntFunction<Shot> shots) {
        return byPlan(System.nanoTime(), arrivals, shots);
    }

    /// The same, from a moment on.
    ///
    /// @param start of the JVM's clock for intervals, in nanoseconds
    public Result byPlan(long start, Arrivals arrivals, IntFunction<Shot> shots) {
        var run = new Run(arrivals.count());
        for (int i = 0; i < arrivals.count(); i++) {
            var due = start + arrivals.at()[i];
            for (long wait; (wait = due - System.nanoTime()) > 0; ) {
                LockSupport.parkNanos(wait);
            }
            var shot = shots.apply(i);
            loop.runOnContext(_ -> run.send(shot, due));
        }
        return run.await(Duration.ZERO);
    }

    /// Closed loop: so many clients each send their next request as soon as the last one is answered. Shows the
    /// highest rate; its latencies do not say what people would wait.
    public Result byClients(int clients, Duration time, IntFunction<Shot> shots) {
        return closed(clients, new End(Integer.MAX_VALUE, System.nanoTime() + time.toNanos()), shots)
                .await(time);
    }

    /// So many clients share the requests among them, until every one has been sent.
    public Result all(int clients, int requests, IntFunction<Shot> shots) {
        var patience = Duration.ofMinutes(30);
        return closed(clients, new End(requests, System.nanoTime() + patience.toNanos()), shots)
                .await(patience);
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

    private Run closed(int clients, End end, IntFunction<Shot> shots) {
        var run = new Run(clients);
        var next = new AtomicInteger();
        for (int i = 0; i < clients; i++) {
            loop.runOnContext(_ -> run.client(next, end, shots));
        }
        return run;
    }

    private record End(int requests, long moment) {}

    /// One load under way; but for its end, used by the event loop alone.
    private final class Run {
        private final Tally tally = new Tally();
        private final CompletableFuture<Result> ended = new CompletableFuture<>();
        /// Requests of a plan, or clients, that are not done yet.
        private int open;

        Run(int open) {
            this.open = open;
            if (open == 0) {
                ended.complete(tally.result());
            }
        }

        void send(Shot shot, long due) {
            exchange(shot, due, this::oneLess);
        }

        void client(AtomicInteger next, End end, IntFunction<Shot> shots) {
            var number = next.getAndIncrement();
            if (number >= end.requests() || System.nanoTime() - end.moment() > 0) {
                oneLess();
                return;
            }
            exchange(
                    shots.apply(number),
                    System.nanoTime(),
                    // Not called from here, lest the stack grow with every answer.
                    () -> loop.runOnContext(_ -> client(next, end, shots)));
        }

        Result await(Duration planned) {
            try {
                return ended.get(planned.plus(ANSWERED_WITHIN.multipliedBy(2)).toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("the load does not come to its end", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private void exchange(Shot shot, long due, Runnable then) {
            var sentAt = System.nanoTime();
            var body = shot.body();
            var options = office.request(body == null ? HttpMethod.GET : HttpMethod.POST, shot.path())
                    .setTimeout(ANSWERED_WITHIN.toMillis())
                    .putHeader("Authorization", "Bearer " + shot.token());
            if (body != null) {
                options.putHeader("Content-Type", "application/json");
            } else if (compressed) {
                options.putHeader("Accept-Encoding", "gzip");
            }
            if (shot.key() != null) {
                options.putHeader("Idempotency-Key", shot.key());
            }
            http.request(options)
                    .compose(request -> body == null ? request.send() : request.send(body))
                    .compose(response -> response.body()
                            .map(answer -> new Tally.Answered(
                                    response.statusCode(),
                                    body != null && response.statusCode() < 300 ? answer.toString() : "")))
                    .onComplete(answer -> {
                        if (answer.succeeded()) {
                            tally.answered(shot, due, sentAt, answer.result());
                        } else {
                            tally.unanswered(due);
                        }
                        then.run();
                    });
        }

        private void oneLess() {
            open--;
            if (open == 0) {
                ended.complete(tally.result());
            }
        }
    }
}

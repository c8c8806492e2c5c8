package org.anchang.office.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;

/// So many at once; a few more wait in order, for a moment. Used by one event loop alone.
final class Seats {

    private final Vertx vertx;
    private final int mostWaiting;
    private final Duration patience;
    private final ArrayDeque<Promise<Void>> waiting = new ArrayDeque<>();
    private int free;

    Seats(Vertx vertx, int all, int mostWaiting, Duration patience) {
        this.vertx = vertx;
        this.free = all;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /// Seats for which nobody waits.
    Seats(Vertx vertx, int all) {
        this(vertx, all, 0, Duration.ZERO);
    }

    /// A seat, which whoever gets it has to [#leave]; a failure where there is none in time.
    Future<Void> take() {
        if (takeNow()) {
            return Future.succeededFuture();
        }
        if (waiting.size() >= mostWaiting) {
            return Future.failedFuture("too many wait already");
        }
        var turn = Promise.<Void>promise();
        waiting.add(turn);
        var end = vertx.setTimer(patience.toMillis(), _ -> {
            if (waiting.remove(turn)) {
                turn.fail("no seat in time");
            }
        });
        return turn.future().onSuccess(_ -> vertx.cancelTimer(end));
    }

    /// Whether a seat was free; it has to be left.
    boolean takeNow() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    void leave() {
        var next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.complete();
        }
    }
}

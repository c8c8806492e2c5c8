package org.anchang.inventory.control;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/// One open stream of changes. A reader whose line stays full is dropped, so that it never slows others nor takes
/// more than a bounded part of memory; it comes back with the number of the last event that it has, and catches up.
/// But for its making, used by its event loop alone.
final class Screen {
    /// Bytes handed over while the line was full.
    private static final int MOST_BEHIND = 256 * 1_024;

    private final HttpServerRequest request;
    private final HttpServerResponse line;
    private final Context loop;
    private final View view;
    private int behind;

    /// @param loop the event loop of the request
    Screen(HttpServerRequest request, Context loop, View view) {
        this.request = request;
        this.line = request.response();
        this.loop = loop;
        this.view = view;
    }

    View view() {
        return view;
    }

    Context loop() {
        return loop;
    }

    void show(Buffer events) {
        if (line.ended() || line.closed()) {
            return;
        }
        behind = line.writeQueueFull() ? behind + events.length() : 0;
        if (behind > MOST_BEHIND) {
            drop();
        } else {
            line.write(events);
        }
    }

    /// At once: a reader that does not read would never let an orderly end through.
    void drop() {
        if (line.ended() || line.closed()) {
            return;
        }
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            connection.channelHandlerContext().close();
        } else {
            line.reset();
        }
    }
}

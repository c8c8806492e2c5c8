package org.anchang.inventory.board;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.function.Supplier;

/// One open stream of changes. Its line is given no more than it takes; the rest waits, and is mostly text that all
/// screens share or that is not written yet. A reader for whom too much waits is dropped, so that it never slows
/// others nor takes more than a bounded part of memory; it comes back with the number of the last event that it has,
/// and catches up. But for its making and [#leave], used by its event loop alone.
final class Screen {
    /// Who looks at it.
    ///
    /// @param person by user name
    /// @param until  when the right to look ends, with the token
    record Reader(String person, View view, Instant until) {}

    /// A part of what is shown.
    ///
    /// @param bytes of memory that it takes until it is shown
    record Part(int bytes, Supplier<Buffer> text) {
        static Part of(Buffer text) {
            return new Part(text.length(), () -> text);
        }

        /// Written when the line has room for it.
        static Part unwritten(Supplier<Buffer> text) {
            return new Part(0, text);
        }
    }

    /// Bytes that may wait when more comes.
    private static final int MOST_WAITING = 2 * 1_024 * 1_024;

    private final HttpServerRequest request;
    private final HttpServerResponse line;
    private final Context loop;
    private final Reader reader;
    private final Queue<Part> waiting = new ArrayDeque<>();
    private int bytesWaiting;
    private volatile boolean left;

    /// @param loop the event loop of the request
    Screen(HttpServerRequest request, Context loop, Reader reader) {
        this.request = request;
        this.line = request.response();
        this.loop = loop;
        this.reader = reader;
    }

    Reader reader() {
        return reader;
    }

    View view() {
        return reader.view();
    }

    Context loop() {
        return loop;
    }

    void show(Collection<Part> more) {
        if (isClosed()) {
            return;
        }
        if (bytesWaiting > MOST_WAITING) {
            drop();
            return;
        }
        more.forEach(part -> {
            waiting.add(part);
            bytesWaiting += part.bytes();
        });
        write();
    }

    /// At once: a reader that does not read would never let an orderly end through.
    void drop() {
        if (isClosed()) {
            return;
        }
        waiting.clear();
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            var _ = connection.channelHandlerContext().close();
        } else {
            line.reset();
        }
    }

    /// Its time is over.
    ///
    /// @param orderly ends the line where everything is through
    void end(Runnable orderly) {
        if (line.writeQueueFull() || !waiting.isEmpty()) {
            drop();
        } else if (!isClosed()) {
            orderly.run();
        }
    }

    /// Its line is closed.
    void leave() {
        left = true;
    }

    boolean hasLeft() {
        return left;
    }

    private void write() {
        while (!isClosed() && !line.writeQueueFull() && !waiting.isEmpty()) {
            var part = waiting.remove();
            bytesWaiting -= part.bytes();
            line.write(part.text().get());
        }
        if (!waiting.isEmpty()) {
            line.drainHandler(_ -> write());
        }
    }

    private boolean isClosed() {
        return line.ended() || line.closed();
    }
}

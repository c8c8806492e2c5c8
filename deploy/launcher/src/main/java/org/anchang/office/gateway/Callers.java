package org.anchang.office.gateway;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The open connections: those that ask for something, and those that rest. Used by one event loop alone.
final class Callers {

    private final Limits limits;
    private final Map<HttpConnection, Exchange> asking = new LinkedHashMap<>();
    /// The one that has rested longest first.
    private final Map<HttpConnection, Rest> resting = new LinkedHashMap<>();

    private record Rest(long since, Duration most) {
        Rest(Duration most) {
            this(System.nanoTime(), most);
        }

        boolean isOver(long now) {
            return now - since > most.toNanos();
        }
    }

    Callers(Limits limits) {
        this.limits = limits;
    }

    void add(HttpConnection connection) {
        if (asking.size() + resting.size() >= limits.connections()) {
            makeRoom(connection);
        }
        resting.put(connection, new Rest(limits.firstRequest()));
        connection.closeHandler(_ -> leave(connection));
    }

    void ask(HttpServerRequest request, Upstream upstream) {
        var connection = request.connection();
        var exchange = new Exchange(request, upstream, limits, over -> rest(connection, over));
        resting.remove(connection);
        asking.put(connection, exchange);
        exchange.begin();
    }

    /// Answers what concerns no service.
    void refuse(HttpServerRequest request, Problem problem) {
        var isBodyOpen = Exchange.hasBody(request);
        problem.answer(request, isBodyOpen);
        resting.put(request.connection(), restAfter(isBodyOpen));
    }

    /// Lets go who takes too long.
    void look() {
        var now = System.nanoTime();
        // Copies: whoever goes leaves.
        List.copyOf(asking.values()).forEach(exchange -> exchange.look(now));
        List.copyOf(resting.entrySet()).stream()
                .filter(rest -> rest.getValue().isOver(now))
                .forEach(rest -> letGo(rest.getKey()));
    }

    private void rest(HttpConnection connection, Exchange over) {
        // A request that was sent behind it may be under way already.
        if (asking.remove(connection, over)) {
            resting.put(connection, restAfter(over.isBodyOpen()));
        }
    }

    private void leave(HttpConnection connection) {
        var exchange = asking.remove(connection);
        if (exchange != null) {
            exchange.end();
        }
        resting.remove(connection);
    }

    private Rest restAfter(boolean isBodyOpen) {
        return new Rest(isBodyOpen ? limits.linger() : limits.nextRequest());
    }

    private void makeRoom(HttpConnection newcomer) {
        var longest = resting.keySet().iterator();
        letGo(longest.hasNext() ? longest.next() : newcomer);
    }

    /// At once. [HttpConnection#close] would wait until the caller has taken what was written, which is what those do
    /// not do who have to go.
    static void letGo(HttpConnection connection) {
        var _ = ((ConnectionBase) connection).channelHandlerContext().close();
    }
}

package org.anchang.customer.day;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// approval-, inventory- and deal-service as far as somebody's day asks them: each says of a project what a test has
/// put there (PUT, same address), to whoever comes with a token; of any other it does not answer. Tests put it over
/// the same port, because they run in another class loader.
public class NeighboursStandIn implements QuarkusTestResourceLifecycleManager {
    static final String ADDRESS = "anchang.test.neighbours";

    private final Map<String, String> told = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        var address = "http://localhost:" + server.getAddress().getPort();
        System.setProperty(ADDRESS, address);
        var settings = new ConcurrentHashMap<String, String>();
        for (var neighbour : new String[] {"approvals", "holds", "deals"}) {
            settings.put("quarkus.rest-client." + neighbour + ".url", address);
            // It answers at once; whoever asks may not be served at once on a machine that has other things to do.
            settings.put("quarkus.rest-client." + neighbour + ".read-timeout", "60000");
            settings.put("quarkus.rest-client." + neighbour + ".connect-timeout", "60000");
        }
        return settings;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var project = exchange.getRequestURI().getQuery().replaceFirst("(.*&)?project=([^&]*).*", "$2");
            var what = exchange.getRequestURI().getPath() + " " + project;
            if (exchange.getRequestMethod().equals("PUT")) {
                told.put(what, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                send(exchange, 200, "{}");
            } else if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("Bearer ")) {
                send(exchange, 401, "{}");
            } else {
                send(exchange, told.containsKey(what) ? 200 : 503, told.getOrDefault(what, "{}"));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

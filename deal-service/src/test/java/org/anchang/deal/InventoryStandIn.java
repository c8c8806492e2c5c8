package org.anchang.deal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// inventory-service as far as these tests need it: holds, claims and certificates over HTTP; and what
/// customer-service says for a deal report. Tests put holds and customers on it over the same port, because
/// they run in another class loader.
public class InventoryStandIn implements QuarkusTestResourceLifecycleManager {
    public static final String ADDRESS = "anchang.test.inventory";

    private final Map<String, Held> holds = new ConcurrentHashMap<>();
    private final Map<String, Told> customers = new ConcurrentHashMap<>();
    private final Map<String, Integer> questions = new ConcurrentHashMap<>();
    private HttpServer server;

    private record Told(int status, String body) {}

    private static final class Held {
        String body;
        String deal;
        boolean live = true;
        boolean broken;
        String unit;
    }

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
        // It answers at once; whoever asks may not be served at once on a machine that has other things to do.
        return Map.of(
                "quarkus.rest-client.inventory.url",
                address,
                "quarkus.rest-client.inventory.read-timeout",
                "60000",
                "quarkus.rest-client.inventory.connect-timeout",
                "60000",
                "quarkus.rest-client.customers.url",
                address,
                "quarkus.rest-client.customers.read-timeout",
                "60000",
                "quarkus.rest-client.customers.connect-timeout",
                "60000");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path[path.length - 1].equals("report-fields")) {
                tell(exchange, path[path.length - 2]);
                return;
            }
            switch (exchange.getRequestMethod() + " " + path[path.length - 2]) {
                case "PUT customers" -> hear(exchange, path[path.length - 1], body);
                case "GET questions" -> send(exchange, 200, "" + questions.getOrDefault(path[path.length - 1], 0));
                case "PUT holds" -> put(exchange, path[path.length - 1], body);
                case "GET holds" -> show(exchange, path[path.length - 1]);
                case "GET units" -> unit(exchange, path[path.length - 1]);
                default -> claim(exchange, path[path.length - 2], body);
            }
        }
    }

    /// What inventory says of a hold from now on, as its interface document has it; `?broken=true`: it fails when
    /// the hold is claimed.
    private void put(HttpExchange exchange, String id, String body) throws IOException {
        var held = holds.computeIfAbsent(id, _ -> new Held());
        held.body = body;
        held.unit = between(body, "\"unit\":{\"id\":\"", "\"");
        held.live = !body.contains("\"live\":false");
        held.broken = "broken=true".equals(exchange.getRequestURI().getQuery());
        send(exchange, 200, "{}");
    }

    /// What a test says that customer-service tells of a customer; nothing: it does not answer.
    private void hear(HttpExchange exchange, String id, String body) throws IOException {
        customers.put(id, body.isEmpty() ? new Told(503, "{}") : new Told(200, body));
        send(exchange, 200, "{}");
    }

    private void tell(HttpExchange exchange, String id) throws IOException {
        var told = customers.getOrDefault(id, new Told(404, "{}"));
        send(exchange, told.status(), told.body());
    }

    private void show(HttpExchange exchange, String id) throws IOException {
        var held = holds.get(id);
        if (held == null) {
            refuse(exchange, 404, "NOT_FOUND");
            return;
        }
        send(exchange, 200, withDeal(held));
    }

    private void unit(HttpExchange exchange, String unit) throws IOException {
        questions.merge(unit, 1, Integer::sum);
        var held = holds.values().stream()
                .filter(h -> unit.equals(h.unit))
                .findFirst()
                .orElseThrow();
        var from = held.body.indexOf("\"unit\":") + 7;
        send(exchange, 200, held.body.substring(from, held.body.length() - 1));
    }

    private void claim(HttpExchange exchange, String id, String body) throws IOException {
        var held = holds.get(id);
        var deal = between(body, "\"deal\":\"", "\"");
        if (held != null && held.broken) {
            send(exchange, 500, "{}");
        } else if (held == null || !held.live) {
            refuse(exchange, 409, "HOLD_HAS_ENDED");
        } else if (held.deal != null && !held.deal.equals(deal)) {
            refuse(exchange, 409, "HOLD_IS_CLAIMED");
        } else {
            held.deal = deal;
            send(exchange, 200, withDeal(held));
        }
    }

    private static String withDeal(Held held) {
        return held.deal == null
                ? held.body
                : held.body.substring(0, held.body.length() - 1) + ",\"deal\":\"" + held.deal + "\"}";
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        var body = "{\"status\":%d,\"title\":\"inventory says no\",\"code\":\"%s\",\"rule\":\"INV-5\"}"
                .formatted(status, code);
        write(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        write(exchange, status, body);
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String between(String text, String before, String after) {
        var from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    /// A unit held for a customer, as the tests put it on the stand-in.
    public record Home(UUID hold, UUID unit, UUID customer, String consultant) {}
}

package org.anchang.office.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchang.backing.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private final int port = Ports.free();
    private final int deadPort = Ports.free();
    private final CountDownLatch secondEvent = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer pages;
    private HttpServer first;
    private HttpServer second;
    private Gateway gateway;

    @BeforeEach
    void open() throws IOException {
        first = echo("first");
        second = echo("second");
        pages = echo("pages");
        gateway = new Gateway(port, Peer.SERVICES, service -> switch (service) {
                    case "deal-service" ->
                        List.of(
                                first.getAddress().getPort(),
                                second.getAddress().getPort());
                    case Gateway.CONSOLE -> List.of(pages.getAddress().getPort());
                    case "inventory-service" ->
                        List.of(deadPort, first.getAddress().getPort());
                    default -> List.of(deadPort);
                })
                .start();
    }

    @AfterEach
    void close() {
        secondEvent.countDown();
        gateway.close();
        http.close();
        first.stop(0);
        second.stop(0);
        pages.stop(0);
    }

    @Test
    @DisplayName("a path goes to the service that owns its first segment, whole, with query and body")
    void routed() throws IOException, InterruptedException {
        var answer = send("POST", "/api/v1/holds?unit=1-101", "甲");

        assertEquals(200, answer.statusCode());
        assertEquals("first POST /api/v1/holds?unit=1-101 甲", answer.body());
    }

    @Test
    @DisplayName("the description of a service's interface has an address of its own")
    void openApi() throws IOException, InterruptedException {
        assertEquals(
                "first GET /q/openapi?format=json ",
                send("GET", "/openapi/inventory-service?format=json", "").body());
    }

    @Test
    @DisplayName("replicas are taken in turn")
    void inTurn() throws IOException, InterruptedException {
        var answers = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            answers.add(send("GET", "/api/v1/deals", "").body().split(" ")[0]);
        }

        assertEquals(Set.of("first", "second"), Set.copyOf(answers));
        assertEquals(answers.subList(0, 2), answers.subList(2, 4));
    }

    @Test
    @DisplayName("a dead replica is passed over and no request is lost")
    void failover() throws IOException, InterruptedException {
        var statuses =
                IntStream.range(0, 4).mapToObj(_ -> statusOf("/api/v1/units")).collect(Collectors.toSet());

        assertEquals(Set.of(200), statuses);
    }

    @Test
    @DisplayName("a service that is away is a problem document that says when to try again")
    void away() throws IOException, InterruptedException {
        var answer = send("POST", "/api/v1/customers", "{}");

        assertEquals(503, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(answer.body().contains("\"code\":\"TEMPORARILY_UNAVAILABLE\""));
    }

    @Test
    @DisplayName("an address that no service owns is a problem document")
    void nobodys() throws IOException, InterruptedException {
        for (var path : List.of("/consoles", "/api/v1/nonsense", "/api/v2/deals", "/q/health", "/openapi/launcher")) {
            var answer = send("GET", path, "");

            assertEquals(404, answer.statusCode(), path);
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?from=mail",
                "/console",
                "/console/",
                "/console/table",
                "/console/assets/index-1.js",
                "/console/api/v1/units?state=HELD"
            })
    @DisplayName("pages, and what pages ask, go to the console with the address as it is")
    void pages(String path) throws IOException, InterruptedException {
        assertEquals("pages GET " + path + " ", send("GET", path, "").body());
    }

    @Test
    @DisplayName("the console is told how it was reached, unless somebody before has said it")
    void reached() throws IOException, InterruptedException {
        assertEquals(
                "127.0.0.1:%d http".formatted(port),
                send("GET", "/console/reached", "").body());
        var question = HttpRequest.newBuilder(address("/console/reached"))
                .header("X-Forwarded-Host", "office.example")
                .header("X-Forwarded-Proto", "https")
                .build();
        assertEquals(
                "office.example https",
                http.send(question, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    @DisplayName("a console that is away is a problem document, and the services are reached as before")
    void consoleAway() throws IOException, InterruptedException {
        pages.stop(0);

        var answer = send("GET", "/console/", "");

        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("\"code\":\"TEMPORARILY_UNAVAILABLE\""));
        assertEquals(200, send("GET", "/api/v1/deals", "").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/console"})
    @DisplayName("a stream of events arrives event by event, not at its end, by way of the console too")
    void streamed(String prefix) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(address(prefix + "/api/v1/sales-control/stream"))
                .build();
        try (var body =
                http.send(question, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            // The stub sends its second event only after this one has arrived.
            assertEquals("data: 1\n\n", new String(body.readNBytes(9), StandardCharsets.UTF_8));
            secondEvent.countDown();
            assertEquals("data: 2\n\n", new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private int statusOf(String path) {
        try {
            return send("GET", path, "").statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(address(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(question, HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpServer echo(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var said = "%s %s %s %s"
                    .formatted(name, exchange.getRequestMethod(), exchange.getRequestURI(), body)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.createContext("/console/reached", exchange -> {
            var headers = exchange.getRequestHeaders();
            var said = "%s %s"
                    .formatted(headers.getFirst("X-Forwarded-Host"), headers.getFirst("X-Forwarded-Proto"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.createContext("/api/v1/sales-control/stream", this::stream);
        server.createContext("/console/api/v1/sales-control/stream", this::stream);
        server.start();
        return server;
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var stream = exchange.getResponseBody()) {
            stream.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
            stream.flush();
            if (secondEvent.await(60, TimeUnit.SECONDS)) {
                stream.write("data: 2\n\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}

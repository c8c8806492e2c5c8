package org.anchang.inventory.board;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.test.Person;

/// An open screen, as a browser would follow the stream.
final class Screens implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, JsonNode> cells = new ConcurrentHashMap<>();
    private volatile String lastEvent;
    private final AtomicInteger reloads = new AtomicInteger();
    private volatile boolean ended;

    private Screens(String since) {
        lastEvent = since;
    }

    static Screens open(URI service, String project, Person person, String since) {
        return open(service.resolve("/api/v1/sales-control/" + project + "/changes"), person, since);
    }

    static Screens open(URI stream, Person person, String since) {
        return open(stream, person.token(), since);
    }

    static Screens open(URI stream, String token, String since) {
        var screen = new Screens(since);
        var request = HttpRequest.newBuilder(stream)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", since)
                .build();
        try {
            var response = screen.client.send(request, HttpResponse.BodyHandlers.ofLines());
            Thread.ofVirtual().start(() -> {
                try {
                    response.body().forEach(screen::read);
                } catch (UncheckedIOException e) {
                    // Closed.
                }
                screen.ended = true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return screen;
    }

    /// Waits until all of the screens show the unit so.
    static void show(List<Screens> screens, String unit, String state) {
        await().until(() -> screens.stream().allMatch(screen -> state.equals(screen.stateOf(unit))));
    }

    String stateOf(String unit) {
        var cell = cells.get(unit);
        return cell == null ? null : cell.path("state").asText();
    }

    /// The last that was shown of the unit; empty if nothing was.
    String shows(String unit) {
        var cell = cells.get(unit);
        return cell == null ? "" : cell.toString();
    }

    /// The last that was shown of each unit.
    Map<String, JsonNode> cells() {
        return cells;
    }

    String lastEvent() {
        return lastEvent;
    }

    /// How often it was told to read the table again.
    int reloads() {
        return reloads.get();
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read(String line) {
        try {
            if (line.startsWith("id:")) {
                lastEvent = line.substring(3).strip();
            } else if (line.equals("event:reload")) {
                reloads.incrementAndGet();
            } else if (line.startsWith("data:") && line.length() > 6) {
                var data = JSON.readTree(line.substring(5));
                if (data.has("unit")) {
                    cells.put(data.path("unit").asText(), data);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.anchang.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.anchang.office.Office;
import org.awaitility.Awaitility;

/// A manager's screen that follows the sales-control table, and remembers when each cell first showed each state.
final class Screen implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration AGAIN = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Instant> shown = new ConcurrentHashMap<>();
    private final Office office;
    private final String project;
    private volatile String lastEvent = "";

    private Screen(Office office, String project) {
        this.office = office;
        this.project = project;
    }

    static Screen open(Office office, String project) throws IOException, InterruptedException {
        var screen = new Screen(office, project);
        var lines = screen.lines();
        Thread.startVirtualThread(() -> screen.follow(lines));
        return screen;
    }

    /// A stream ends with the token by which it was asked for, and goes on by the next one from the last event on.
    private void follow(Stream<String> first) {
        try {
            for (var lines = first; ; lines = lines()) {
                lines.forEach(this::read);
            }
        } catch (IOException | UncheckedIOException _) {
            // Closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<String> lines() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(get("/changes"), (_, _) -> true);
        if (!lastEvent.isEmpty()) {
            request.header("Last-Event-ID", lastEvent);
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            // The office is away; a screen comes back after a moment.
            Thread.sleep(AGAIN);
        }
        return answer.body();
    }

    /// When the unit was first seen in this state; waits for it.
    Instant showed(String unit, String state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> shown.containsKey(unit + state));
        return Objects.requireNonNull(shown.get(unit + state));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(office.gateway().resolve("/api/v1/sales-control/" + project + path))
                .header("Authorization", "Bearer " + office.token("chen.jing"))
                .build();
    }

    private void read(String line) {
        try {
            if (line.startsWith("id:")) {
                lastEvent = line.substring(3).strip();
            } else if (line.equals("event:reload")) {
                var table = client.send(get(""), HttpResponse.BodyHandlers.ofString());
                JSON.readTree(table.body()).findParents("unit").forEach(this::show);
            } else if (line.startsWith("data:") && line.length() > 6) {
                show(JSON.readTree(line.substring(5)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(JsonNode cell) {
        shown.putIfAbsent(cell.path("unit").asText() + cell.path("state").asText(), Instant.now());
    }
}

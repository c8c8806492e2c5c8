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
import org.anchang.office.Office;
import org.awaitility.Awaitility;

/// A manager's screen that follows the sales-control table, and remembers when each cell first showed each state.
final class Screen implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Instant> shown = new ConcurrentHashMap<>();
    private final Office office;
    private final String project;

    private Screen(Office office, String project) {
        this.office = office;
        this.project = project;
    }

    static Screen open(Office office, String project) throws IOException, InterruptedException {
        var screen = new Screen(office, project);
        var lines = screen.client
                .send(screen.get("/changes"), HttpResponse.BodyHandlers.ofLines())
                .body();
        Thread.startVirtualThread(() -> {
            try {
                lines.forEach(screen::read);
            } catch (UncheckedIOException _) {
                // Closed.
            }
        });
        return screen;
    }

    /// When the unit was first seen in this state; waits for it.
    Instant showed(String unit, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
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
            if (line.equals("event:reload")) {
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

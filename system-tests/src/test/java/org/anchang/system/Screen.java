package org.anchang.system;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    static Screen open(Office office, String project) throws IOException, InterruptedException {
        var screen = new Screen();
        var request = HttpRequest.newBuilder(office.gateway().resolve("/api/v1/sales-control/" + project + "/changes"))
                .header("Authorization", "Bearer " + office.token("chen.jing"))
                .header("Accept", "text/event-stream")
                .build();
        var lines =
                screen.client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
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

    private void read(String line) {
        if (line.startsWith("data:") && line.length() > 6) {
            var now = Instant.now();
            try {
                var cell = JSON.readTree(line.substring(5));
                shown.putIfAbsent(
                        cell.path("unit").asText() + cell.path("state").asText(), now);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

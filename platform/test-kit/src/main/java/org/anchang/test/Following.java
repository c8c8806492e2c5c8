package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A page that keeps a stream of changes open, as a browser would.
public final class Following implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> marks = new CopyOnWriteArrayList<>();
    private String event = "";
    private String id = "";

    private Following() {}

    /// @param lastHeard id of the event that it heard last
    public static Following open(Person person, String path, @Nullable String lastHeard) {
        var following = new Following();
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + person.token())
                .header("Accept", "text/event-stream");
        if (lastHeard != null) {
            request.header("Last-Event-ID", lastHeard);
        }
        try {
            var answer = following.client.send(request.build(), BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> {
                try {
                    answer.body().forEach(following::read);
                } catch (UncheckedIOException e) {
                    // Closed.
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return following;
    }

    /// The ids of the events `changed` so far.
    public List<String> marks() {
        return marks;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read(String line) {
        if (line.startsWith("event:")) {
            event = line.substring("event:".length()).strip();
        } else if (line.startsWith("id:")) {
            id = line.substring("id:".length()).strip();
        } else if (line.isEmpty()) {
            // The event is whole.
            if (event.equals("changed")) {
                marks.add(id);
            }
            event = "";
        }
    }
}

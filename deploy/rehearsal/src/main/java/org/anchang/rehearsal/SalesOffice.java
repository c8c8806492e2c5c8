package org.anchang.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anchang.client.SignInRefused;
import org.anchang.client.SignIns;

/// The office through its public API, one request at a time: for what comes before and after the load.
public final class SalesOffice implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final URI gateway;
    private final SignIns signIns;

    public SalesOffice(URI gateway, URI oidc, String password) {
        this.gateway = gateway;
        this.signIns = new SignIns(oidc, SignIns.OFFICE, password);
    }

    /// An answer that was not a refusal.
    ///
    /// @param tag its ETag; empty where it has none
    record Answer(JsonNode json, String tag) {}

    /// A command or question that the office refused.
    static final class Refused extends IllegalStateException {
        private final int status;

        Refused(String request, int status, String answer) {
            super(request + " was answered " + status + " " + answer);
            this.status = status;
        }

        int status() {
            return status;
        }

        boolean isConflict() {
            return status == CONFLICT;
        }
    }

    URI gateway() {
        return gateway;
    }

    /// An access token that is good for a while yet.
    public String token(String user) {
        try {
            return signIns.token(user);
        } catch (SignInRefused e) {
            throw new Refused("signing in " + user, e.status(), e.answer());
        } catch (IOException e) {
            throw new IllegalStateException("the identity provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Has tokens of these people at hand until it is closed: tokens last a minute, and whoever sends a load must not
    /// wait for one.
    void keepSignedIn(List<String> users) {
        users.forEach(this::token);
        Thread.ofVirtual().name("tokens").start(() -> renewAhead(users));
    }

    private void renewAhead(List<String> users) {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                for (var user : users) {
                    signIns.renewAhead(user);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // Whoever needs a token asks again, and is told what is wrong.
        }
    }

    Answer get(String user, String path) {
        return send(user, path, HttpRequest.newBuilder().GET());
    }

    public JsonNode post(String user, String path, Map<String, ?> body) {
        return post(user, path, "application/json", json(body));
    }

    public JsonNode post(String user, String path, String type, String body) {
        return send(
                        user,
                        path,
                        HttpRequest.newBuilder()
                                .header("Content-Type", type)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(body)))
                .json();
    }

    /// Every item of a list, page by page.
    public List<JsonNode> all(String user, String path) {
        var items = new ArrayList<JsonNode>();
        var more = path.contains("?") ? "&" : "?";
        for (var cursor = ""; ; ) {
            var page = get(user, path + more + "limit=200" + cursor).json();
            page.path("items").forEach(items::add);
            if (!page.hasNonNull("next")) {
                return items;
            }
            cursor = "&cursor=" + page.path("next").asText();
        }
    }

    static JsonNode read(String json) {
        try {
            return json.isEmpty() ? JSON.nullNode() : JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
    }

    static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        signIns.close();
        http.close();
    }

    private Answer send(String user, String path, HttpRequest.Builder request) {
        var answer = exchange(request.uri(URI.create(gateway + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(user))
                .header("Accept-Language", "en")
                .timeout(ANSWERED_WITHIN)
                .build());
        if (answer.statusCode() >= 300) {
            throw new Refused(user + ": " + path, answer.statusCode(), answer.body());
        }
        return new Answer(
                read(answer.body()), answer.headers().firstValue("ETag").orElse(""));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the office does not answer: " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

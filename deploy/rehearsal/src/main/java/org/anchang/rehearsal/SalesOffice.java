package org.anchang.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The office through its public API, one request at a time: for what comes before and after the load.
public final class SalesOffice implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final URI gateway;
    private final URI oidc;
    private final String password;

    public SalesOffice(URI gateway, URI oidc, String password) {
        this.gateway = gateway;
        this.oidc = oidc;
        this.password = password;
    }

    private record Token(String text, long usedUntil) {
        boolean isFresh() {
            return System.nanoTime() - usedUntil < 0;
        }
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

    /// An access token, fetched afresh where half of its time is over.
    public String token(String user) {
        return tokens.compute(user, (_, known) -> known != null && known.isFresh() ? known : signIn(user))
                .text();
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

    private Token signIn(String user) {
        var form = "grant_type=password&client_id=anchang-office&username=%s&password=%s"
                .formatted(encoded(user), encoded(password));
        var answer = exchange(HttpRequest.newBuilder(URI.create(oidc + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(ANSWERED_WITHIN)
                .POST(BodyPublishers.ofString(form))
                .build());
        if (answer.statusCode() != 200) {
            throw new Refused("signing in " + user, answer.statusCode(), answer.body());
        }
        var told = read(answer.body());
        return new Token(
                told.path("access_token").asText(),
                System.nanoTime()
                        + TimeUnit.SECONDS.toNanos(told.path("expires_in").asLong()) / 2);
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

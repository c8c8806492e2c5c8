package org.anchang.office;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anchang.backing.BackingFailure;

/// Access tokens of the demo users, kept until shortly before they expire.
final class Tokens implements AutoCloseable {

    private static final String PASSWORD = "anchang";
    private static final Duration SPARE = Duration.ofSeconds(20);

    private record Token(String text, Instant until) {}

    private final URI issuer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Tokens(URI issuer) {
        this.issuer = issuer;
    }

    String of(String user) {
        return tokens.compute(
                        user,
                        (_, known) -> known != null && Instant.now().isBefore(known.until()) ? known : fetch(user))
                .text();
    }

    @Override
    public void close() {
        http.close();
    }

    private Token fetch(String user) {
        var form = "grant_type=password&client_id=anchang-office&username=%s&password=%s"
                .formatted(URLEncoder.encode(user, StandardCharsets.UTF_8), PASSWORD);
        var question = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = http.send(question, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new BackingFailure("Keycloak gives no token to " + user + ": " + answer.body());
            }
            var body = new JsonObject(answer.body());
            var until = Instant.now().plusSeconds(body.getLong("expires_in")).minus(SPARE);
            return new Token(body.getString("access_token"), until);
        } catch (IOException e) {
            throw new BackingFailure("Keycloak gives no token to " + user + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingFailure("interrupted while signing in " + user, e);
        }
    }
}

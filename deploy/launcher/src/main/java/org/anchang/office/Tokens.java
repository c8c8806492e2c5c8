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
    /// A request that carries one may take this long.
    private static final Duration SPARE = Duration.ofSeconds(20);
    /// The identity provider has gone with its database, or comes again with it.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(300);

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
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var asked = Instant.now();
            var trouble = "";
            try {
                var answer = http.send(question, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    var body = new JsonObject(answer.body());
                    var until = asked.plusSeconds(body.getLong("expires_in")).minus(SPARE);
                    return new Token(body.getString("access_token"), until);
                }
                trouble = answer.statusCode() + " " + answer.body();
                if (isNo(answer.statusCode(), answer.body())) {
                    throw new BackingFailure("Keycloak gives no token to " + user + ": " + trouble);
                }
            } catch (IOException e) {
                trouble = e.toString();
            } catch (InterruptedException e) {
                throw interrupted(user, e);
            }
            if (Instant.now().isAfter(end)) {
                throw new BackingFailure("Keycloak gives no token to " + user + ": " + trouble);
            }
            pause(user);
        }
    }

    /// Rather than that it cannot say: without its database Keycloak answers 400 `unknown_error` too.
    private static boolean isNo(int status, String body) {
        return status < 500 && !body.contains("unknown_error");
    }

    private static void pause(String user) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(user, e);
        }
    }

    private static BackingFailure interrupted(String user, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BackingFailure("interrupted while signing in " + user, e);
    }
}

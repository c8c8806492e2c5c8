package org.anchang.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.anchang.client.Answer;
import org.anchang.client.SignInRefused;
import org.anchang.client.SignIns;
import org.jspecify.annotations.Nullable;

/// Accounts that nobody works with are off but while a rehearsal runs: theirs are on from its beginning to its end,
/// however it ends. Of accounts with other names, which are somebody's, nothing is changed.
final class Accounts implements AutoCloseable {
    private static final String NOBODYS = "rehearsal.";
    private static final String REALM = "/realms/";
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

    private final URI oidc;
    private final @Nullable String password;
    private final Thread atTheEnd = new Thread(this::switchOff, "accounts");
    private List<String> on = List.of();

    /// @param oidc     the realm that issues tokens
    /// @param password of Keycloak's `admin`; without it accounts stay as they are
    Accounts(URI oidc, @Nullable String password) {
        this.oidc = oidc;
        this.password = password;
    }

    /// Switches on those of the names that are off.
    synchronized Accounts of(List<String> names) {
        if (password != null) {
            Runtime.getRuntime().addShutdownHook(atTheEnd);
            on = names.stream().filter(name -> name.startsWith(NOBODYS)).toList();
            switchTo(true);
        }
        return this;
    }

    @Override
    public void close() {
        switchOff();
        if (password != null && Thread.currentThread() != atTheEnd) {
            try {
                Runtime.getRuntime().removeShutdownHook(atTheEnd);
            } catch (IllegalStateException _) {
                // The JVM is ending, and switches them off itself.
            }
        }
    }

    private synchronized void switchOff() {
        switchTo(false);
        on = List.of();
    }

    private void switchTo(boolean enabled) {
        if (on.isEmpty()) {
            return;
        }
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var token = token();
            for (var name : on) {
                for (var user : Answer.read(ask(
                        http,
                        request(users("?exact=true&username=" + encoded(name)), token)
                                .GET()))) {
                    switchTo(http, token, user, enabled);
                }
            }
        }
    }

    private void switchTo(HttpClient http, String token, JsonNode user, boolean enabled) {
        if (user.path("enabled").asBoolean() != enabled && user instanceof ObjectNode whole) {
            whole.put("enabled", enabled);
            ask(
                    http,
                    request(users("/" + user.path("id").asText()), token)
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString(whole.toString())));
        }
    }

    private String token() {
        try (var administrator =
                new SignIns(URI.create(server() + REALM + "master"), "admin-cli", String.valueOf(password))) {
            return administrator.token("admin");
        } catch (SignInRefused e) {
            throw new IllegalStateException("Keycloak does not let its administrator in: " + e.answer(), e);
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String users(String rest) {
        return server() + "/admin" + REALM + realm() + "/users" + rest;
    }

    private String server() {
        return oidc.toString().substring(0, oidc.toString().indexOf(REALM));
    }

    private String realm() {
        return oidc.toString().substring(oidc.toString().indexOf(REALM) + REALM.length());
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private static String ask(HttpClient http, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(ANSWERED_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak does not switch the accounts for rehearsals: "
                        + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

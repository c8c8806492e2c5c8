package org.anchang.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import org.anchang.client.SignInRefused;
import org.anchang.client.SignIns;
import org.anchang.office.Office;

/// What people do at the identity provider itself: they choose a password, and sign in by it, or not.
final class Passes implements AutoCloseable {
    static final String PASSWORD = "chosen-by-myself-1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Office office;

    Passes(Office office) {
        this.office = office;
    }

    /// In place of the page on which each would do so at the first sign-in.
    void choosePasswords(String... people) throws IOException, InterruptedException {
        var administration = URI.create(office.issuer().toString().replace("/realms/", "/admin/realms/") + "/");
        var token = token(office.issuer().resolve("/realms/master"), "admin-cli", "admin", office.keycloakPassword());
        for (var person : people) {
            var user = JSON.readTree(send(request(administration.resolve("users?exact=true&username=" + person), token)
                            .GET())
                    .body());
            var id = user.path(0).path("id").asText();
            send(request(administration.resolve("users/" + id + "/reset-password"), token)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(
                            "{\"type\":\"password\",\"temporary\":false,\"value\":\"" + PASSWORD + "\"}")));
        }
    }

    /// An access token of somebody who has chosen the password.
    String token(String person) throws IOException, InterruptedException {
        return token(office.issuer(), SignIns.OFFICE, person, PASSWORD);
    }

    /// For how long a token is good.
    static Duration lifetime(String token) throws IOException {
        var claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return Duration.ofSeconds(
                claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    /// Why somebody is not let in.
    String refusal(String person, String password) throws IOException, InterruptedException {
        try {
            token(office.issuer(), SignIns.OFFICE, person, password);
            return "";
        } catch (SignInRefused e) {
            return JSON.readTree(e.answer()).path("error_description").asText();
        }
    }

    /// How a question about the project is answered to the bearer of the token.
    int status(String token, String project) throws IOException, InterruptedException {
        var address = office.gateway().resolve("/api/v1/customers?project=" + project);
        return send(request(address, token).GET()).statusCode();
    }

    @Override
    public void close() {
        http.close();
    }

    private static String token(URI realm, String client, String person, String password)
            throws IOException, InterruptedException {
        try (var signIns = new SignIns(realm, client, password)) {
            return signIns.token(person);
        }
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(ANSWERED_WITHIN).build(), BodyHandlers.ofString());
    }
}

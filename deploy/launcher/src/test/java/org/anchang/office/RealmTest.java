package org.anchang.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RealmTest {

    private final JsonObject realm = new JsonObject(Files.readString(Path.of("../keycloak/anchang-realm.json")));

    RealmTest() throws IOException {}

    @Test
    @DisplayName("SEC-1 who guesses passwords is kept waiting, and who signs in and who alters accounts is on record")
    void guarded() {
        assertTrue(realm.getBoolean("bruteForceProtected"));
        assertTrue(realm.getInteger("failureFactor") <= 10);
        assertTrue(realm.getString("passwordPolicy").contains("length(12)"));
        assertTrue(realm.getBoolean("eventsEnabled"));
        assertTrue(realm.getBoolean("adminEventsEnabled"));
        assertFalse(realm.getBoolean("registrationAllowed"));
    }

    @Test
    @DisplayName("SEC-1 an access token lasts minutes; a refresh token renews it, once")
    void shortTokens() {
        assertTrue(realm.getInteger("accessTokenLifespan") <= 300);
        assertTrue(realm.getBoolean("revokeRefreshToken"));
        assertEquals(0, realm.getInteger("refreshTokenMaxReuse"));
    }

    @Test
    @DisplayName("SEC-1 the console's client has a secret that each office makes, and leads to the console alone")
    void console() {
        var client = realm.getJsonArray("clients").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("clientId").equals("anchang-console"))
                .findFirst()
                .orElseThrow();

        assertEquals("${ANCHANG_CONSOLE_CLIENT_SECRET}", client.getString("secret"));
        assertFalse(client.getBoolean("publicClient"));
        assertFalse(client.getBoolean("directAccessGrantsEnabled"));
        assertEquals("S256", client.getJsonObject("attributes").getString("pkce.code.challenge.method"));
        var addresses = new ArrayList<>(client.getJsonArray("redirectUris").stream()
                .map(String::valueOf)
                .toList());
        addresses.addAll(List.of(client.getJsonObject("attributes")
                .getString("post.logout.redirect.uris")
                .split("##")));
        assertTrue(addresses.stream()
                .allMatch(address -> address.matches("http://(localhost|127.0.0.1)/console/[a-z/]*")));
    }

    @Test
    @DisplayName("INV-8 accounts for rehearsals are off")
    void rehearsalsAreOff() {
        var rehearsing = realm.getJsonArray("users").stream()
                .map(JsonObject.class::cast)
                .filter(user -> user.getString("username").startsWith("rehearsal."))
                .toList();

        assertEquals(40, rehearsing.size());
        assertTrue(rehearsing.stream().noneMatch(user -> user.getBoolean("enabled")));
    }
}

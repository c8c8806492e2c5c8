package org.anchang.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
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
    @DisplayName(
            "SEC-1 an access token lasts a minute, for posts count within one; a refresh token renews it a few times,"
                    + " because a page asks several things at once")
    void shortTokens() {
        assertTrue(realm.getInteger("accessTokenLifespan") <= 60);
        assertTrue(realm.getBoolean("revokeRefreshToken"));
        assertTrue(realm.getInteger("refreshTokenMaxReuse") <= 10);
    }

    @Test
    @DisplayName("SEC-1 rights are groups alone, one a project and role, and every token tells them in full")
    void rightsAreGroups() {
        assertFalse(realm.containsKey("roles"));
        for (var client : List.of("anchang-office", "anchang-console")) {
            var mappers = client(client).getJsonArray("protocolMappers").stream()
                    .map(JsonObject.class::cast)
                    .toList();
            var posts = mappers.stream()
                    .filter(mapper -> mapper.getString("name").equals("posts"))
                    .findFirst()
                    .orElseThrow()
                    .getJsonObject("config");
            assertEquals("true", posts.getString("full.path"));
            assertEquals("posts", posts.getString("claim.name"));
        }
        assertTrue(realm.getJsonArray("users").stream()
                .map(JsonObject.class::cast)
                .filter(user -> user.containsKey("groups"))
                .flatMap(user -> user.getJsonArray("groups").stream())
                .allMatch(group -> group.toString().matches("/office/([*]|[a-z0-9-]+)/[a-z-]+")));
    }

    @Test
    @DisplayName("SEC-1 the service account manages users and groups, and nothing else of the realm")
    void staff() {
        var client = client("anchang-staff");
        assertEquals("${ANCHANG_STAFF_CLIENT_SECRET}", client.getString("secret"));
        assertFalse(client.getBoolean("publicClient"));
        assertFalse(client.getBoolean("standardFlowEnabled"));
        assertFalse(client.getBoolean("directAccessGrantsEnabled"));
        var account = realm.getJsonArray("users").stream()
                .map(JsonObject.class::cast)
                .filter(user -> "anchang-staff".equals(user.getString("serviceAccountClientId")))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new JsonObject()
                        .put(
                                "realm-management",
                                new JsonArray(List.of("manage-users", "view-users", "query-users", "query-groups"))),
                account.getJsonObject("clientRoles"));
        assertFalse(account.containsKey("groups"));
    }

    @Test
    @DisplayName("SEC-1 the console's client has a secret that each office makes, and leads to the console alone")
    void console() {
        var client = client("anchang-console");

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

    private JsonObject client(String id) {
        return realm.getJsonArray("clients").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("clientId").equals(id))
                .findFirst()
                .orElseThrow();
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

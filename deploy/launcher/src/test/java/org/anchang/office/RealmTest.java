package org.anchang.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class IdempotencyTest {
    @Inject
    EntityManager database;

    @Test
    @DisplayName("SEC-3 the same command sent twice is done once and answered alike")
    void sameCommandTwice() {
        var text = UUID.randomUUID().toString();
        var about = UUID.randomUUID();

        var first = Notes.write(about, text, "key-" + text);
        var second = Notes.write(about, text, "key-" + text);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(notesWith(text)).isEqualTo(1);
    }

    @Test
    @DisplayName("SEC-3 a key that was used for another request is refused")
    void keyReused() {
        var key = UUID.randomUUID().toString();
        Notes.write(UUID.randomUUID(), "one", key);

        var other = Notes.write(UUID.randomUUID(), "another", key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.path("code").toString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    @DisplayName("SEC-3 the same key of two people is two keys")
    void keysBelongToPeople() {
        var key = UUID.randomUUID().toString();
        var wangLei = org.anchang.test.Person.consultant("wang.lei").in("songfeng");

        assertThat(Notes.write(UUID.randomUUID(), "mine", key).statusCode()).isEqualTo(201);
        assertThat(org.anchang.test.Ask.as(wangLei)
                        .post("/api/v1/notes", Notes.note(UUID.randomUUID(), "his"), key)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("SEC-3 a refused command does nothing and does not use its key up")
    void refusedKeepsKey() {
        var key = UUID.randomUUID().toString();
        var about = UUID.randomUUID();

        var refused = Notes.write(about, "refuse me", key);
        var mended = Notes.write(about, "mended " + about, key);

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(mended.statusCode()).isEqualTo(201);
        assertThat(notesWith("refuse me")).isZero();
    }

    @Test
    @DisplayName("SEC-3 a command without a key is refused")
    void keyMissing() {
        var answer = org.anchang.test.Ask.as(Notes.LI_NA)
                .request()
                .contentType("application/json")
                .body(Notes.note(UUID.randomUUID(), "no key"))
                .post("/api/v1/notes");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("code").toString()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    @DisplayName(
            "SEC-3 of many senders of one command at the same moment one has the effect; the others hear the same, or 409")
    void manyAtOnce() throws Exception {
        var text = UUID.randomUUID().toString();
        var about = UUID.randomUUID();
        var sends = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 24; i++) {
            sends.add(() -> Notes.write(about, text, "key-" + text).statusCode());
        }

        try (var senders = Executors.newFixedThreadPool(24)) {
            for (var status : senders.invokeAll(sends)) {
                assertThat(status.get()).isIn(201, 409);
            }
        }

        assertThat(notesWith(text)).isEqualTo(1);
        assertThat(Notes.write(about, text, "key-" + text).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName(
            "SEC-3 while the first still runs, a second one with its key is told so; after it, it hears the answer")
    void firstStillRuns() throws Exception {
        var key = UUID.randomUUID().toString();
        var about = UUID.randomUUID();
        try (var senders = Executors.newSingleThreadExecutor()) {
            var first = senders.submit(() -> Notes.write(about, "wait", key));
            assertThat(NoteResource.STARTED.tryAcquire(60, TimeUnit.SECONDS)).isTrue();

            var second = Notes.write(about, "wait", key);
            NoteResource.MAY_END.release();

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.path("code").toString()).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
            assertThat(second.header("Retry-After")).isEqualTo("1");
            assertThat(first.get().statusCode()).isEqualTo(201);
            var third = Notes.write(about, "wait", key);
            assertThat(third.asString()).isEqualTo(first.get().asString());
        }
    }

    @Test
    @DisplayName("SEC-3 a file that is sent is known by its content, and is gone when it was answered unless kept;"
            + " what may take long is given the time")
    void files() throws IOException {
        var key = UUID.randomUUID().toString();
        var content = "0123456789".repeat(300_000);

        var first = sending(content, key, false);
        var again = sending(content, key, false);
        var other = sending(content + "x", key, false);
        var kept = java.nio.file.Path.of(
                sending(content, UUID.randomUUID().toString(), true).<String>path("path"));

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat((int) first.path("bytes")).isEqualTo(content.length());
        assertThat((String) first.path("limit")).isEqualTo("10min");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(other.path("code").toString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        await().until(() -> Files.notExists(java.nio.file.Path.of(first.<String>path("path"))));
        assertThat(Files.size(kept)).isEqualTo(content.length());
        Files.delete(kept);
    }

    private static Response sending(String content, String key, boolean keep) {
        return org.anchang.test.Ask.as(Notes.LI_NA)
                .request()
                .header("Idempotency-Key", key)
                .contentType("text/csv; charset=UTF-8")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/notes/files?keep=" + keep);
    }

    private long notesWith(String text) {
        return ((Number) database.createNativeQuery("SELECT count(*) FROM note WHERE text = ?1")
                        .setParameter(1, text)
                        .getSingleResult())
                .longValue();
    }
}

package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ProblemTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("a refusal is a problem document with its code and rule, in Chinese for those who ask for it")
    void twoLanguages() {
        var chinese = Ask.as(Notes.LI_NA)
                .request()
                .header("Accept-Language", "zh-CN,zh;q=0.9")
                .header("Idempotency-Key", "a")
                .contentType("application/json")
                .body(Notes.note(UUID.randomUUID(), "refuse me"))
                .post("/api/v1/notes");
        var english = Notes.write(UUID.randomUUID(), "refuse me");

        assertThat(chinese.contentType()).startsWith("application/problem+json");
        assertThat(chinese.path("title").toString()).isEqualTo("内容已被他人修改，请重新读取。");
        assertThat(english.path("title").toString()).startsWith("Somebody changed it");
        assertThat(english.path("code").toString()).isEqualTo("CHANGED_MEANWHILE");
    }

    @Test
    @DisplayName("whatever is answered is kept by nobody in between, and is nothing but what it says it is")
    void everyAnswer() {
        var written = Notes.write(UUID.randomUUID(), "for me alone");
        var refused = Ask.as(Notes.LI_NA).post("/api/v1/notes", "{}");
        var unknown = Ask.as(Notes.LI_NA).request().get("/api/v1/nothing");

        for (var answer : List.of(written, refused, unknown)) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    @DisplayName("a request that lacks members is refused as a whole, naming each of them")
    void missingMembers() {
        var answer = Ask.as(Notes.LI_NA).post("/api/v1/notes", "{}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.path("code").toString()).isEqualTo("REQUEST_NOT_UNDERSTOOD");
        assertThat(answer.jsonPath().getList("violations.field", String.class))
                .containsExactlyInAnyOrder("about", "project", "text", "amount");
    }

    @Test
    @DisplayName("INV-17 a required text in which one sees nothing is refused with its member's name")
    void unseenText() {
        for (var unseen : List.of("", " ", "\u3000", "\u00A0", "\u200B", "\uFEFF", "\u3164", "\u2800", "\n")) {
            assertViolation(Ask.as(Notes.LI_NA).post("/api/v1/notes", Notes.note(UUID.randomUUID(), unseen)), "text");
        }
    }

    @Test
    @DisplayName("a member that nobody knows is refused by name")
    void unknownMember() {
        var note = Notes.note(UUID.randomUUID(), "hello");
        note.put("colour", "red");

        assertViolation(Ask.as(Notes.LI_NA).post("/api/v1/notes", note), "colour");
    }

    @Test
    @DisplayName("an amount with a fraction of a cent is refused rather than rounded")
    void fractionOfACent() {
        var note = Notes.note(UUID.randomUUID(), "hello");
        note.put("amount", "12.505");

        assertViolation(Ask.as(Notes.LI_NA).post("/api/v1/notes", note), "amount");
    }

    @Test
    @DisplayName("a number with an exponent or of more than twelve digits is refused at once, whatever it is for")
    void numbersThatTakeLong() throws JsonProcessingException {
        for (var number : List.of("1e2000000", "1e600000000", "1E-600000000", "1000000000000.00")) {
            for (var member : List.of("amount", "share")) {
                var note = Notes.note(UUID.randomUUID(), "hello");
                note.put(member, number);
                var asNumber = JSON.writeValueAsString(note).replace('"' + number + '"', number);

                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                    assertViolation(Ask.as(Notes.LI_NA).post("/api/v1/notes", note), member);
                    assertViolation(Ask.as(Notes.LI_NA).post("/api/v1/notes", asNumber), member);
                });
            }
        }
    }

    @Test
    @DisplayName("what is worked out of the request and has no room is the request's fault, not ours")
    void noRoom() {
        var note = Notes.note(UUID.randomUUID(), "tenfold");
        note.put("amount", "999999999999.99");
        var answer = Ask.as(Notes.LI_NA).post("/api/v1/notes", note);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.path("code").toString()).isEqualTo("NUMBER_TOO_LARGE");
    }

    @Test
    @DisplayName("a value of the wrong form is refused by the name of its member, and not quoted")
    void wrongForm() {
        var note = Notes.note(UUID.randomUUID(), "hello");
        note.put("about", "13800001111");
        var answer = Ask.as(Notes.LI_NA).post("/api/v1/notes", note);
        assertViolation(answer, "about");
        assertThat(answer.asString()).doesNotContain("13800001111");

        note.put("about", UUID.randomUUID());
        note.put("amount", Map.of("CNY", 5));
        assertViolation(Ask.as(Notes.LI_NA).post("/api/v1/notes", note), "amount");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("what is wrong with a member is said in Chinese to whoever asks for it in whatever way")
    @ValueSource(strings = {"zh", "zh-CN", "zh-Hans", "zh-Hans-CN", "zh-TW", "zh-HK", "en;q=0.2, zh-CN;q=0.8"})
    void membersInChinese(String language) {
        var note = Notes.note(UUID.randomUUID(), "");
        note.put("share", "10.125");
        note.put("fee", "0.00");
        note.put("authors", List.of(author("")));

        var answer = write(note, language);

        assertThat(answer.jsonPath().getMap("violations.collectEntries { [it.field, it.message] }"))
                .containsEntry("text", "必填，不能为空白")
                .containsEntry("share", "整数部分最多 3 位，小数最多 2 位")
                .containsEntry("fee", "不得小于 0.01")
                .containsEntry("authors[0].name", "必填，不能为空白");
        assertThat(write(note, "en, zh;q=0.5").asString())
                .contains("must be 0.01 or more")
                .doesNotContain("必填");
    }

    @Test
    @DisplayName("where a value is none of a list, the list is told")
    void choicesAreTold() {
        var note = Notes.note(UUID.randomUUID(), "hello");
        note.put("authors", List.of(Map.of("part", "text", "name", "1")));

        assertThat(write(note, "zh").jsonPath().getString("violations[0].message"))
                .startsWith("此处须填下列之一：TEXT、PICTURES、")
                .endsWith("PROOFS。");
    }

    private static Map<String, String> author(String name) {
        return Map.of("part", "TEXT", "name", name);
    }

    private static Response write(Map<String, Object> note, String language) {
        return Ask.as(Notes.LI_NA)
                .request()
                .header("Accept-Language", language)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(note)
                .post("/api/v1/notes");
    }

    @Test
    @DisplayName("a body that is no JSON is refused as such, in Chinese for those who ask for it")
    void noJson() {
        assertViolation(Ask.as(Notes.LI_NA).post("/api/v1/notes", "{\"text\": \"hello\", oops"), "body");
        assertViolation(Ask.as(Notes.LI_NA).post("/api/v1/notes", "[]"), "body");

        var chinese = Ask.as(Notes.LI_NA)
                .request()
                .header("Accept-Language", "zh")
                .header("Idempotency-Key", "b")
                .contentType("application/json")
                .body("oops")
                .post("/api/v1/notes");
        assertThat(chinese.jsonPath().getString("violations[0].message")).contains("不是有效的 JSON");
    }

    @Test
    @DisplayName(
            "SEC-1 whoever is not signed in, or with a token that is none, hears so in a problem of both languages")
    void notSignedIn() {
        var nobody =
                RestAssured.given().body("{}").contentType("application/json").post("/api/v1/notes");
        var chinese = RestAssured.given().header("Accept-Language", "zh").get("/operations/parked-events");
        var forged = RestAssured.given()
                .header("Authorization", "Bearer " + Notes.LI_NA.token().replaceAll("[^.]*$", "forged"))
                .get("/operations/parked-events");

        for (var answer : List.of(nobody, chinese, forged)) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.jsonPath().getMap("$")).containsEntry("code", "NOT_SIGNED_IN");
            assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("type", "title", "status", "code", "rule");
        }
        assertThat(nobody.path("title").toString()).isEqualTo("A valid access token is needed; sign in.");
        assertThat(chinese.path("title").toString()).isEqualTo("需要有效的访问令牌，请登录。");
    }

    @Test
    @DisplayName("a body that is too large is refused before it is read, in a problem document that says how large")
    void tooLarge() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "POST /api/v1/notes/files HTTP/1.1\r\nHost: localhost\r\nAccept-Language: zh\r\n"
                    + "Content-Length: 33554433\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "请求内容过大。", "\"TOO_LARGE\"", "33554432");
        }
    }

    @Test
    @DisplayName("SEC-1 nobody without a token, without the role, or of another project gets in, and each hears why")
    void strangers() {
        assertThat(RestAssured.given().post("/api/v1/notes").statusCode()).isEqualTo(401);

        var manager = Ask.as(Person.siteManager("chen.jing").in("songfeng"))
                .post("/api/v1/notes", Notes.note(UUID.randomUUID(), "hello"));
        assertThat(manager.statusCode()).isEqualTo(403);
        assertThat(manager.contentType()).startsWith("application/problem+json");
        assertThat(manager.jsonPath().getMap("$")).containsOnlyKeys("type", "title", "status", "code", "rule");
        assertThat(manager.path("code").toString()).isEqualTo("ROLE_NOT_ALLOWED");

        var stranger = Ask.as(Person.consultant("feng.yan").in("elsewhere"))
                .post("/api/v1/notes", Notes.note(UUID.randomUUID(), "hello"));
        assertThat(stranger.statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("a fault of ours is a 500 that tells nothing of what is inside")
    void fault() {
        var answer = Notes.write(UUID.randomUUID(), "fail");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.asString()).doesNotContain("as asked").doesNotContain("Exception");
    }

    private static void assertViolation(Response answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("code").toString()).isEqualTo("REQUEST_NOT_UNDERSTOOD");
        assertThat(answer.jsonPath().getList("violations.field", String.class)).containsExactly(field);
        assertThat(answer.jsonPath().getString("violations[0].in")).isEqualTo("body");
        assertThat(answer.jsonPath().getString("violations[0].message")).isNotBlank();
    }
}

package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ProblemTest {
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
        assertThat(chinese.path("title").toString()).isEqualTo("内容已被他人修改,请重新读取。");
        assertThat(english.path("title").toString()).startsWith("Somebody changed it");
        assertThat(english.path("code").toString()).isEqualTo("CHANGED_MEANWHILE");
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
    @DisplayName("a member that nobody knows is refused by name")
    void unknownMember() {
        var note = Notes.note(UUID.randomUUID(), "hello");
        note.put("colour", "red");

        var answer = Ask.as(Notes.LI_NA).post("/api/v1/notes", note);

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.asString()).contains("colour");
    }

    @Test
    @DisplayName("an amount with a fraction of a cent is refused rather than rounded")
    void fractionOfACent() {
        var note = Notes.note(UUID.randomUUID(), "hello");
        note.put("amount", "12.505");

        assertThat(Ask.as(Notes.LI_NA).post("/api/v1/notes", note).statusCode()).isBetween(400, 422);
    }

    @Test
    @DisplayName("SEC-1 nobody without a token, without the role, or of another project gets in, and each hears why")
    void strangers() {
        assertThat(RestAssured.given().get("/api/v1/notes").statusCode()).isEqualTo(401);

        var manager = Ask.as(Person.siteManager("chen.jing").in("songfeng"))
                .post("/api/v1/notes", Notes.note(UUID.randomUUID(), "hello"));
        assertThat(manager.statusCode()).isEqualTo(403);
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
}

package org.anchang.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.anchang.kit.Notes;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class AskingTest {
    private final String text = UUID.randomUUID().toString();
    private final String key = "key-" + text;

    @Test
    @DisplayName("SEC-3 a neighbour is asked once, outside of the transaction; who sends again is answered without it")
    void askedOnce() {
        var first = send(text);
        var second = send(text);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.<Boolean>path("askedInTransaction")).isFalse();
        assertThat(first.<Boolean>path("carriedOutInOne")).isTrue();
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(QuestionResource.ASKED).containsEntry(text, 1);
        assertThat(send("something else").<String>path("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    @DisplayName("SEC-3 a neighbour's no is the answer, and does not use the key up")
    void neighboursNo() {
        QuestionResource.NEIGHBOURS.put(text, times -> {
            if (times == 1) {
                throw QuestionResource.no();
            }
        });

        assertThat(send(text).statusCode()).isEqualTo(412);
        assertThat(send(text).<Integer>path("times")).isEqualTo(2);
    }

    @Test
    @DisplayName("SEC-3 where the command was done while its neighbour said no, its answer is given")
    void doneMeanwhile() {
        QuestionResource.NEIGHBOURS.put(text, times -> {
            if (times == 1) {
                assertThat(send(text).statusCode()).isEqualTo(200);
                throw QuestionResource.no();
            }
        });

        var answer = send(text);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(answer.<Integer>path("times")).isEqualTo(2);
    }

    @Test
    @DisplayName("a command that answers something else than what it carried out fails")
    void anotherAnswer() {
        assertThat(send("another answer " + text).statusCode()).isEqualTo(500);
    }

    private Response send(String question) {
        return Ask.as(Notes.LI_NA).post("/api/v1/questions", Map.of("text", question), key);
    }
}

package org.anchang.customer.care.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.customer.sending.Letterbox;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SurveyResourceTest {
    private static final List<Map<String, Object>> ALL_ANSWERS =
            List.of(Map.of("nth", 1, "score", 5), Map.of("nth", 2, "choice", 2), Map.of("nth", 3, "text", "电梯太慢"));

    private final Office office = new Office();

    @Inject
    Letterbox letterbox;

    @Inject
    Database database;

    @Test
    @DisplayName("CAR-3 a survey is answered by its link without an account, once; its score is the project's")
    void answered() {
        office.sets("SURVEY_SMALLEST_GROUP", "1");
        var survey = made();
        var customer = office.customerOf("li.na");
        var invited = invite(survey, customer);
        assertThat(invited.getInt("invited")).isEqualTo(1);
        assertThat(invited.getInt("withoutConsent")).isEqualTo(1);
        assertThat(invite(survey, customer).getInt("invitedBefore")).isEqualTo(1);
        var token = token(survey);

        assertThat(anybody().get(token).jsonPath().getList("questions.asked")).hasSize(3);
        assertThat(code(answer(token, List.of(Map.of("nth", 1, "score", 5))))).isEqualTo("SURVEY_ANSWER_MISSING");
        assertThat(code(answer(token, List.of(Map.of("nth", 1, "choice", 1), Map.of("nth", 2, "choice", 2)))))
                .isEqualTo("SURVEY_ANSWER_NOT_ASKED");
        assertThat(code(answer(token, List.of(Map.of("nth", 1, "score", 5), Map.of("nth", 2, "choice", 9)))))
                .isEqualTo("SURVEY_ANSWER_NOT_ASKED");
        answer(token, ALL_ANSWERS).then().statusCode(200);

        assertThat(code(answer(token, ALL_ANSWERS))).as("the link twice").isEqualTo("SURVEY_IS_ANSWERED");
        assertThat(anybody().get(token).jsonPath().getString("state")).isEqualTo("ANSWERED");
        var score = score(survey);
        assertThat(score.getString("survey.mean")).isEqualTo("5.00");
        assertThat(score.getList("questions[0].spread")).containsExactly(0, 0, 0, 0, 1);
        assertThat(score.getList("questions[1].spread")).containsExactly(0, 1);
        assertThat(score.getList("questions[2].words")).containsExactly("电梯太慢");
        assertThat(score.getString("consultants[0].mean")).isEqualTo("5.00");
        assertThat(database.sql("SELECT string_agg(to_jsonb(a)::text, '') FROM survey_answer a WHERE survey = :survey")
                        .with("survey", UUID.fromString(survey))
                        .one(String.class))
                .as("CUS-6")
                .doesNotContain("电梯");
    }

    @Test
    @DisplayName("CAR-3 of few answers no score is shown, of the project or of a consultant")
    void fewAnswers() {
        var survey = made();
        var customers = List.of(office.customerOf("li.na"), office.customerOf("wang.lei"), office.customerOf("li.na"));
        for (var customer : customers) {
            assertThat(score(survey).getString("survey.mean")).isNull();
            invite(survey, customer);
            answer(token(survey), ALL_ANSWERS).then().statusCode(200);
        }

        var score = score(survey);
        assertThat(score.getString("survey.mean")).isEqualTo("5.00");
        assertThat(score.getList("consultants.answered")).containsExactly(2, 1);
        assertThat(score.getString("consultants[0].mean")).isNull();
        assertThat(score.getString("consultants[1].mean")).isNull();
        assertThat(office.with("sales-manager")
                        .get("/api/v1/surveys/" + survey)
                        .jsonPath()
                        .getList("questions[2].words"))
                .as("words are for the site manager")
                .isEmpty();
    }

    @Test
    @DisplayName("CAR-3 a forged link is nowhere, an expired one and one of an ended survey hold no more")
    void forgedExpiredEnded() {
        var survey = made();
        invite(survey, office.customerOf("li.na"));
        var token = token(survey);
        var forged = token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0");

        assertThat(anybody().get(forged).statusCode()).isEqualTo(404);
        assertThat(answer(forged, ALL_ANSWERS).statusCode()).isEqualTo(404);
        assertThat(anybody().get("x").statusCode()).isEqualTo(404);
        var late = Instant.now().plus(Duration.ofDays(15)).toString();
        assertThat(anybody()
                        .header("X-Office-Clock", late)
                        .get(token)
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("EXPIRED");
        assertThat(code(answering(token, ALL_ANSWERS)
                        .header("X-Office-Clock", late)
                        .post(token)))
                .isEqualTo("SURVEY_LINK_EXPIRED");
        office.siteManager()
                .post("/api/v1/surveys/" + survey + "/closing")
                .then()
                .statusCode(200);
        assertThat(code(answer(token, ALL_ANSWERS))).isEqualTo("SURVEY_IS_CLOSED");
        assertThat(office.as("li.na")
                        .get("/api/v1/surveys?project=" + office.project)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("CAR-3 CAR-7 whoever agreed to messages is sent the link; the office is not shown it in the record")
    void sent() {
        office.sets("MESSAGES_QUIET_FROM", "00:00");
        office.sets("MESSAGES_QUIET_UNTIL", "00:00");
        var survey = made();
        var phone = Office.freshPhone();
        var customer = office.as("li.na")
                .post("/api/v1/customers", office.visitor("张三", phone))
                .jsonPath()
                .getString("id");
        office.as("li.na")
                .post("/api/v1/customers/" + customer + "/message-consent", Map.of("agreed", true, "way", "PHONE"))
                .then()
                .statusCode(200);

        assertThat(invite(survey, UUID.fromString(customer)).getInt("told")).isEqualTo(1);

        Awaitility.await().until(() -> !letterbox.texts(phone).isEmpty());
        assertThat(letterbox.texts(phone).getFirst()).endsWith("/console/survey/" + token(survey));
        assertThat(office.siteManager()
                        .get("/api/v1/sent-messages?customer=" + customer)
                        .jsonPath()
                        .getString("items[0].text"))
                .isEqualTo("请评价我们的服务 {link}");
    }

    @Test
    @DisplayName("CAR-3 CUS-7 what a customer wrote is held of them, and gone with their key; the score stays")
    void wordsGoWithThePerson() {
        var survey = made();
        var customer = office.customerOf("li.na");
        invite(survey, customer);
        answer(token(survey), ALL_ANSWERS).then().statusCode(200);
        var path = "/api/v1/customers/" + customer + "/personal-data";
        var said = "parts.find { it.what == 'SURVEY_ANSWERS' }.items.findAll { it.words != null }.words";

        assertThat(office.siteManager().get(path).jsonPath().getList(said)).hasSize(1);
        var after = office.siteManager().post(path + "/erasure", Map.of("reason", "本人要求"));

        assertThat(after.jsonPath().getList(said)).isEmpty();
        office.sets("SURVEY_SMALLEST_GROUP", "1");
        assertThat(score(survey).getInt("survey.answered")).isEqualTo(1);
        assertThat(score(survey).getList("questions.words.flatten()")).isEmpty();
    }

    private String made() {
        var made = office.siteManager()
                .post(
                        "/api/v1/surveys",
                        Map.of(
                                "project",
                                office.project,
                                "title",
                                "服务满意度",
                                "greeting",
                                "请评价我们的服务",
                                "questions",
                                List.of(
                                        Map.of("kind", "SCORE", "asked", "对置业顾问满意吗"),
                                        Map.of("kind", "CHOICE", "asked", "最看重什么", "choices", List.of("户型", "位置")),
                                        Map.of("kind", "TEXT", "asked", "还有什么建议"))));
        made.then().statusCode(201);
        return made.jsonPath().getString("id");
    }

    private JsonPath invite(String survey, UUID customer) {
        return office.siteManager()
                .post("/api/v1/surveys/" + survey + "/invitations", Map.of("customers", List.of(customer)))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Of the one who was invited last.
    private String token(String survey) {
        List<String> links = office.siteManager()
                .get("/api/v1/surveys/" + survey + "/invitations")
                .jsonPath()
                .getList("items.findAll { it.link != null }.link");
        return links.getLast().replaceFirst(".*/", "");
    }

    private JsonPath score(String survey) {
        return office.siteManager().get("/api/v1/surveys/" + survey).jsonPath();
    }

    private static RequestSpecification anybody() {
        return RestAssured.given().basePath("/api/v1/survey-answers");
    }

    private static RequestSpecification answering(String token, List<Map<String, Object>> answers) {
        return anybody()
                .header("Idempotency-Key", token.substring(0, Math.min(30, token.length())) + UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("answers", answers));
    }

    private static Response answer(String token, List<Map<String, Object>> answers) {
        return answering(token, answers).post(token);
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }
}

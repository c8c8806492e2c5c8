package org.anchang.customer.care.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-7: what customers answered in surveys, as it is held of them. Words go with the customer's keys; scores
/// stay, and say nothing of anybody.
@ApplicationScoped
class SurveyAnswers implements Recorded {
    record Answer(
            UUID invitation,
            String title,
            String asked,
            int nth,
            List<String> choices,
            @Nullable Integer score,
            @Nullable Integer choice,
            @Nullable String body,
            @Nullable UUID key,
            Instant answeredAt) {
        Optional<Surveys.OwnWords> words() {
            return Optional.ofNullable(body).map(text -> new Surveys.OwnWords(invitation, nth, text, key));
        }
    }

    private static final String HELD = """
            SELECT i.id, '{}' AS body FROM survey_answer a JOIN survey_invitation i ON i.id = a.invitation
            WHERE i.customer = ANY (:records)""";
    private static final String ALL = """
            SELECT a.invitation, s.title, q.asked, a.nth, q.choices, a.score, a.choice, a.body, a.key, i.answered_at
            FROM survey_answer a JOIN survey_invitation i ON i.id = a.invitation JOIN survey s ON s.id = a.survey
            JOIN survey_question q ON q.survey = a.survey AND q.nth = a.nth
            WHERE i.customer = ANY (:records) ORDER BY i.answered_at, a.invitation, a.nth""";

    @Inject
    Database database;

    @Inject
    ReadingWords reading;

    @Override
    public Held held() {
        return Held.in("survey_answer", "SURVEY_ANSWERS").by(HELD);
    }

    @Override
    public Optional<List<Map<String, String>>> items(Collection<UUID> records) {
        var answers = database.sql(ALL).with("records", records).rows(Answer.class);
        var readable = reading.of(
                answers.stream().flatMap(answer -> answer.words().stream()).toList());
        return Optional.of(
                answers.stream().map(answer -> item(answer, readable)).toList());
    }

    private static Map<String, String> item(Answer answer, ReadingWords.Readable readable) {
        var item = new LinkedHashMap<String, String>();
        item.put("survey", answer.title());
        item.put("asked", answer.asked());
        if (answer.score() != null) {
            item.put("score", answer.score().toString());
        }
        if (answer.choice() != null) {
            item.put("choice", answer.choices().get(answer.choice() - 1));
        }
        answer.words().flatMap(readable::open).ifPresent(words -> item.put("words", words));
        item.put("answered_at", answer.answeredAt().toString());
        return item;
    }
}

package org.anchang.customer.care.survey;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.care.survey.SurveyAnswerResource.AnswerSurvey;
import org.anchang.customer.care.survey.SurveyAnswerResource.AskedQuestion;
import org.anchang.customer.care.survey.SurveyAnswerResource.GivenAnswer;
import org.anchang.customer.care.survey.Surveys.QuestionKind;
import org.anchang.customer.care.survey.Surveys.SurveyInvitation;
import org.anchang.customer.dossier.consent.DossierKeys;
import org.anchang.customer.dossier.consent.DossierKeys.DossierKey;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.name.Names;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CAR-3: a customer answers, by a link, once.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Answering {
    private record NewAnswer(
            UUID invitation,
            UUID survey,
            int nth,
            @Nullable Integer score,
            @Nullable Integer choice,
            @Nullable String body,
            @Nullable UUID key) {}

    private static final String TAKE = """
            UPDATE survey_invitation SET answered_at = :at
            WHERE id = :id AND answered_at IS NULL AND expires_at > :at""";
    private static final String KEEP = """
            INSERT INTO survey_answer (invitation, survey, nth, score, choice, body, key)
            VALUES (:invitation, :survey, :nth, :score, :choice, :body, :key)""";

    @Inject
    Database database;

    @Inject
    Surveys surveys;

    @Inject
    AuditedTransaction transaction;

    @Inject
    DossierKeys keys;

    @Inject
    Customers customers;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused SURVEY_IS_ANSWERED, SURVEY_IS_CLOSED, SURVEY_LINK_EXPIRED,
    ///     SURVEY_ANSWER_NOT_ASKED, SURVEY_ANSWER_MISSING
    void answer(SurveyInvitation invitation, AnswerSurvey request) {
        transaction.goesOnFor("survey link");
        var now = clock.instant();
        refuseIf(invitation.answeredAt() != null, CustomerRefusal.SURVEY_IS_ANSWERED);
        refuseIf(surveys.of(invitation).closedAt() != null, CustomerRefusal.SURVEY_IS_CLOSED);
        refuseUnless(invitation.expiresAt().isAfter(now), CustomerRefusal.SURVEY_LINK_EXPIRED);
        var key = request.answers().stream().allMatch(answer -> answer.text() == null)
                ? null
                : keys.toWrite(customers.named(invitation.customer()), Purpose.ORDINARY);
        var rows = rows(invitation, surveys.questions(invitation.survey()), request.answers(), key);
        take(invitation, now);
        database.writeAll(KEEP, rows);
    }

    /// Of two who answer at once the second finds it done.
    private void take(SurveyInvitation invitation, Instant now) {
        var taken =
                database.sql(TAKE).with("id", invitation.id()).with("at", now).write();
        refuseUnless(taken == 1, CustomerRefusal.SURVEY_IS_ANSWERED);
    }

    /// @param key the customer's own, where there are words: with it they are shredded (CUS-7)
    private static List<NewAnswer> rows(
            SurveyInvitation invitation,
            List<AskedQuestion> questions,
            List<GivenAnswer> answers,
            @Nullable DossierKey key) {
        var given = new HashMap<Integer, GivenAnswer>();
        for (var answer : answers) {
            if (given.put(answer.nth(), answer) != null || answer.nth() > questions.size()) {
                throw refuse(CustomerRefusal.SURVEY_ANSWER_NOT_ASKED).with("question", answer.nth());
            }
        }
        var rows = new ArrayList<NewAnswer>();
        for (var question : questions) {
            var answer = given.get(question.nth());
            if (answer != null && !isOfItsKind(question, answer)) {
                throw refuse(CustomerRefusal.SURVEY_ANSWER_NOT_ASKED).with("question", question.nth());
            }
            var text = answer == null ? null : answer.text();
            var isEmpty = answer == null || (text != null && Names.isUnseen(text));
            // Words are for who has some.
            if (isEmpty && question.kind() != QuestionKind.TEXT) {
                throw refuse(CustomerRefusal.SURVEY_ANSWER_MISSING).with("question", question.nth());
            }
            if (answer != null && !isEmpty) {
                rows.add(new NewAnswer(
                        invitation.id(),
                        invitation.survey(),
                        question.nth(),
                        answer.score(),
                        answer.choice(),
                        text == null || key == null
                                ? null
                                : key.sealing()
                                        .seal(Names.trimmed(text), Scoring.body(invitation.id(), question.nth())),
                        text == null || key == null ? null : key.id()));
            }
        }
        return rows;
    }

    private static boolean isOfItsKind(AskedQuestion question, GivenAnswer answer) {
        return switch (question.kind()) {
            case SCORE -> answer.score() != null && answer.choice() == null && answer.text() == null;
            case CHOICE ->
                answer.score() == null
                        && answer.choice() != null
                        && answer.choice() <= question.choices().size()
                        && answer.text() == null;
            case TEXT -> answer.score() == null && answer.choice() == null && answer.text() != null;
        };
    }
}

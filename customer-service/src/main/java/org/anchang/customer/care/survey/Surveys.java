package org.anchang.customer.care.survey;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.care.survey.SurveyAnswerResource.AskedQuestion;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CAR-3: all surveys, whom they went to and what was answered.
@ApplicationScoped
class Surveys implements Recorded {
    /// For what links are good that name an invitation.
    static final String LINK = "survey";

    public enum QuestionKind {
        /// From 1 to 5
        SCORE,
        /// One of several
        CHOICE,
        /// In words
        TEXT
    }

    record Survey(
            UUID id,
            String project,
            String title,
            String greeting,
            String madeBy,
            Instant madeAt,
            @Nullable Instant closedAt,
            long invited,
            long answered) {}

    record SurveyInvitation(
            UUID id,
            UUID survey,
            UUID customer,
            String consultant,
            Instant invitedAt,
            Instant expiresAt,
            @Nullable Instant answeredAt) {}

    /// How many gave this answer.
    record GivenAnswers(
            int nth,
            String consultant,
            @Nullable Integer score,
            @Nullable Integer choice,
            long answers) {}

    record AnswersOf(String consultant, long answered) {}

    /// @param body sealed
    /// @param key  under which of the customers' keys; none: the service's own
    record OwnWords(
            UUID invitation, int nth, String body, @Nullable UUID key) {}

    private static final String SURVEY = """
            SELECT s.id, s.project, s.title, s.greeting, s.made_by, s.made_at, s.closed_at,
                   (SELECT count(*) FROM survey_invitation i WHERE i.survey = s.id) AS invited,
                   (SELECT count(*) FROM survey_invitation i WHERE i.survey = s.id AND i.answered_at IS NOT NULL) AS answered
            FROM survey s WHERE\s""";
    private static final String QUESTIONS =
            "SELECT nth, kind, asked, choices FROM survey_question WHERE survey = :survey ORDER BY nth";
    private static final String INVITATION = """
            SELECT i.id, i.survey, r.customer, i.consultant, i.invited_at, i.expires_at, i.answered_at
            FROM survey_invitation i JOIN standing_record r ON r.record = i.customer WHERE\s""";
    private static final String GIVEN = """
            SELECT a.nth, i.consultant, a.score, a.choice, count(*) AS answers
            FROM survey_answer a JOIN survey_invitation i ON i.id = a.invitation
            WHERE a.survey = :survey AND a.body IS NULL GROUP BY a.nth, i.consultant, a.score, a.choice""";
    private static final String ANSWERED = """
            SELECT consultant, count(*) AS answered FROM survey_invitation
            WHERE survey = :survey AND answered_at IS NOT NULL GROUP BY consultant""";
    /// In no order that would say whose they are.
    private static final String WORDS = """
            SELECT invitation, nth, body, key FROM survey_answer WHERE survey = :survey AND body IS NOT NULL
            ORDER BY nth, md5(invitation::text) LIMIT 500""";

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Survey get(Scope scope, UUID id) {
        var conditions = new Conditions(scope.on("s.project"), scope.projectParameters()).and("s.id = :id", id);
        return database.sql(SURVEY + conditions)
                .with(conditions.parameters())
                .row(Survey.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// That of an invitation.
    Survey of(SurveyInvitation invitation) {
        return database.sql(SURVEY + "s.id = :id")
                .with("id", invitation.survey())
                .one(Survey.class);
    }

    /// The latest first.
    Page<Survey> list(Scope scope, @Nullable String project, PageRequest page) {
        var conditions =
                new Conditions(scope.on("s.project"), scope.projectParameters()).and("s.project = :project", project);
        return database.page(SURVEY, conditions.latestBy("s.id", page), Survey.class, Survey::id);
    }

    List<AskedQuestion> questions(UUID survey) {
        return database.sql(QUESTIONS).with("survey", survey).rows(AskedQuestion.class);
    }

    Optional<SurveyInvitation> invitation(UUID id) {
        return database.sql(INVITATION + "i.id = :id").with("id", id).row(SurveyInvitation.class);
    }

    Page<SurveyInvitation> invitations(Survey survey, PageRequest page) {
        var conditions = new Conditions("1 = 1", new java.util.TreeMap<>()).and("i.survey = :survey", survey.id());
        return database.page(INVITATION, conditions.by("i.id", page), SurveyInvitation.class, SurveyInvitation::id);
    }

    List<GivenAnswers> given(UUID survey) {
        return database.sql(GIVEN).with("survey", survey).rows(GivenAnswers.class);
    }

    List<AnswersOf> answered(UUID survey) {
        return database.sql(ANSWERED).with("survey", survey).rows(AnswersOf.class);
    }

    List<OwnWords> words(UUID survey) {
        return database.sql(WORDS).with("survey", survey).rows(OwnWords.class);
    }

    @Override
    public Held held() {
        return Held.in("survey_invitation", "SURVEYS");
    }
}

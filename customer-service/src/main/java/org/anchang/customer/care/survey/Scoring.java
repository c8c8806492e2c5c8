package org.anchang.customer.care.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.care.survey.SurveyAnswerResource.AskedQuestion;
import org.anchang.customer.care.survey.SurveyResource.ConsultantScore;
import org.anchang.customer.care.survey.SurveyResource.QuestionScore;
import org.anchang.customer.care.survey.Surveys.AnswersOf;
import org.anchang.customer.care.survey.Surveys.GivenAnswers;
import org.anchang.customer.care.survey.Surveys.QuestionKind;
import org.anchang.kit.seal.Place;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// CAR-3: what was answered, of the project and of each consultant; of few answers nothing, for who reads them knows
/// whose they are.
@ApplicationScoped
class Scoring {
    private static final int BEST = 5;
    private static final int DECIMALS = 2;

    @Inject
    Surveys surveys;

    @Inject
    Settings settings;

    @Inject
    ReadingWords reading;

    /// @param mayReadWords whether what was said in words is shown
    List<QuestionScore> byQuestion(Surveys.Survey survey, boolean mayReadWords) {
        var isShown = survey.answered() >= smallest(survey);
        var given = isShown ? surveys.given(survey.id()) : List.<GivenAnswers>of();
        var words = isShown && mayReadWords ? surveys.words(survey.id()) : List.<Surveys.OwnWords>of();
        var readable = reading.of(words);
        return surveys.questions(survey.id()).stream()
                .map(question -> new QuestionScore(
                        question.nth(),
                        question.kind(),
                        question.asked(),
                        question.choices(),
                        mean(given, one -> one.nth() == question.nth()),
                        isShown ? spread(question, given) : List.of(),
                        words.stream()
                                .filter(one -> one.nth() == question.nth())
                                .flatMap(one -> readable.open(one).stream())
                                .toList()))
                .toList();
    }

    List<ConsultantScore> byConsultant(Surveys.Survey survey) {
        var answered = surveys.answered(survey.id()).stream()
                .collect(Collectors.toMap(AnswersOf::consultant, AnswersOf::answered));
        var hidden = SmallGroups.hidden(answered, smallest(survey));
        var given = surveys.given(survey.id());
        return answered.entrySet().stream()
                .map(one -> new ConsultantScore(
                        one.getKey(),
                        one.getValue(),
                        hidden.contains(one.getKey())
                                ? null
                                : mean(given, each -> each.consultant().equals(one.getKey()))))
                .sorted(Comparator.comparing(ConsultantScore::consultant))
                .toList();
    }

    /// Of all questions that ask for a score.
    @Nullable
    BigDecimal mean(Surveys.Survey survey) {
        return survey.answered() < smallest(survey) ? null : mean(surveys.given(survey.id()), _ -> true);
    }

    int smallest(Surveys.Survey survey) {
        return settings.integer(survey.project(), CustomerSetting.SURVEY_SMALLEST_GROUP);
    }

    /// Where words are sealed.
    static Place body(UUID invitation, int nth) {
        return new Place("survey_answer", "body", invitation + " " + nth);
    }

    private static @Nullable BigDecimal mean(List<GivenAnswers> given, Predicate<GivenAnswers> which) {
        long sum = 0;
        long answers = 0;
        for (var one : given) {
            var score = one.score();
            if (score != null && which.test(one)) {
                sum += score * one.answers();
                answers += one.answers();
            }
        }
        return answers == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answers), DECIMALS, RoundingMode.HALF_UP);
    }

    /// How many gave each score, from 1 on, or took each choice.
    private static List<Long> spread(AskedQuestion question, List<GivenAnswers> given) {
        var places = question.kind() == QuestionKind.SCORE
                ? BEST
                : question.choices().size();
        var spread = new ArrayList<Long>();
        for (int place = 1; place <= places; place++) {
            var at = place;
            spread.add(given.stream()
                    .filter(one -> one.nth() == question.nth() && isAt(one, at))
                    .mapToLong(GivenAnswers::answers)
                    .sum());
        }
        return spread;
    }

    private static boolean isAt(GivenAnswers one, int place) {
        var taken = one.score() == null ? one.choice() : one.score();
        return taken != null && taken == place;
    }
}

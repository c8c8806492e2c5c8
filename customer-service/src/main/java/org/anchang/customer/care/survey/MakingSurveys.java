package org.anchang.customer.care.survey;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.care.link.SignedLinks;
import org.anchang.customer.care.segment.ChoosingCustomers;
import org.anchang.customer.care.survey.SurveyResource.InviteToSurvey;
import org.anchang.customer.care.survey.SurveyResource.MakeSurvey;
import org.anchang.customer.care.survey.SurveyResource.NewQuestion;
import org.anchang.customer.care.survey.SurveyResource.SurveyInvited;
import org.anchang.customer.care.survey.Surveys.QuestionKind;
import org.anchang.customer.sending.MessageKind;
import org.anchang.customer.sending.TellingCustomers;
import org.anchang.customer.sending.TellingCustomers.Telling;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;

/// CAR-3: makes a survey, sends it to customers, each once, and ends it.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MakingSurveys {
    private record Asked(UUID survey, int nth, QuestionKind kind, String asked, List<String> choices) {}

    private static final String MAKE = """
            INSERT INTO survey (id, project, title, greeting, made_by, made_at)
            VALUES (:id, :project, :title, :greeting, :by, :at)""";
    private static final String ASK = """
            INSERT INTO survey_question (survey, nth, kind, asked, choices)
            VALUES (:survey, :nth, :kind, :asked, :choices)""";
    private static final String CLOSE =
            "UPDATE survey SET closed_by = :by, closed_at = :at WHERE id = :id AND closed_at IS NULL";
    private static final String INVITE = """
            INSERT INTO survey_invitation (id, survey, project, customer, consultant, invited_by, invited_at, expires_at)
            VALUES (:id, :survey, :project, :customer, :consultant, :by, :at, :expires)
            ON CONFLICT (survey, customer) DO NOTHING""";

    @Inject
    Database database;

    @Inject
    Surveys surveys;

    @Inject
    ChoosingCustomers choosing;

    @Inject
    TellingCustomers telling;

    @Inject
    SignedLinks links;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    UUID make(MakeSurvey request) {
        caller.mustBeBoundTo(request.project());
        var id = Ids.next();
        var asked = new ArrayList<Asked>();
        for (var question : request.questions()) {
            asked.add(question(id, asked.size() + 1, question));
        }
        var greeting = Names.trimmed(request.greeting());
        database.sql(MAKE)
                .with("id", id)
                .with("project", request.project())
                .with("title", Names.trimmed(request.title()))
                .with(
                        "greeting",
                        greeting.contains(TellingCustomers.LINK) ? greeting : greeting + " " + TellingCustomers.LINK)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        database.writeAll(ASK, asked);
        return id;
    }

    private static Asked question(UUID survey, int nth, NewQuestion question) {
        var choices = question.choices() == null
                ? List.<String>of()
                : question.choices().stream().map(Names::trimmed).distinct().toList();
        var isChoice = question.kind() == QuestionKind.CHOICE;
        if (isChoice ? choices.size() < 2 : !choices.isEmpty()) {
            throw refuse(CustomerRefusal.SURVEY_QUESTION_HAS_NO_CHOICES).with("question", nth);
        }
        return new Asked(survey, nth, question.kind(), Names.trimmed(question.asked()), choices);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, SURVEY_IS_CLOSED, NOBODY_CHOSEN
    SurveyInvited invite(UUID id, InviteToSurvey request) {
        var survey = surveys.get(caller.scope(), id);
        refuseIf(survey.closedAt() != null, CustomerRefusal.SURVEY_IS_CLOSED);
        var chosen = choosing.chosen(survey.project(), request.customers(), request.segment());
        var expires =
                clock.instant().plus(Duration.ofDays(settings.integer(survey.project(), CustomerSetting.SURVEY_DAYS)));
        var reached = telling.reach(chosen.stream().map(Customer::id).toList());
        long invited = 0;
        long told = 0;
        for (var customer : chosen) {
            var invitation = Ids.next();
            if (invite(survey, customer, invitation, expires)) {
                invited++;
                if (reached.reached().contains(customer.id())) {
                    told++;
                    telling.tell(
                            customer,
                            new Telling(
                                    survey.id(),
                                    MessageKind.SURVEY,
                                    survey.greeting(),
                                    links.link(Surveys.LINK, invitation)));
                }
            }
        }
        return new SurveyInvited(
                invited, chosen.size() - invited, told, reached.withoutConsent(), reached.withoutPhone());
    }

    private boolean invite(Surveys.Survey survey, Customer customer, UUID invitation, Instant expires) {
        return database.sql(INVITE)
                        .with("id", invitation)
                        .with("survey", survey.id())
                        .with("project", survey.project())
                        .with("customer", customer.id())
                        .with("consultant", customer.owner())
                        .with("by", caller.name())
                        .with("at", clock.instant())
                        .with("expires", expires)
                        .write()
                == 1;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, SURVEY_IS_CLOSED
    void close(UUID id) {
        var survey = surveys.get(caller.scope(), id);
        var closed = database.sql(CLOSE)
                .with("id", survey.id())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        refuseIf(closed == 0, CustomerRefusal.SURVEY_IS_CLOSED);
    }
}

package org.anchang.customer.care.survey;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Texts;
import org.anchang.customer.care.link.SignedLinks;
import org.anchang.customer.care.segment.ChoosingCustomers;
import org.anchang.customer.care.segment.ChosenSegment;
import org.anchang.customer.care.survey.Surveys.QuestionKind;
import org.anchang.customer.care.survey.Surveys.Survey;
import org.anchang.customer.care.survey.Surveys.SurveyInvitation;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// CAR-3: satisfaction surveys of a project. Nobody of the office sees what one customer answered.
@Path("/api/v1/surveys")
@RunOnVirtualThread
@Tag(name = "Surveys")
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
public class SurveyResource {
    /// @param choices of a question that is one of several
    public record NewQuestion(
            @NotNull QuestionKind kind,
            @NotBlank @OneLine @Size(max = 200) String asked,
            @Nullable @Size(max = 10) List<@NotBlank @OneLine @Size(max = 60) String> choices) {}

    /// @param greeting the message; `{link}` in it is where the link stands, else it stands at the end
    public record MakeSurvey(
            @NotBlank @Size(max = 50) String project,
            @NotBlank @OneLine @Size(max = 100) String title,
            @NotBlank @Size(max = 300) String greeting,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid NewQuestion> questions) {}

    /// Customers one by one, or else by what they have in common.
    public record InviteToSurvey(
            @Nullable @Size(max = ChoosingCustomers.MOST) List<@NotNull UUID> customers,
            @Nullable @Valid ChosenSegment segment) {}

    /// @param invited        for the first time
    /// @param invitedBefore  among the chosen
    /// @param told           by a message
    /// @param withoutConsent among the chosen: to be given their link by hand
    /// @param withoutPhone   the same
    public record SurveyInvited(long invited, long invitedBefore, long told, long withoutConsent, long withoutPhone) {}

    /// @param mean of all scores; absent while fewer than `smallestGroup` have answered
    public record ShownSurvey(
            UUID id,
            String project,
            String title,
            String greeting,
            String madeBy,
            Instant madeAt,
            @Nullable Instant closedAt,
            long invited,
            long answered,
            int smallestGroup,
            @Nullable BigDecimal mean,
            List<Action> actions) {}

    /// @param mean   of a question for a score
    /// @param spread how many gave each score, from 1 to 5, or took each choice
    /// @param words  in no order, for the site manager alone
    public record QuestionScore(
            int nth,
            QuestionKind kind,
            String asked,
            List<String> choices,
            @Nullable BigDecimal mean,
            List<Long> spread,
            List<String> words) {}

    /// @param mean absent where the group is too small
    public record ConsultantScore(
            String consultant, long answered, @Nullable BigDecimal mean) {}

    public record SurveyScore(ShownSurvey survey, List<QuestionScore> questions, List<ConsultantScore> consultants) {}

    /// @param customerName in full for the site manager, masked for others (SEC-1)
    /// @param link         for the site manager, to be handed over where no message goes
    public record ShownInvitation(
            UUID id,
            UUID customer,
            String customerName,
            String consultant,
            Instant invitedAt,
            Instant expiresAt,
            boolean answered,
            @Nullable String link) {}

    private static final Offer INVITE = Offer.of(CustomerAction.INVITE, SurveyResource.class, "inviteToSurvey");
    private static final Offer CLOSE = Offer.of(CustomerAction.CLOSE, SurveyResource.class, "closeSurvey");

    @Inject
    Surveys surveys;

    @Inject
    MakingSurveys making;

    @Inject
    Scoring scoring;

    @Inject
    SignedLinks links;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Make a survey of up to 20 questions")
    public ShownSurvey makeSurvey(@NotNull @Valid MakeSurvey request) {
        return shown(surveys.get(caller.scope(), making.make(request)));
    }

    @POST
    @Path("/{id}/invitations")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Send a survey to customers, each once; who wants no messages is given the link by hand")
    public SurveyInvited inviteToSurvey(@PathParam("id") UUID id, @NotNull @Valid InviteToSurvey request) {
        return making.invite(id, request);
    }

    @POST
    @Path("/{id}/closing")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "End a survey: its links hold no more")
    public ShownSurvey closeSurvey(@PathParam("id") UUID id) {
        making.close(id);
        return shown(surveys.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Operation(summary = "Surveys, the latest first")
    public Page<ShownSurvey> listSurveys(
            @QueryParam("project") @Nullable String project, @Valid @BeanParam PageRequest page) {
        return surveys.list(caller.scope(), project, page).map(this::shown);
    }

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(
            summary = "A survey with its scores, of each question and each consultant",
            description = "Of groups smaller than the project's setting nothing is shown")
    public SurveyScore getSurvey(@PathParam("id") UUID id) {
        var survey = surveys.get(caller.scope(), id);
        return new SurveyScore(
                shown(survey),
                scoring.byQuestion(survey, caller.holds(survey.project(), Role.SITE_MANAGER)),
                scoring.byConsultant(survey));
    }

    @GET
    @Path("/{id}/invitations")
    @Snapshot
    @Operation(summary = "Whom a survey went to, and who has answered")
    public Page<ShownInvitation> listSurveyInvitations(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        var survey = surveys.get(caller.scope(), id);
        var found = surveys.invitations(survey, page);
        var names = texts.names(
                found.items().stream().map(SurveyInvitation::customer).toList());
        var mayHandOver = caller.holds(survey.project(), Role.SITE_MANAGER) && survey.closedAt() == null;
        return found.map(one -> new ShownInvitation(
                one.id(),
                one.customer(),
                requireNonNull(names.get(one.customer())),
                one.consultant(),
                one.invitedAt(),
                one.expiresAt(),
                one.answeredAt() != null,
                mayHandOver && one.answeredAt() == null ? links.path(Surveys.LINK, one.id()) : null));
    }

    private ShownSurvey shown(Survey survey) {
        var isManager = caller.holds(survey.project(), Role.SITE_MANAGER);
        return new ShownSurvey(
                survey.id(),
                survey.project(),
                survey.title(),
                survey.greeting(),
                survey.madeBy(),
                survey.madeAt(),
                survey.closedAt(),
                survey.invited(),
                survey.answered(),
                scoring.smallest(survey),
                scoring.mean(survey),
                survey.closedAt() == null
                        ? List.of(INVITE.on(isManager, survey.id()), CLOSE.on(isManager, survey.id()))
                        : List.of());
    }
}

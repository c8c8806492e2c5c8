package org.anchang.customer.care.survey;

import static org.anchang.kit.problem.Refused.refuse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.anchang.customer.care.link.Pace;
import org.anchang.customer.care.link.SignedLinks;
import org.anchang.customer.care.survey.Surveys.QuestionKind;
import org.anchang.customer.care.survey.Surveys.SurveyInvitation;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.ForAnybody;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CAR-3: a survey as a customer answers it, by a link, without an account. Nothing of the customer or anybody else is
/// in it.
@Path("/api/v1/survey-answers")
@RunOnVirtualThread
@Tag(name = "Surveys")
@PermitAll
@ForAnybody
public class SurveyAnswerResource {
    /// Whether a link can be answered by.
    public enum LinkState {
        OPEN,
        ANSWERED,
        /// Its time is over, or the survey has been ended
        EXPIRED
    }

    public record AskedQuestion(int nth, QuestionKind kind, String asked, List<String> choices) {}

    /// @param questions while it can be answered
    public record AskedSurvey(String title, LinkState state, Instant expiresAt, List<AskedQuestion> questions) {}

    /// One of the three, as the question asks for.
    ///
    /// @param nth    the question's number
    /// @param choice the number of what was chosen, from 1 on
    public record GivenAnswer(
            @NotNull @Min(1) @Max(20) Integer nth,
            @Nullable @Min(1) @Max(5) Integer score,
            @Nullable @Min(1) @Max(10) Integer choice,
            @Nullable @Size(max = 1000) String text) {}

    public record AnswerSurvey(@NotEmpty @Size(max = 20) List<@NotNull @Valid GivenAnswer> answers) {}

    @Inject
    Surveys surveys;

    @Inject
    SignedLinks links;

    @Inject
    Answering answering;

    @Inject
    Pace pace;

    @Inject
    OfficeClock clock;

    @GET
    @Path("/{token}")
    @Snapshot
    @Operation(summary = "The survey behind a link")
    public AskedSurvey getAskedSurvey(@PathParam("token") String token) {
        return shown(invitation(token));
    }

    @POST
    @Path("/{token}")
    @Idempotent
    @Operation(summary = "Answer the survey behind a link, once")
    public AskedSurvey answerSurvey(@PathParam("token") String token, @NotNull @Valid AnswerSurvey request) {
        answering.answer(invitation(token), request);
        return shown(invitation(token));
    }

    private SurveyInvitation invitation(String token) {
        var id = links.read(Surveys.LINK, token).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        pace.mayAskBy(token);
        return surveys.invitation(id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    private AskedSurvey shown(SurveyInvitation invitation) {
        var survey = surveys.of(invitation);
        var state = invitation.answeredAt() != null
                ? LinkState.ANSWERED
                : survey.closedAt() != null || !invitation.expiresAt().isAfter(clock.instant())
                        ? LinkState.EXPIRED
                        : LinkState.OPEN;
        return new AskedSurvey(
                survey.title(),
                state,
                invitation.expiresAt(),
                state == LinkState.OPEN ? surveys.questions(survey.id()) : List.of());
    }
}

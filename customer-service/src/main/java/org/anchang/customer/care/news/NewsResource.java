package org.anchang.customer.care.news;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.care.news.NewsItems.NewsItem;
import org.anchang.customer.care.segment.ChosenSegment;
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

/// CAR-5: news of a project for customers of a kind. Who was told what is among the messages sent, by `occasion`.
@Path("/api/v1/news")
@RunOnVirtualThread
@Tag(name = "News")
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
public class NewsResource {
    /// @param title for the office
    /// @param text  the message
    public record PublishNews(
            @NotBlank @Size(max = 50) String project,
            @NotBlank @OneLine @Size(max = 100) String title,
            @NotBlank @Size(max = 500) String text,
            @NotNull @Valid ChosenSegment segment) {}

    /// @param reached        who would be told
    /// @param withoutConsent left out, for they have not agreed to messages
    /// @param withoutPhone   left out, for there is none
    public record NewsReach(long chosen, long reached, long withoutConsent, long withoutPhone) {}

    /// @param done whether all have had their turn
    /// @param told how many get a message, or have it
    public record ShownNews(
            UUID id,
            String project,
            String title,
            String text,
            ChosenSegment segment,
            String madeBy,
            Instant madeAt,
            boolean done,
            long chosen,
            long told,
            long withoutConsent,
            long withoutPhone) {}

    @Inject
    NewsItems items;

    @Inject
    PublishingNews publishing;

    @Inject
    Caller caller;

    @GET
    @Path("/preview")
    @Snapshot
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "How many customers of a kind news would reach, and how many would be left out")
    public NewsReach previewNews(
            @NotBlank @QueryParam("project") String project,
            @QueryParam("owner") @Nullable @Size(max = 100) String owner,
            @QueryParam("channel") @Nullable Channel channel,
            @QueryParam("grade") @Nullable IntentGrade grade,
            @QueryParam("bought") @Nullable Boolean bought,
            @QueryParam("source") @Nullable @Size(max = 100) String source,
            @QueryParam("attended") @Nullable UUID attended,
            @QueryParam("tag") @Nullable UUID tag) {
        return publishing.preview(project, new ChosenSegment(owner, channel, grade, bought, source, attended, tag));
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Send news to customers of a kind who want messages, each once")
    public ShownNews publishNews(@NotNull @Valid PublishNews request) {
        return shown(items.get(caller.scope(), publishing.publish(request)));
    }

    @GET
    @Snapshot
    @Operation(summary = "News that were sent, the latest first")
    public Page<ShownNews> listNews(
            @QueryParam("project") @Nullable String project, @Valid @BeanParam PageRequest page) {
        return items.list(caller.scope(), project, page).map(this::shown);
    }

    private ShownNews shown(NewsItem item) {
        return new ShownNews(
                item.id(),
                item.project(),
                item.title(),
                item.body(),
                item.segment(),
                item.madeBy(),
                item.madeAt(),
                item.nextAt() == null,
                item.chosen(),
                item.told(),
                item.withoutConsent(),
                item.withoutPhone());
    }
}

package org.anchang.approval.run;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.live.Onlookers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// APR-2: an inbox that is open hears at once that something waits, or waits no more.
@Path("/api/v1/approval-tasks/changes/{project}")
@Authenticated
@Tag(name = "Approvals")
public class InboxStream {
    private static final String EVENTS = """
            event:changed
            id:3-9a0364b9e99bb480dd25e1f0284c8555
            data:{}
            """;

    @Inject
    WaitingForms waiting;

    @Inject
    Onlookers onlookers;

    @Inject
    Caller caller;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "APR-2: tells, as server-sent events, that what waits for signatures in the project has changed",
            description =
                    "An event `changed` carries no data: ask for your tasks and their counts again. Its id is what to"
                            + " come back with (Last-Event-ID); without one the first event comes at once. Lines that begin with a"
                            + " colon are signs of life. The stream ends with the caller's token: come back with a new one.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "Something waits", value = EVENTS)))
    @APIResponse(
            responseCode = "429",
            description = "The caller has as many streams open as one person may have",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Multi<OutboundSseEvent> changes(
            @PathParam("project") String project,
            @HeaderParam("Last-Event-ID") @Nullable String lastEvent,
            @Context Sse sse) {
        caller.mustBeBoundTo(project);
        return onlookers.follow(
                waiting, project, sse, new Onlookers.Asked(caller.name(), caller.knownUntil(), lastEvent));
    }
}

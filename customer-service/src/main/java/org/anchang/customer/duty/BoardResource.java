package org.anchang.customer.duty;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
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
import org.anchang.kit.identity.Role;
import org.anchang.kit.live.Onlookers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// REC-10: the board, live.
@Path("/api/v1/duty-days/{project}/changes")
@Tag(name = "Front desk")
public class BoardResource {
    @Inject
    Board board;

    @Inject
    Onlookers onlookers;

    @Inject
    Caller caller;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Role.SALES)
    @Operation(
            summary =
                    "Server-sent events: `changed` when the stream opens and after each change of the board, which is then"
                            + " read again. Its id is what to come back with (Last-Event-ID). The stream ends with the caller's"
                            + " token: come back with a new one")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "429",
            description = "The caller has as many streams open as one person may have",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Multi<OutboundSseEvent> boardChanges(
            @PathParam("project") String project,
            @HeaderParam("Last-Event-ID") @Nullable String lastEvent,
            @Context Sse sse) {
        caller.mustBeBoundTo(project);
        return onlookers.follow(
                board, project, sse, new Onlookers.Asked(caller.name(), caller.knownUntil(), lastEvent));
    }
}

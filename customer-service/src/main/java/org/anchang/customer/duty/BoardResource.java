package org.anchang.customer.duty;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.stream.Hints;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// REC-10: the board, live.
@Path("/api/v1/duty-days/{project}/changes")
@Tag(name = "Front desk")
public class BoardResource {
    @Inject
    OpenBoards boards;

    @Inject
    Caller caller;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({
        Role.CONSULTANT,
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.SALES_STATISTICIAN,
        Role.GENERAL_MANAGER
    })
    @Operation(
            summary =
                    "Server-sent events: `changed` when the stream opens and after each change of the board, which is then"
                            + " read again. The stream ends with the caller's token: come back with a new one")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> boardChanges(@PathParam("project") String project, @Context Sse events) {
        caller.mustBeBoundTo(project);
        return boards.follow(project, new Hints.Reader(caller.name(), caller.knownUntil(), events));
    }
}

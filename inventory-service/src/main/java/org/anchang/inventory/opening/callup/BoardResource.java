package org.anchang.inventory.opening.callup;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.ForWallScreens;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// INV-13: the board for the wall screen.
@Path("/api/v1/opening-days/{day}/board")
@RunOnVirtualThread
@Tag(name = "Opening days")
public class BoardResource {
    @Inject
    Boards boards;

    @Inject
    OpeningDays days;

    @Inject
    Caller caller;

    @GET
    @Authenticated
    @ForWallScreens
    @Operation(
            summary =
                    "The board for the wall screen: numbers called, who is next, what is sold and left, no name and no"
                            + " price; 304 if it is the one you have")
    public RestResponse<CallBoard> board(@PathParam("day") UUID id, @Context Request request) {
        var day = days.get(caller.scope(), id);
        var tag = new EntityTag(boards.fingerprint(day), true);
        if (request.evaluatePreconditions(tag) != null) {
            return ResponseBuilder.<CallBoard>create(RestResponse.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        return ResponseBuilder.ok(boards.of(day))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}

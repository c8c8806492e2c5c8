package org.anchang.inventory.control;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.anchang.inventory.Buildings;
import org.anchang.kit.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// INV-7: the sales-control table, whole and as it changes.
@Path("/api/v1/sales-control/{project}")
@Authenticated
@Tag(name = "Sales control")
public class SalesControlResource {
    private static final long ONLY_WHAT_COMES = -1;

    @Inject
    SalesControl salesControl;

    @Inject
    OpenScreens screens;

    @Inject
    Buildings buildings;

    @Inject
    Caller caller;

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "The sales-control table: buildings, floors from the top, units; 304 if it is the one you have")
    public RestResponse<Table> table(@PathParam("project") String project, @Context Request request) {
        caller.mustBeBoundTo(project);
        var asConsultant = caller.scope().ownOnly();
        var tag = new EntityTag(salesControl.fingerprint(project) + (asConsultant ? "-c" : "-m"), true);
        if (request.evaluatePreconditions(tag) != null) {
            return ResponseBuilder.<Table>create(RestResponse.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        var reading = salesControl.whole(project);
        var seen = new SalesControl.Reading(
                reading.version(),
                reading.cells().stream().map(cell -> cell.seen(asConsultant)).toList());
        return ResponseBuilder.ok(Table.of(project, seen, buildings.list(caller.scope(), project)))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @GET
    @Path("/changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "The cells that change, as server-sent events, from the table's version on: Last-Event-ID, or"
                    + " `since` where a client cannot set that header. A cell may come twice; the last one counts")
    public Multi<OutboundSseEvent> changes(
            @PathParam("project") String project,
            @HeaderParam("Last-Event-ID") @Nullable Long lastEvent,
            @QueryParam("since") @Nullable Long since,
            @Context Sse sse) {
        caller.mustBeBoundTo(project);
        var from = lastEvent != null ? lastEvent : since != null ? since : ONLY_WHAT_COMES;
        return screens.follow(project, from, caller.scope().ownOnly()).map(message -> event(sse, message));
    }

    private static OutboundSseEvent event(Sse sse, Screen.Message message) {
        return message.cell() == null
                ? sse.newEventBuilder().comment("").build()
                : sse.newEventBuilder()
                        .id(Long.toString(message.version()))
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(String.class, message.cell())
                        .build();
    }
}

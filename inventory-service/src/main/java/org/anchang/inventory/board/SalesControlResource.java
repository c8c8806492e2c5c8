package org.anchang.inventory.board;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.anchang.inventory.board.Table.Form;
import org.anchang.inventory.catalogue.UnitFilter;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.ForWallScreens;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// INV-7: the sales-control table, whole and as it changes.
@Path("/api/v1/sales-control/{project}")
@Authenticated
@ForWallScreens
@Tag(name = "Sales control")
public class SalesControlResource {
    private static final String VIEW = "See less than one may: CONSULTANT, or WALL for a screen without prices, layouts"
            + " and changes. Left out: what the caller's role allows";
    private static final String CHANGES =
            "Where more cells have changed than a stream shows one by one, at its beginning or"
                    + " later, or where the id to come back with is not one of this table, it sends an event `reload` in place of them: read the table again; what changes after it comes as"
                    + " before. Lines that begin with a colon are signs of life. The stream ends with the caller's token, and"
                    + " at once for a reader who does not read: come back, with a new token, with the id of the last event.";
    private static final String EVENTS = """
            id:81204
            data:{"unit":"0199b6a2-5d3f-7c41-9a55-3f1f0e6c2b10","building":"0199b6a2-5d3e-7b02-8c11-52a90d6e7f31",\
            "section":"1单元","floor":"12","room":"01","label":"3栋-1单元-1201","productType":"RESIDENCE","state":"HELD",\
            "layout":"三室","area":"110.53","unitPrice":"10000.00","total":"1105300.00","version":81204}

            event:reload
            id:91377
            data:{"version":91377}
            """;
    private static final long ONLY_WHAT_COMES = -1;
    private static final Pattern GZIP = Pattern.compile("(?i)(^|[ ,])gzip(?! *; *q=0(\\.0+)?( |,|$))");

    @Inject
    KeptTables tables;

    @Inject
    PastTables past;

    @Inject
    TableText text;

    @Inject
    OpenScreens screens;

    @Inject
    Caller caller;

    @Inject
    CurrentVertxRequest request;

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "The sales-control table: buildings, floors from the top, units, and totals; all of it or what is"
                            + " asked for. 304 if it is the one you have. AOF-1: with `at` as it stood at that moment of the office")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Table.class)))
    @APIResponse(responseCode = "304", description = "The table is the one whose ETag was sent")
    public RestResponse<byte[]> table(
            @PathParam("project") String project,
            @BeanParam @Valid UnitFilter filter,
            @QueryParam("view") @Parameter(description = VIEW) @Nullable View view,
            @QueryParam("form") @DefaultValue("FULL") @Parameter(description = "How a unit is written") Form form,
            @QueryParam("at") @Parameter(description = "A past moment, e.g. `2026-11-30T10:05:00+08:00`") @Nullable
                    Instant at,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Parameter(hidden = true) @Nullable String encodings,
            @Context Request conditions) {
        caller.mustBeBoundTo(project);
        var look = new TableText.Look(View.chosen(caller, project, view), form);
        if (at != null) {
            return ResponseBuilder.ok(text.of(past.at(project, at).shown(filter, look), form))
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .build();
        }
        var table = tables.now(project);
        var tag = new EntityTag(table.fingerprint() + "-" + look.mark() + filter.mark(), true);
        if (conditions.evaluatePreconditions(tag) != null) {
            return ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        var answer = filter.isOfNothing()
                ? whole(table.gzip(look, text), encodings)
                : ResponseBuilder.ok(text.of(table.shown(filter, look), form));
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }

    @GET
    @Path("/changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "The cells that change, as server-sent events, from the table's version on: Last-Event-ID, or"
                    + " `since` where a client cannot set that header. A cell may come twice; the last one counts",
            description = CHANGES)
    @APIResponse(
            responseCode = "200",
            description = "The stream. `data` of each event is the cell as it is now; `id` is what to come back with",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = TableText.ChangedCell.class),
                            examples = @ExampleObject(name = "A cell, then too many", value = EVENTS)))
    @APIResponse(
            responseCode = "429",
            description = "The caller has as many streams open as one person may have",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Multi<OutboundSseEvent> changes(
            @PathParam("project") String project,
            @HeaderParam("Last-Event-ID") @Nullable String lastEvent,
            @QueryParam("since") @Nullable Long since,
            @QueryParam("view") @Parameter(description = VIEW) @Nullable View view) {
        caller.mustBeBoundTo(project);
        var from = lastEvent != null && !lastEvent.isEmpty()
                ? version(lastEvent)
                : since != null ? since : ONLY_WHAT_COMES;
        var loop = VertxContext.getRootContext(Objects.requireNonNull(Vertx.currentContext()));
        var reader = new Screen.Reader(caller.name(), View.chosen(caller, project, view), caller.knownUntil());
        var screen = new Screen(request.getCurrent().request(), loop, reader);
        return screens.follow(project, from, screen);
    }

    /// The id of an event, which may be any text: one that is no version was never given out by this table,
    /// and is taken like one that it has not come to.
    private static long version(String lastEvent) {
        return lastEvent.matches("\\d{1,18}") ? Long.parseLong(lastEvent) : Long.MAX_VALUE;
    }

    /// As it is kept, where the client takes it so. Over HTTP/2 the server itself compresses whatever is said to be
    /// compressed.
    private ResponseBuilder<byte[]> whole(byte[] gzip, @Nullable String encodings) {
        return encodings != null
                        && GZIP.matcher(encodings).find()
                        && request.getCurrent().request().version() != HttpVersion.HTTP_2
                ? ResponseBuilder.ok(gzip).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : ResponseBuilder.ok(Piece.text(gzip));
    }
}

package org.anchang.inventory.board;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import org.anchang.inventory.catalogue.UnitFilter;
import org.anchang.inventory.unit.Projects;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.paper.Board;
import org.anchang.kit.paper.BoardPicture;
import org.anchang.kit.paper.BoardWorkbook;
import org.anchang.kit.paper.PaperWorkbook;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// PAP-1: the sales-control table (销控表) as a sheet to print and as a picture to send: as it stands, all of it or what
/// is asked for, and as much of it as the caller may see.
@Path("/api/v1/sales-control/{project}")
@Authenticated
@RunOnVirtualThread
@Tag(name = "Sales control")
public class SalesControlSheetResource {
    private static final String VIEW =
            "Show less than one may: CONSULTANT, or WALL for one without prices and layouts. Left out: what the caller's"
                    + " role allows";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Inject
    KeptTables tables;

    @Inject
    Projects projects;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @GET
    @Path("/xlsx")
    @Produces(PaperWorkbook.TYPE)
    @Operation(
            summary = "The sales-control table as a workbook: a page for each building, floors from the top, A4 or A3"
                    + " landscape")
    public Response sheet(
            @PathParam("project") String project,
            @BeanParam @Valid UnitFilter filter,
            @QueryParam("view") @Parameter(description = VIEW) @Nullable View view) {
        return file("sales-control.xlsx", BoardWorkbook.of(board(project, filter, view)));
    }

    @GET
    @Path("/picture")
    @Produces(BoardPicture.TYPE)
    @Operation(summary = "The same as a picture (SVG)")
    public Response picture(
            @PathParam("project") String project,
            @BeanParam @Valid UnitFilter filter,
            @QueryParam("view") @Parameter(description = VIEW) @Nullable View view) {
        return file("sales-control.svg", BoardPicture.of(board(project, filter, view)));
    }

    private Board board(String project, UnitFilter filter, @Nullable View view) {
        caller.mustBeBoundTo(project);
        var look = new TableText.Look(View.chosen(caller, project, view), Table.Form.FULL);
        var table = tables.now(project).shown(filter, look);
        var name = projects.get(caller.scope(), project).name();
        return new SalesControlBoard(name, MINUTE.format(clock.instant().atZone(OfficeClock.OFFICE_ZONE))).of(table);
    }

    private static Response file(String name, Object content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}

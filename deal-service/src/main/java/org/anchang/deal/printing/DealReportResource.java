package org.anchang.deal.printing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.anchang.deal.Deals;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.paper.PaperSource.Asked;
import org.anchang.kit.paper.PaperWorkbook;
import org.anchang.kit.paper.PrintResource;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// 客户成交报告, of one deal and of all of a project.
@Path("/api/v1/deal-reports")
@RunOnVirtualThread
@RolesAllowed({
    Role.CONSULTANT,
    Role.SITE_MANAGER,
    Role.SALES_SUPERVISOR,
    Role.SALES_MANAGER,
    Role.SALES_STATISTICIAN,
    Role.FINANCE,
    Role.GENERAL_MANAGER
})
@Tag(name = "Papers")
public class DealReportResource {
    @Inject
    PaperDesk desk;

    @Inject
    Deals deals;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}/paper")
    @Snapshot
    @Produces("text/html; charset=UTF-8")
    @Operation(summary = "The deal report as a page, as it would be printed now")
    public String report(@PathParam("id") UUID id) {
        return desk.preview(new Asked(DealReportPaper.NAME, id));
    }

    @POST
    @Path("/{id}/prints")
    @Idempotent
    @ResponseStatus(201)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Print it: what is printed is kept (PAP-2)")
    public PaperDesk.Printed print(@PathParam("id") UUID id, @NotNull @Valid PrintResource.Copies request) {
        return desk.print(new Asked(DealReportPaper.NAME, id), request.copies());
    }

    @GET
    @Path("/of/{project}")
    @Produces(PaperWorkbook.TYPE)
    @Operation(
            summary =
                    "成交报告: the deals of a project as a workbook, a row each, 10,000 at most; consultants get their own",
            description = "The looks at all of them are kept before the first byte")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = PaperWorkbook.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response reports(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
        var subjects = QuarkusTransaction.requiringNew().call(() -> deals.taken(project, PaperDesk.LONGEST_LIST));
        return Response.ok(desk.list(DealReportPaper.NAME, subjects))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"deal-report.xlsx\"")
                .build();
    }
}

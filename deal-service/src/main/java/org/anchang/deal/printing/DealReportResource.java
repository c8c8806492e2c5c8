package org.anchang.deal.printing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.anchang.deal.Deals;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.paper.PaperWorkbook;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// 客户成交报告 of all deals of a project; that of one deal is a paper like the others.
@Path("/api/v1/deal-reports")
@RunOnVirtualThread
@RolesAllowed({Role.SALES, Role.FINANCE})
@Tag(name = "Papers")
public class DealReportResource {
    @Inject
    PaperDesk desk;

    @Inject
    Deals deals;

    @Inject
    Caller caller;

    @GET
    @Path("/of/{project}")
    @Produces(PaperWorkbook.TYPE)
    @Operation(
            summary =
                    "成交报告: the deals of a project as a workbook, a row each, 10,000 at most; consultants get their own",
            description = "The looks at all of them are kept before the first byte")
    public Response reports(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
        var report =
                desk.list(DealReportPaper.NAME, () -> deals.taken(caller.scope(), project, PaperDesk.LONGEST_LIST));
        return Response.ok(report)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"deal-report.xlsx\"")
                .build();
    }
}

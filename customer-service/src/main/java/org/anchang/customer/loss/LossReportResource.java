package org.anchang.customer.loss;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.paper.PaperWorkbook;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// TRK-3: 未成交客户分析报告 of all who did not buy, bound by consultant.
@Path("/api/v1/loss-reports")
@RunOnVirtualThread
@RolesAllowed(Role.SALES)
@Tag(name = "Papers")
public class LossReportResource {
    @Inject
    PaperDesk desk;

    @Inject
    BindingLosses binding;

    @Inject
    Caller caller;

    @GET
    @Path("/of/{project}")
    @Produces(PaperWorkbook.TYPE)
    @Operation(
            summary =
                    "未成交客户: those given up in a project as a workbook, a page for each consultant, a row each, 10,000 at"
                            + " most; consultants get their own",
            description = "Those whose giving up was returned are not among them. The looks at all of them are kept"
                    + " before the first byte")
    public Response reports(
            @PathParam("project") String project,
            @QueryParam("from") @Parameter(description = "Applied for on this day or later") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "Applied for on this day or earlier") @Nullable LocalDate to,
            @QueryParam("consultant") @Nullable String consultant,
            @QueryParam("objection") @Nullable Objection objection) {
        caller.mustBeBoundTo(project);
        refuseIf(from != null && to != null && to.isBefore(from), KitRefusal.REQUEST_NOT_UNDERSTOOD);
        var period = new BindingLosses.Bound(project, from, to, consultant, objection);
        return Response.ok(desk.bound(LossPaper.NAME, () -> binding.volumes(period)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"loss-report.xlsx\"")
                .build();
    }
}

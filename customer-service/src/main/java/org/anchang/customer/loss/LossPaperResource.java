package org.anchang.customer.loss;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.paper.PaperSource.Asked;
import org.anchang.kit.paper.PrintResource;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// 未成交客户分析报告 of one customer.
@Path("/api/v1/losses/{id}")
@RunOnVirtualThread
@RolesAllowed({
    Role.CONSULTANT,
    Role.SITE_MANAGER,
    Role.SALES_SUPERVISOR,
    Role.SALES_MANAGER,
    Role.SALES_STATISTICIAN,
    Role.GENERAL_MANAGER
})
@Tag(name = "Papers")
public class LossPaperResource {
    @Inject
    PaperDesk desk;

    @GET
    @Path("/paper")
    @Snapshot
    @Produces("text/html; charset=UTF-8")
    @Operation(summary = "The report on a customer who did not buy as a page, as it would be printed now")
    public String paper(@PathParam("id") UUID id) {
        return desk.preview(new Asked(LossPaper.NAME, id));
    }

    @POST
    @Path("/prints")
    @Idempotent
    @ResponseStatus(201)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Print it: what is printed is kept (PAP-2)")
    public PaperDesk.Printed print(@PathParam("id") UUID id, @NotNull @Valid PrintResource.Copies request) {
        return desk.print(new Asked(LossPaper.NAME, id), request.copies());
    }
}

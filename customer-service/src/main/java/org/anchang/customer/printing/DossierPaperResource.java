package org.anchang.customer.printing;

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

/// 客户信息档案, for the customer's owner and the site manager alone.
@Path("/api/v1/customers/{id}/dossier")
@RunOnVirtualThread
@RolesAllowed({
    Role.CONSULTANT,
    Role.SITE_MANAGER
})
@Tag(name = "Papers")
public class DossierPaperResource {
    @Inject
    PaperDesk desk;

    @GET
    @Path("/paper")
    @Snapshot
    @Produces("text/html; charset=UTF-8")
    @Operation(summary = "The dossier as a page, as it would be printed now; kept as a look")
    public String paper(@PathParam("id") UUID id) {
        return desk.preview(new Asked(DossierPaper.NAME, id));
    }

    @POST
    @Path("/prints")
    @Idempotent
    @ResponseStatus(201)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Print it: what is printed is kept (PAP-2) until the customer takes a consent back or is erased (CUS-7)")
    public PaperDesk.Printed print(@PathParam("id") UUID id, @NotNull @Valid PrintResource.Copies request) {
        return desk.print(new Asked(DossierPaper.NAME, id), request.copies());
    }
}

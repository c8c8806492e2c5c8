package org.anchang.kit.paper;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.anchang.kit.OwnResources;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// PAP-2: what was printed, at `/api/v1/<service>-prints`, e.g. `deal-prints`. Whoever may see what a paper
/// is about may see the paper.
@Path("/api/v1")
@RunOnVirtualThread
@RolesAllowed({Role.SALES, Role.FINANCE})
@Tag(name = "Papers")
public class PrintResource {
    /// @param copies how many sheets leave the printer
    public record Copies(@NotNull @Min(1) @Max(20) Integer copies) {}

    /// @param genuine whether the paper was printed here and says what it said
    public record Checked(boolean genuine, PaperDesk.Printed paper) {}

    @Inject
    PaperDesk desk;

    @Inject
    PaperPdf pdf;

    @Inject
    OwnResources own;

    @GET
    @Path("/{prints:[a-z]+-prints}/{id}")
    @Snapshot
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A paper that was printed: by whom, when, how many copies")
    public PaperDesk.Printed get(@PathParam("prints") String resource, @PathParam("id") UUID id) {
        own.mustBeOurs(resource);
        return desk.get(id);
    }

    @GET
    @Path("/{prints:[a-z]+-prints}/{id}/page")
    @Produces("text/html; charset=UTF-8")
    @Operation(summary = "The paper as it was printed, as a page")
    public Response page(@PathParam("prints") String resource, @PathParam("id") UUID id) {
        own.mustBeOurs(resource);
        return Response.ok(desk.page(id)).build();
    }

    @GET
    @Path("/{prints:[a-z]+-prints}/{id}/pdf")
    @Produces(PaperPdf.TYPE)
    @Operation(summary = "The paper as it was printed, as a PDF of that page")
    public Response pdf(@PathParam("prints") String resource, @PathParam("id") UUID id) {
        own.mustBeOurs(resource);
        return file(id, "pdf", pdf.of(desk.page(id)));
    }

    @GET
    @Path("/{prints:[a-z]+-prints}/{id}/xlsx")
    @Snapshot
    @Produces(PaperWorkbook.TYPE)
    @Operation(summary = "The paper as it was printed, as a workbook")
    public Response xlsx(@PathParam("prints") String resource, @PathParam("id") UUID id) {
        own.mustBeOurs(resource);
        return file(id, "xlsx", desk.workbook(id));
    }

    @GET
    @Path("/{prints:[a-z]+-prints}/{id}/check")
    @Snapshot
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether a paper is genuine, by what the code at its foot says")
    public Checked check(
            @PathParam("prints") String resource,
            @PathParam("id") UUID id,
            @QueryParam("hash") @NotNull @Size(max = 64) String hash) {
        own.mustBeOurs(resource);
        return new Checked(desk.isGenuine(id, hash), desk.get(id));
    }

    @POST
    @Path("/{prints:[a-z]+-prints}/{id}/copies")
    @Idempotent
    @ResponseStatus(201)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Print it again as it was")
    public PaperDesk.Printed copies(
            @PathParam("prints") String resource, @PathParam("id") UUID id, @NotNull @Valid Copies request) {
        own.mustBeOurs(resource);
        return desk.printAgain(id, request.copies());
    }

    private static Response file(UUID id, String ending, byte[] content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "." + ending + "\"")
                .build();
    }
}

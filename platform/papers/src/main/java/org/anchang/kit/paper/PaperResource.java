package org.anchang.kit.paper;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anchang.kit.OwnResources;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.paper.PaperSource.Asked;
import org.anchang.kit.paper.PaperSource.Whole;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// All papers of a service, at `/api/v1/<service>-papers`, e.g. `deal-papers/order-form/{id}`: looked at,
/// and printed.
/// Whoever
/// may see what a paper is about may see the paper; its [PaperSource] says so. And the fields that a
/// project has added
/// to its papers (PAP-2).
@Path("/api/v1")
@RunOnVirtualThread
@RolesAllowed({Role.SALES, Role.FINANCE})
@Tag(name = "Papers")
public class PaperResource {
    /// @param copies how many sheets leave the printer
    /// @param typed  for the fields that the project has added and that are typed at the print, by their keys
    public record PrintPaper(
            @NotNull @Min(1) @Max(20) Integer copies,
            @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 20) String, @NotNull @Size(max = 200) String> typed) {}

    /// The same of a project.
    ///
    /// @param key what of the project, e.g. `2026-Q4`
    public record PrintProjectPaper(
            @NotNull @Min(1) @Max(20) Integer copies,
            @NotBlank @Size(max = 100) String key,
            @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 20) String, @NotNull @Size(max = 200) String> typed) {}

    /// A paper, and what a project has added to it.
    ///
    /// @param paper   its name, e.g. `order-form`
    /// @param version of the paper with what was added
    /// @param labels  behind whose rows a field may stand
    /// @param yours   whether the caller may add a field
    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "PaperWithFields")
    public record WithFields(
            String id,
            String paper,
            String title,
            int version,
            List<String> labels,
            List<PaperFields.Field> added,
            boolean yours) {}

    @Inject
    Asking asking;

    @Inject
    PaperDesk desk;

    @Inject
    PaperFields fields;

    @Inject
    OwnResources own;

    @Inject
    Caller caller;

    @GET
    @Path("/{papers:[a-z]+-papers}/{paper}/{id}")
    @Produces("text/html; charset=UTF-8")
    @Operation(summary = "A paper of a thing as a page, as it would be printed now")
    public String paper(
            @PathParam("papers") String resource, @PathParam("paper") String paper, @PathParam("id") UUID id) {
        own.mustBeOurs(resource);
        return desk.preview(desk.wanted(new Asked(paper, id)));
    }

    @POST
    @Path("/{papers:[a-z]+-papers}/{paper}/{id}/prints")
    @Idempotent(asksFirst = true)
    @ResponseStatus(201)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "PAP-2: print it: what is printed is kept")
    public PaperDesk.Printed print(
            @PathParam("papers") String resource,
            @PathParam("paper") String paper,
            @PathParam("id") UUID id,
            @NotNull @Valid PrintPaper request) {
        own.mustBeOurs(resource);
        return print(new Asked(paper, id), request.copies(), request.typed());
    }

    @GET
    @Path("/{papers:[a-z]+-papers}/{paper}/of/{project}")
    @Produces("text/html; charset=UTF-8")
    @Operation(summary = "A paper of a project as a page, as it would be printed now")
    public String projectPaper(
            @PathParam("papers") String resource,
            @PathParam("paper") String paper,
            @PathParam("project") String project,
            @QueryParam("key") @NotBlank @Size(max = 100) String key) {
        own.mustBeOurs(resource);
        caller.mustBeBoundTo(project);
        return desk.preview(desk.wanted(Asked.of(paper, new Whole(project, key))));
    }

    @POST
    @Path("/{papers:[a-z]+-papers}/{paper}/of/{project}/prints")
    @Idempotent(asksFirst = true)
    @ResponseStatus(201)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "PAP-2: print it: what is printed is kept")
    public PaperDesk.Printed printProjectPaper(
            @PathParam("papers") String resource,
            @PathParam("paper") String paper,
            @PathParam("project") String project,
            @NotNull @Valid PrintProjectPaper request) {
        own.mustBeOurs(resource);
        caller.mustBeBoundTo(project);
        return print(Asked.of(paper, new Whole(project, request.key())), request.copies(), request.typed());
    }

    private PaperDesk.Printed print(Asked asked, int copies, @Nullable Map<String, String> typed) {
        var wanted = desk.wanted(asked);
        return asking.carryOut(() -> desk.print(wanted, copies, Objects.requireNonNullElse(typed, Map.of())));
    }

    @GET
    @Path("/{papers:[a-z]+-papers}/fields/{project}")
    @Snapshot
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "PAP-2: the papers of this service, and the fields that the project has added to them")
    public Page<WithFields> added(@PathParam("papers") String resource, @PathParam("project") String project) {
        own.mustBeOurs(resource);
        caller.mustBeBoundTo(project);
        return new Page<>(
                desk.papers().stream().map(paper -> withFields(project, paper)).toList(), null);
    }

    @POST
    @Path("/{papers:[a-z]+-papers}/fields/{project}/{paper}")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "PAP-2: add a field to a paper, or change one that was added; none is ever removed")
    public WithFields add(
            @PathParam("papers") String resource,
            @PathParam("project") String project,
            @PathParam("paper") String paper,
            @NotNull @Valid PaperFields.NewField field) {
        own.mustBeOurs(resource);
        caller.mustBeBoundTo(project);
        refuseUnless(desk.papers().contains(paper), KitRefusal.NOT_FOUND);
        fields.add(project, paper, field);
        return withFields(project, paper);
    }

    private WithFields withFields(String project, String paper) {
        var added = fields.of(project, paper);
        var template = Template.named(paper).with(added.fields(), added.version());
        return new WithFields(
                paper,
                paper,
                template.title(),
                template.version(),
                template.labels(),
                added.fields(),
                caller.holds(project, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER));
    }
}

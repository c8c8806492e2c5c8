package org.anchang.customer.source;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.anchang.customer.CustomerAction;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// CUS-1: by what customers heard of the project.
@Path("/api/v1/customer-sources")
@RunOnVirtualThread
@Tag(name = "Customer sources")
public class SourceResource {
    public record SourceOfProject(
            @NotBlank String project,
            @NotBlank @OneLine @Size(max = 40) String name) {}

    /// @param printed whether it stands on the printed form
    public record ShownSource(String name, boolean printed, boolean retired) {}

    /// The dictionary of a project, in the order of the form, then the office's own.
    public record SourceList(List<ShownSource> items, List<Action> actions) {}

    private static final Offer ADD_SOURCE = Offer.of(CustomerAction.ADD_SOURCE, SourceResource.class, "add");
    private static final Offer RETIRE_SOURCE = Offer.of(CustomerAction.RETIRE_SOURCE, SourceResource.class, "retire");

    @Inject
    Sources sources;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(
            summary = "The sources of a project: the nine of the printed form and the office's own, retired ones too")
    public SourceList list(@NotBlank @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        return shown(project);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Add a source, or take a retired one up again")
    public SourceList add(@NotNull @Valid SourceOfProject request) {
        caller.mustBeBoundTo(request.project());
        sources.add(request.project(), request.name());
        return shown(request.project());
    }

    @POST
    @Path("/retirements")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Retire a source: it is chosen no more, and stays where it was chosen")
    public SourceList retire(@NotNull @Valid SourceOfProject request) {
        caller.mustBeBoundTo(request.project());
        sources.retire(request.project(), request.name());
        return shown(request.project());
    }

    private SourceList shown(String project) {
        var decides = caller.holds(project, Role.SITE_MANAGER);
        return new SourceList(
                sources.of(project).stream()
                        .map(source -> new ShownSource(source.name(), source.printed(), source.retired()))
                        .toList(),
                List.of(ADD_SOURCE.on(decides), RETIRE_SOURCE.on(decides)));
    }
}

package org.anchang.inventory.catalogue;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.unit.Project;
import org.anchang.inventory.unit.Projects;
import org.anchang.kit.Action;
import org.anchang.kit.OffersByName;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-1: the developments on sale.
@Path("/api/v1/projects")
@RunOnVirtualThread
@Tag(name = "Projects")
public class ProjectResource {
    /// @param code   as tokens name it in `projects`
    /// @param region its two pinyin initials begin the customer numbers (CUS-2), e.g. `LY` or `洛阳`
    /// @param rehearsal whether opening days are rehearsed in it; such a project stays one
    public record CreateProject(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}")
            String code,

            @NotBlank @OneLine @Size(max = 100) String name,
            @NotBlank @Size(max = 50) String region,
            @Nullable @Size(max = 50) String city,
            @Nullable Boolean rehearsal) {}

    public record ShownProject(
            String id,
            String code,
            String name,
            String region,
            @Nullable String city,
            boolean rehearsal,
            List<Action> actions) {}

    @Inject
    OffersByName offers;

    @Inject
    Projects projects;

    @Inject
    OpeningProjects opening;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(summary = "Open a project")
    public ShownProject create(@NotNull @Valid CreateProject request) {
        return shown(opening.open(request));
    }

    @GET
    @Snapshot
    @Authenticated
    @Operation(
            summary = "The projects that the caller is bound to; those for rehearsals are left out, or asked for alone")
    public Page<ShownProject> list(
            @QueryParam("rehearsals") @DefaultValue("false") boolean rehearsals, @BeanParam @Valid PageRequest page) {
        return projects.list(caller.scope(), rehearsals, page).map(this::shown);
    }

    @GET
    @Snapshot
    @Path("/{code}")
    @Authenticated
    @Operation(summary = "One project")
    public ShownProject get(@PathParam("code") String code) {
        return shown(projects.get(caller.scope(), code));
    }

    private ShownProject shown(Project project) {
        return new ShownProject(
                project.code(),
                project.code(),
                project.name(),
                project.region(),
                project.city(),
                project.rehearsal(),
                List.of(
                        offers.of(InventoryAction.IMPORT_PRICE_LIST).to(caller, project.code(), project.code()),
                        offers.of(InventoryAction.CREATE_BUILDING).to(caller, project.code()),
                        offers.of(InventoryAction.ADJUST_PRICES).to(caller, project.code()),
                        offers.of(InventoryAction.RELEASE).to(caller, project.code()),
                        offers.of(InventoryAction.PLAN_OPENING_DAY).to(caller, project.code())));
    }
}

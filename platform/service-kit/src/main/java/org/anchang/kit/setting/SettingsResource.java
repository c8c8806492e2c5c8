package org.anchang.kit.setting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.anchang.kit.OwnResources;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The settings of this service, at `/api/v1/<service>-settings`, e.g. `deal-settings`.
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "Settings")
public class SettingsResource {
    @Inject
    Settings settings;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @Inject
    OwnResources own;

    @GET
    @Path("/{settings:[a-z]+-settings}/{project}")
    @Snapshot
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.FINANCE, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "The project's settings as they stand today, with what each decides")
    public Page<Settings.Effective> list(
            @PathParam("settings") String resource,
            @PathParam("project") String project,
            @Valid @BeanParam PageRequest page) {
        mustBeOurs(resource, project);
        return settings.all(project, clock.today(), page);
    }

    @GET
    @Path("/{settings:[a-z]+-settings}/{project}/history")
    @Snapshot
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.FINANCE, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "SEC-2: each value that was set, the newest first: who, when, from when on it counts, and why")
    public Page<Settings.SetValue> history(
            @PathParam("settings") String resource,
            @PathParam("project") String project,
            @QueryParam("name") @Size(max = 100) @Nullable String name,
            @Valid @BeanParam PageRequest page) {
        mustBeOurs(resource, project);
        return settings.history(project, name, page);
    }

    @POST
    @Path("/{settings:[a-z]+-settings}/{project}/{name}")
    @Idempotent
    @RolesAllowed({Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "Set a value from a date on, with the reason")
    public void set(
            @PathParam("settings") String resource,
            @PathParam("project") String project,
            @PathParam("name") String name,
            @NotNull @Valid Settings.NewValue change) {
        mustBeOurs(resource, project);
        settings.set(project, name, change);
    }

    /// What another project has found out counts here too.
    ///
    /// @param from      the project whose values are taken, as they stand on `validFrom`
    /// @param validFrom from when on they count
    public record CopySettings(
            @NotBlank @Size(max = 50) String from,
            @NotNull LocalDate validFrom,
            @NotBlank @Size(max = 500) String reason) {}

    /// @param copied how many values were written; those that were the same already are not
    public record CopiedSettings(int copied) {}

    @POST
    @Path("/{settings:[a-z]+-settings}/{project}/copies")
    @Idempotent
    @RolesAllowed({Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(
            summary = "Copy another project's settings, where they differ, from a date on",
            description = "Those that only the general manager sets are copied only for the general manager")
    public CopiedSettings copy(
            @PathParam("settings") String resource,
            @PathParam("project") String project,
            @NotNull @Valid CopySettings wish) {
        mustBeOurs(resource, project);
        caller.mustBeBoundTo(wish.from());
        return new CopiedSettings(settings.copy(wish.from(), project, wish.validFrom(), wish.reason()));
    }

    private void mustBeOurs(String resource, String project) {
        own.mustBeOurs(resource);
        caller.mustBeBoundTo(project);
    }
}

package org.anchang.kit.setting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

    private void mustBeOurs(String resource, String project) {
        own.mustBeOurs(resource);
        caller.mustBeBoundTo(project);
    }
}

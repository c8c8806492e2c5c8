package org.anchang.customer.finding;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.IntentGrade;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-9: views of the customers' list that were saved, for oneself or for the project.
@Path("/api/v1/customer-views")
@RunOnVirtualThread
@Tag(name = "Customers")
@RolesAllowed(Role.SALES)
public class SavedViewResource {
    /// What the list is asked for, as its parameters are called; what was typed to find somebody is not kept.
    public record ViewFilter(
            @Nullable @Size(max = 100) String owner,
            @Nullable Channel channel,
            @Nullable IntentGrade grade,
            @Nullable Boolean bought,
            @Nullable Boolean withoutPhone,
            @Nullable @Size(max = 40) String source,
            @Nullable Boolean pooled,
            @Nullable Boolean overdue,
            @Nullable @Size(max = 40) String unit,
            @Nullable UUID tag) {}

    /// @param shared whether all who see the project's customers see the view
    public record SaveView(
            @NotBlank String project,
            @NotBlank @OneLine @Size(max = 20) String name,
            boolean shared,
            @NotNull @Valid ViewFilter filter) {}

    /// @param by who saved it
    public record ShownView(UUID id, String name, String by, boolean shared, ViewFilter filter, List<Action> actions) {}

    public record ViewList(List<ShownView> items) {}

    private static final Offer REMOVE_VIEW = Offer.of(CustomerAction.REMOVE_VIEW, SavedViewResource.class, "remove");

    @Inject
    SavedViews views;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "The caller's views of a project's customers, then those that others share")
    public ViewList list(@NotBlank @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        return shown(project);
    }

    @POST
    @Idempotent
    @Operation(summary = "Save a view of the customers' list")
    public ViewList save(@NotNull @Valid SaveView request) {
        caller.mustBeBoundTo(request.project());
        views.save(request);
        return shown(request.project());
    }

    @POST
    @Path("/{id}/removal")
    @Idempotent
    @Operation(summary = "Remove a view: one's own, or as site manager one that is shared")
    public ViewList remove(@PathParam("id") UUID id) {
        return shown(views.remove(caller.scope(), id));
    }

    private ViewList shown(String project) {
        return new ViewList(views.of(project).stream()
                .map(view -> new ShownView(
                        view.id(),
                        view.name(),
                        view.person(),
                        view.shared(),
                        view.filter(),
                        List.of(REMOVE_VIEW.on(
                                view.person().equals(caller.name()) || caller.holds(project, Role.SITE_MANAGER),
                                view.id()))))
                .toList());
    }
}

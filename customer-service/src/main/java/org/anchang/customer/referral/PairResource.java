package org.anchang.customer.referral;

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
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.referral.Professions.Pair;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
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

/// REF-2: which professions need each other, as the project's site manager says.
@Path("/api/v1/profession-pairs")
@RunOnVirtualThread
@Tag(name = "Referrals")
public class PairResource {
    /// @param why what the two have of each other
    public record AddPair(
            @NotBlank @Size(max = 50) String project,
            @NotBlank @OneLine @Size(max = 60) String one,
            @NotBlank @OneLine @Size(max = 60) String other,
            @NotBlank @OneLine @Size(max = 200) String why) {}

    public record ShownPair(UUID id, String project, String one, String other, String why, List<Action> actions) {}

    private static final Offer REMOVE = Offer.of(CustomerAction.REMOVE, PairResource.class, "removePair");

    @Inject
    Professions professions;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "Professions that need each other")
    public Page<ShownPair> listPairs(
            @QueryParam("project") @Nullable String project, @Valid @BeanParam PageRequest page) {
        return professions.list(caller.scope(), project, page).map(this::shown);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Say that two professions need each other")
    public ShownPair addPair(@NotNull @Valid AddPair request) {
        return shown(professions.add(request.project(), List.of(request.one(), request.other()), request.why()));
    }

    @POST
    @Path("/{id}/removal")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Say that two professions need each other no longer")
    public void removePair(@PathParam("id") UUID id) {
        professions.remove(caller.scope(), id);
    }

    private ShownPair shown(Pair pair) {
        return new ShownPair(
                pair.id(),
                pair.project(),
                pair.one(),
                pair.other(),
                pair.why(),
                List.of(REMOVE.to(caller, pair.project(), pair.id())));
    }
}

package org.anchang.customer.pool;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
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
import org.jspecify.annotations.Nullable;

/// TRK-5: the named pools of a project, as the site manager arranges them; the general one goes by the settings.
@Path("/api/v1/customer-pools")
@RunOnVirtualThread
@Tag(name = "Pool")
@RolesAllowed(Role.SITE_MANAGER)
public class CustomerPoolResource {
    /// @param place        of several pools whose rules name a customer the first takes them; left out: the last
    /// @param claimsADay   how many a consultant takes out of this pool on a day; left out: as the project's
    ///     setting says
    /// @param coolDownDays after which a former owner may take a customer back; left out: the same
    /// @param rules        of several that name a customer the first counts
    public record PoolTerms(
            @NotBlank @OneLine @Size(max = 12) String name,
            @Nullable @Min(1) @Max(99) Integer place,
            @Nullable @Min(0) @Max(1000) Integer claimsADay,
            @Nullable @Min(0) @Max(3650) Integer coolDownDays,
            @NotNull @Size(max = 20) List<@NotNull @Valid PoolRule> rules) {}

    public record AddPool(
            @NotBlank @Size(max = 50) String project,
            @NotNull @Valid PoolTerms terms) {}

    /// @param retired nobody falls into it any more; who is in it can still be taken
    /// @param version with which it is changed
    public record ShownPool(
            UUID id,
            String name,
            int place,
            @Nullable Integer claimsADay,
            @Nullable Integer coolDownDays,
            List<PoolRule> rules,
            boolean retired,
            long version,
            List<Action> actions) {}

    /// @param items in the order in which they take customers, then the retired ones
    public record PoolList(List<ShownPool> items, List<Action> actions) {}

    private static final Offer ADD_POOL = Offer.of(CustomerAction.ADD_POOL, CustomerPoolResource.class, "add");
    private static final Offer CHANGE_POOL = Offer.of(CustomerAction.CHANGE_POOL, CustomerPoolResource.class, "change");
    private static final Offer REVIVE_POOL = Offer.of(CustomerAction.REVIVE_POOL, CustomerPoolResource.class, "revive");
    private static final Offer RETIRE_POOL = Offer.of(CustomerAction.RETIRE_POOL, CustomerPoolResource.class, "retire");

    @Inject
    Pools pools;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "The named pools of a project, with their rules and terms")
    public PoolList list(@NotBlank @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        return shown(project);
    }

    @POST
    @Idempotent
    @Operation(summary = "Make a pool, with the rules by which customers fall into it")
    public PoolList add(@NotNull @Valid AddPool wish) {
        caller.mustBeBoundTo(wish.project());
        pools.add(wish.project(), wish.terms());
        return shown(wish.project());
    }

    @POST
    @Path("/{id}/changes")
    @Idempotent
    @Operation(summary = "Change a pool's name, rules and terms. Takes If-Match")
    public PoolList change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") List<String> ifMatch, @NotNull @Valid PoolTerms terms) {
        return shown(pools.change(caller.scope(), id, ifMatch, terms));
    }

    @POST
    @Path("/{id}/retirement")
    @Idempotent
    @Operation(summary = "Retire a pool: nobody falls into it any more; who is in it can still be taken")
    public PoolList retire(@PathParam("id") UUID id) {
        return shown(pools.retire(caller.scope(), id, true));
    }

    @POST
    @Path("/{id}/revival")
    @Idempotent
    @Operation(summary = "Take a retired pool up again")
    public PoolList revive(@PathParam("id") UUID id) {
        return shown(pools.retire(caller.scope(), id, false));
    }

    private PoolList shown(String project) {
        var arranges = caller.holds(project, Role.SITE_MANAGER);
        return new PoolList(
                pools.of(project).stream().map(pool -> shown(pool, arranges)).toList(), List.of(ADD_POOL.on(arranges)));
    }

    private static ShownPool shown(CustomerPool pool, boolean arranges) {
        return new ShownPool(
                pool.id(),
                pool.name(),
                pool.place(),
                pool.claimsADay(),
                pool.coolDownDays(),
                pool.rules(),
                pool.retired(),
                pool.version(),
                List.of(
                        CHANGE_POOL.on(arranges, pool.id()),
                        pool.retired() ? REVIVE_POOL.on(arranges, pool.id()) : RETIRE_POOL.on(arranges, pool.id())));
    }
}

package org.anchang.customer.ownership.pool;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.showing.ShowingCustomers;
import org.anchang.customer.showing.ShownCustomer;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// TRK-5: who is in the pools of a project.
@Path("/api/v1/pool/{project}")
@RunOnVirtualThread
@Tag(name = "Pool")
public class PoolResource implements OfferSource {
    public record ClaimCustomer(@NotNull UUID customer) {}

    /// @param customers of any pool
    /// @param to        into which named pool; left out: the general one
    public record MoveBetweenPools(
            @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> customers,
            @Nullable UUID to,
            @NotBlank @Size(max = 500) String reason) {}

    /// @param moved  how many are in another pool than before
    /// @param stayed how many were there already, or are somebody's by now
    public record MovedBetweenPools(int moved, int stayed) {}

    /// A customer of the pool, as whoever has not taken them yet sees them (SEC-1).
    ///
    /// @param name          masked, as is the phone; in full for who takes the customer
    /// @param formerOwner   whose the customer was
    /// @param lastContactAt when somebody of the office had to do with them last
    /// @param pool          in which named pool they are; absent: in the general one
    /// @param heldUntil     until when a manager keeps them from being taken
    public record PooledCustomer(
            UUID id,
            String name,
            @Nullable String phone,
            @Nullable IntentGrade intentGrade,
            Channel channel,
            String formerOwner,
            Instant since,
            Instant lastContactAt,
            @Nullable UUID pool,
            @Nullable LocalDate heldUntil,
            List<Action> actions) {}

    /// How many customers there are in each pool.
    ///
    /// @param pool    none: the general one
    /// @param name    of a named pool
    /// @param retired whether nobody falls into it any more
    public record PoolCount(@Nullable UUID pool, @Nullable String name, boolean retired, long customers) {}

    /// @param items   the general one, then the named ones in their order
    public record PoolCounts(List<PoolCount> items, List<Action> actions) {}

    /// @param most   how many a consultant may take on one day
    /// @param left   how many the caller may still take today
    /// @param owned  how many customers who have not bought the caller owns
    /// @param limit  who owns so many takes no more; 0: no limit
    public record Quota(int most, long left, long owned, int limit) {}

    private static final List<Offer> FOR_OTHERS = List.of(Offer.of(CustomerAction.CLAIM, PoolResource.class, "claim"));

    @Inject
    ShowingPool showing;

    @Inject
    ClaimingCustomers claiming;

    @Inject
    MovingBetweenPools moving;

    @Inject
    ShowingCustomers customers;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(
            summary = "Customers of the pools, masked, who came into them last first",
            description = "`pool`: of this one alone; `general`: of the general one alone")
    public Page<PooledCustomer> list(
            @PathParam("project") String project,
            @QueryParam("grade") @Nullable IntentGrade grade,
            @QueryParam("pool") @Nullable UUID pool,
            @QueryParam("general") @DefaultValue("false") boolean general,
            @Valid @BeanParam PageRequest page) {
        return showing.list(project, new ShowingPool.PoolFilter(grade, pool, general), page);
    }

    @GET
    @Path("/counts")
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "The pools of a project, and how many customers there are in each")
    public PoolCounts counts(@PathParam("project") String project) {
        return showing.counts(project);
    }

    @GET
    @Path("/quota")
    @Snapshot
    @RolesAllowed(Role.CONSULTANT)
    @Operation(
            summary = "How many customers the caller may still take today out of a pool; left out: of the general one")
    public Quota quota(@PathParam("project") String project, @QueryParam("pool") @Nullable UUID pool) {
        return claiming.quota(project, pool);
    }

    @POST
    @Path("/claims")
    @Idempotent
    @RolesAllowed(Role.CONSULTANT)
    @Operation(
            summary = "Take a customer from the pool; of several at once one wins",
            description = "The others hear whose the customer is: CLAIMED_BY_ANOTHER")
    public ShownCustomer claim(@PathParam("project") String project, @NotNull @Valid ClaimCustomer wish) {
        return customers.one(claiming.claim(project, wish.customer()));
    }

    @POST
    @Path("/moves")
    @Idempotent
    @RolesAllowed({Role.SALES_SUPERVISOR, Role.SITE_MANAGER})
    @Operation(
            summary = "Put customers of one pool into another, one or up to 200",
            description = "From then on they are taken by the terms of that pool; nobody's cool-down begins anew")
    public MovedBetweenPools move(@PathParam("project") String project, @NotNull @Valid MoveBetweenPools wish) {
        return moving.move(project, wish);
    }
}

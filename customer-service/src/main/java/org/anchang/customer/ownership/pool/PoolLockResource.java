package org.anchang.customer.ownership.pool;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// TRK-5: customers who stay where they are until a day.
@Path("/api/v1/pool-locks")
@RunOnVirtualThread
@Tag(name = "Pool")
@RolesAllowed({Role.SALES_SUPERVISOR, Role.SITE_MANAGER})
public class PoolLockResource implements OfferSource {
    /// @param until the last day on which it holds
    public record LockCustomer(
            @NotNull UUID customer,
            @NotNull LocalDate until,
            @NotBlank @Size(max = 500) String reason) {}

    /// @param until the last day, if it is another than was asked for
    public record DecideProtection(
            @Nullable LocalDate until,
            @Nullable @Size(max = 500) String word) {}

    public record EndLock(@NotBlank @Size(max = 500) String word) {}

    /// @param reason for the customer's owner and the site manager alone, as is what was said to it
    /// @param holds  whether it is in force today
    public record ShownLock(
            UUID id,
            UUID customer,
            String customerName,
            PoolLock.LockState state,
            LocalDate until,
            boolean holds,
            @Nullable String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String word,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            List<Action> actions) {}

    private static final Offer GRANT_PROTECTION =
            Offer.of(CustomerAction.GRANT_PROTECTION, PoolLockResource.class, "grant");
    private static final Offer REFUSE_PROTECTION =
            Offer.of(CustomerAction.REFUSE_PROTECTION, PoolLockResource.class, "refuse");
    private static final Offer UNLOCK = Offer.of(CustomerAction.UNLOCK, PoolLockResource.class, "end");

    private static final List<Offer> FOR_OTHERS = List.of(
            Offer.of(CustomerAction.ASK_PROTECTION, PoolLockResource.class, "ask"),
            Offer.of(CustomerAction.LOCK_CUSTOMER, PoolLockResource.class, "lock"));

    @Inject
    PoolLocks locks;

    @Inject
    LockingCustomers locking;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "Locks, and what was asked for, the last first; consultants see those of own customers")
    public Page<ShownLock> list(
            @NotBlank @QueryParam("project") String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("state") PoolLock.@Nullable LockState state,
            @Valid @BeanParam PageRequest page) {
        caller.mustBeBoundTo(project);
        var filter = new PoolLocks.LockFilter(project, customers.present(customer), state);
        var found = locks.list(caller.scope(), filter, page);
        var names = texts.names(found.items().stream().map(PoolLock::customer).toList());
        return texts.each(found, PoolLock::customer, lock -> read -> shown(lock, names, read));
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Lock a customer until a day; a lock that stands is over with it",
            description = "Who is somebody's falls into no pool, who is in a pool is not taken")
    public ShownLock lock(@NotNull @Valid LockCustomer wish) {
        return written(locking.lock(wish));
    }

    @POST
    @Path("/requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "Ask that an own customer falls into no pool until a day")
    public ShownLock ask(@NotNull @Valid LockCustomer wish) {
        return written(locking.ask(wish));
    }

    @POST
    @Path("/{id}/grant")
    @Idempotent
    @Operation(summary = "Grant what was asked for")
    public ShownLock grant(@PathParam("id") UUID id, @NotNull @Valid DecideProtection wish) {
        return written(locking.grant(id, wish));
    }

    @POST
    @Path("/{id}/refusal")
    @Idempotent
    @Operation(summary = "Refuse what was asked for")
    public ShownLock refuse(@PathParam("id") UUID id, @NotNull @Valid EndLock wish) {
        return written(locking.refuseIt(id, wish.word()));
    }

    @POST
    @Path("/{id}/end")
    @Idempotent
    @Operation(summary = "End a lock before its day")
    public ShownLock end(@PathParam("id") UUID id, @NotNull @Valid EndLock wish) {
        return written(locking.end(id, wish.word()));
    }

    private ShownLock written(PoolLock lock) {
        return shown(lock, texts.names(List.of(lock.customer())), texts.written());
    }

    private ShownLock shown(PoolLock lock, Map<UUID, String> names, Texts.Reading read) {
        return new ShownLock(
                lock.id(),
                lock.customer(),
                requireNonNull(names.get(lock.customer())),
                lock.state(),
                lock.untilOn(),
                lock.holdsOn(clock.today()),
                read.of(lock.reason(), lock.place("reason")),
                lock.askedBy(),
                lock.askedAt(),
                lock.decidedBy(),
                lock.decidedAt(),
                read.of(lock.word(), lock.place("word")),
                lock.endedBy(),
                lock.endedAt(),
                actions(lock));
    }

    private List<Action> actions(PoolLock lock) {
        var manages = caller.holds(lock.project(), Role.SALES_SUPERVISOR, Role.SITE_MANAGER);
        var decides = manages && !lock.askedBy().equals(caller.name());
        return switch (lock.state()) {
            case ASKED -> List.of(GRANT_PROTECTION.on(decides, lock.id()), REFUSE_PROTECTION.on(decides, lock.id()));
            case LOCKED -> List.of(UNLOCK.on(manages, lock.id()));
            case REFUSED, ENDED -> List.of();
        };
    }
}

package org.anchang.customer.ownership.pool;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.ownership.pool.PoolResource.PoolCount;
import org.anchang.customer.ownership.pool.PoolResource.PoolCounts;
import org.anchang.customer.ownership.pool.PoolResource.PooledCustomer;
import org.anchang.customer.phone.KnownPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.pool.CustomerPoolResource;
import org.anchang.customer.pool.Pools;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Key;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-5, SEC-1: who is in the pools, masked for everybody.
@ApplicationScoped
class ShowingPool {
    /// @param pool    of this one alone
    /// @param general of the general one alone
    record PoolFilter(@Nullable IntentGrade grade, @Nullable UUID pool, boolean general) {}

    record PoolSize(@Nullable UUID pool, long customers) {}

    record Pooled(
            UUID customer,
            @Nullable IntentGrade intentGrade,
            Channel channel,
            String fromOwner,
            Instant since,
            Instant lastAt,
            @Nullable UUID pool,
            @Nullable LocalDate heldUntil) {}

    private static final String LIST = """
            SELECT p.customer, p.intent_grade, p.channel, p.from_owner, p.since,
                   (SELECT max(at) FROM customer_contact k WHERE k.customer = p.customer) AS last_at,
                   p.pool,
                   (SELECT l.until_on FROM locked_customer l
                    WHERE l.project = p.project AND l.customer = p.customer AND l.until_on >= :today) AS held_until
            FROM pooled_customer p
            WHERE p.project = :project AND (:grade::text IS NULL OR p.intent_grade = :grade)
              AND (:pool::uuid IS NULL OR p.pool = :pool) AND NOT (:general AND p.pool IS NOT NULL)
              AND (:since::timestamptz IS NULL OR (p.since, p.customer) < (:since, :after))
            ORDER BY p.since DESC, p.customer DESC LIMIT :rows""";

    private static final String COUNTS =
            "SELECT pool, count(*) AS customers FROM pooled_customer WHERE project = :project GROUP BY pool";

    private static final Offer CLAIM = Offer.of(CustomerAction.CLAIM, PoolResource.class, "claim");
    private static final Offer ADD_POOL = Offer.of(CustomerAction.ADD_POOL, CustomerPoolResource.class, "add");
    private static final Offer MOVE_BETWEEN_POOLS =
            Offer.of(CustomerAction.MOVE_BETWEEN_POOLS, PoolResource.class, "move");
    private static final Offer LOCK_CUSTOMER = Offer.of(CustomerAction.LOCK_CUSTOMER, PoolLockResource.class, "lock");

    @Inject
    Database database;

    @Inject
    Pools pools;

    @Inject
    OfficeClock clock;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    Page<PooledCustomer> list(String project, PoolFilter filter, PageRequest page) {
        caller.mustBeBoundTo(project);
        var found = database.sql(LIST)
                .with("project", project)
                .with(filter)
                .with("today", clock.today())
                .page(
                        page,
                        Pooled.class,
                        List.of(
                                new Key<>("since", Pooled::since, Instant::parse),
                                new Key<>("after", Pooled::customer, UUID::fromString)));
        var ids = found.items().stream().map(Pooled::customer).toList();
        var byId = customers.each(ids, Function.identity());
        var numbers = phones.of(ids);
        var claim = List.of(CLAIM.to(caller, project, project));
        return found.map(pooled -> shown(
                pooled,
                requireNonNull(byId.get(pooled.customer())),
                numbers.getOrDefault(pooled.customer(), List.of()),
                claim));
    }

    /// The general one, and each named one that is not retired, or in which somebody is.
    PoolCounts counts(String project) {
        caller.mustBeBoundTo(project);
        var within = database.sql(COUNTS).with("project", project).rows(PoolSize.class).stream()
                .collect(Collectors.toMap(one -> Optional.ofNullable(one.pool()), PoolSize::customers));
        var named = pools.of(project).stream()
                .map(pool -> new PoolCount(
                        pool.id(), pool.name(), pool.retired(), within.getOrDefault(Optional.of(pool.id()), 0L)))
                .filter(pool -> !pool.retired() || pool.customers() > 0);
        var general = new PoolCount(null, null, false, within.getOrDefault(Optional.<UUID>empty(), 0L));
        return new PoolCounts(
                Stream.concat(Stream.of(general), named).toList(),
                List.of(
                        ADD_POOL.to(caller, project),
                        MOVE_BETWEEN_POOLS.to(caller, project, project),
                        LOCK_CUSTOMER.to(caller, project)));
    }

    private PooledCustomer shown(Pooled pooled, Customer customer, List<KnownPhone> numbers, List<Action> actions) {
        return new PooledCustomer(
                pooled.customer(),
                Mask.name(sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()))),
                numbers.stream()
                        .map(known -> Mask.number(known.phone()))
                        .findFirst()
                        .orElse(null),
                pooled.intentGrade(),
                pooled.channel(),
                pooled.fromOwner(),
                pooled.since(),
                pooled.lastAt(),
                pooled.pool(),
                pooled.heldUntil(),
                actions);
    }
}

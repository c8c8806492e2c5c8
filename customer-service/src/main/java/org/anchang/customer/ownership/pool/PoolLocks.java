package org.anchang.customer.ownership.pool;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.jspecify.annotations.Nullable;

/// All locks, and what was asked for. A consultant meets those of own customers, and what they asked for (SEC-1).
@ApplicationScoped
class PoolLocks implements PanacheRepositoryBase<PoolLock, UUID>, Recorded {
    private static final String ERASE =
            "UPDATE pool_lock SET reason = :reason, word = NULL, version = version + 1 WHERE id = :id";

    record LockFilter(String project, @Nullable UUID customer, PoolLock.@Nullable LockState state) {}

    Page<PoolLock> list(Scope scope, LockFilter filter, PageRequest page) {
        var seen = scope.onOwn("l.project", "(c.owner = :scopePerson or l.askedBy = :scopePerson)");
        return new Conditions(seen, scope.parameters())
                .and("l.project = :project", filter.project())
                .and("(c.id = :customer or c.mergedInto = :customer)", filter.customer())
                .and("l.state = :state", filter.state())
                .latestBy("l.id", page)
                .entities(
                        getEntityManager(),
                        "select l from PoolLock l join Customer c on c.id = l.customer where ",
                        PoolLock.class,
                        PoolLock::id);
    }

    /// What is asked for, or stands, of these records.
    List<PoolLock> openOf(Collection<UUID> records) {
        return list(
                "customer in ?1 and state in ?2",
                records,
                List.of(PoolLock.LockState.ASKED, PoolLock.LockState.LOCKED));
    }

    @Override
    public Held held() {
        return Held.in("pool_lock", "POOL_LOCKS", "reason", "word").erased(ERASE, Map.of("reason", Held.GONE));
    }
}

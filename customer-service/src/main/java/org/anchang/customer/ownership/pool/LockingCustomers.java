package org.anchang.customer.ownership.pool;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Ruling;
import org.anchang.customer.ownership.pool.PoolLockResource.DecideProtection;
import org.anchang.customer.ownership.pool.PoolLockResource.LockCustomer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TRK-5: locks customers, or asks for it, and decides what was asked for: under the customer's row, as whoever moves
/// them holds it too.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LockingCustomers {
    @Inject
    PoolLocks locks;

    @Inject
    Customers customers;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// What stands already is over with it.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, LOCK_ENDS_IN_THE_PAST, PROTECTION_IS_ASKED_FOR
    PoolLock lock(LockCustomer wish) {
        var customer = toChange(wish.customer());
        refuseUnlessManager(customer.project());
        mustBeToCome(wish.until());
        for (var open : locks.openOf(customers.records(customer))) {
            refuseIf(open.state() == PoolLock.LockState.ASKED, CustomerRefusal.PROTECTION_IS_ASKED_FOR);
            open.end(decision(null), sealing);
        }
        return kept(PoolLock.locked(customer, wish(wish), sealing));
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, LOCK_ENDS_IN_THE_PAST, PROTECTION_IS_ASKED_FOR,
    ///     LOCK_STANDS_ALREADY
    PoolLock ask(LockCustomer wish) {
        var customer = toChange(wish.customer());
        refuseIf(!customer.belongsTo(caller.name()), KitRefusal.NOT_FOUND);
        mustBeToCome(wish.until());
        for (var open : locks.openOf(customers.records(customer))) {
            refuseIf(open.state() == PoolLock.LockState.ASKED, CustomerRefusal.PROTECTION_IS_ASKED_FOR);
            if (open.holdsOn(clock.today())) {
                throw refuse(CustomerRefusal.LOCK_STANDS_ALREADY).with("until", open.untilOn());
            }
            open.end(decision(null), sealing);
        }
        return kept(PoolLock.asked(customer, wish(wish), sealing));
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, LOCK_ENDS_IN_THE_PAST, PROTECTION_IS_DECIDED,
    ///     OWN_PROTECTION_IS_OTHERS_TO_GRANT
    PoolLock grant(UUID id, DecideProtection wish) {
        var lock = toDecide(id);
        var until = wish.until() == null ? lock.untilOn() : wish.until();
        mustBeToCome(until);
        lock.grant(until, decision(wish.word()), sealing);
        return lock;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, PROTECTION_IS_DECIDED, OWN_PROTECTION_IS_OTHERS_TO_GRANT
    PoolLock refuseIt(UUID id, @Nullable String word) {
        var lock = toDecide(id);
        lock.refuse(decision(word), sealing);
        return lock;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, LOCK_HAS_ENDED
    PoolLock end(UUID id, @Nullable String word) {
        var lock = toDecide(id);
        lock.end(decision(word), sealing);
        return lock;
    }

    private PoolLock kept(PoolLock lock) {
        // One that stood has ended before the next begins: the index lets one be open.
        locks.flush();
        locks.persistAndFlush(lock);
        return lock;
    }

    private Customer toChange(UUID id) {
        var customer = customers.get(caller.scope(), id);
        customers.getEntityManager().lock(customer, LockModeType.PESSIMISTIC_WRITE);
        return customer;
    }

    private PoolLock toDecide(UUID id) {
        var lock = locks.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (lock == null) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
        refuseUnlessManager(lock.project());
        return lock;
    }

    private void refuseUnlessManager(String project) {
        refuseIf(!caller.holds(project, Role.SITE_MANAGER, Role.SALES_SUPERVISOR), KitRefusal.NOT_FOUND);
    }

    private void mustBeToCome(LocalDate until) {
        refuseIf(until.isBefore(clock.today()), CustomerRefusal.LOCK_ENDS_IN_THE_PAST);
    }

    private PoolLock.Wish wish(LockCustomer wish) {
        return new PoolLock.Wish(wish.until(), wish.reason(), caller.name(), clock.instant());
    }

    private Ruling decision(@Nullable String word) {
        return new Ruling(word, caller.name(), clock.instant());
    }
}

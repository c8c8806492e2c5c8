package org.anchang.customer.loss;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Ruling;
import org.anchang.customer.loss.LossResource.ConfirmLoss;
import org.anchang.customer.loss.LossResource.GiveUp;
import org.anchang.customer.loss.LossResource.ReturnLoss;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-6: applies for giving a customer up, and decides it. Who is given up is in no list of what is overdue until
/// somebody talks with them again.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class GivingUp {
    /// @param mayBePooled whether they neither buy nor have bought
    /// @param heldUntil   TRK-5: until when they are locked
    private record Facts(
            boolean mayBePooled,
            @Nullable LocalDate heldUntil,
            @Nullable LocalDate viewedFirst) {}

    private static final String FACTS = """
            SELECT may_be_pooled, held_until, (visited_at AT TIME ZONE 'Asia/Shanghai')::date AS viewed_first
            FROM tracked_customer WHERE customer = :customer AND project = :project""";

    @Inject
    Losses losses;

    @Inject
    Customers customers;

    @Inject
    MovingCustomers moving;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CUSTOMER_HAS_A_DEAL, LOSS_IS_APPLIED_FOR
    Loss apply(GiveUp wish) {
        var customer = customers.get(caller.scope(), wish.customer());
        refuseIf(!customer.belongsTo(caller.name()), KitRefusal.NOT_FOUND);
        // One applies at a time.
        customers.getEntityManager().lock(customer, LockModeType.PESSIMISTIC_WRITE);
        var facts = facts(customer);
        refuseUnless(facts.mayBePooled(), CustomerRefusal.CUSTOMER_HAS_A_DEAL);
        refuseIf(
                losses.count("customer = ?1 and state = ?2", customer.id(), Loss.LossState.APPLIED) > 0,
                CustomerRefusal.LOSS_IS_APPLIED_FOR);
        var loss = Loss.of(
                customer,
                new Loss.Application(wish.objection(), wish.reason(), wish.units(), caller.name(), clock.instant()),
                facts.viewedFirst(),
                sealing);
        losses.persist(loss);
        return loss;
    }

    /// Between application and word lie days: what the application rests on is asked again, under the customer's
    /// row.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWN_LOSS_IS_OTHERS_TO_DECIDE, LOSS_IS_DECIDED,
    ///     OWNER_HAS_CHANGED, CUSTOMER_IS_LOCKED, CUSTOMER_HAS_A_DEAL
    Loss confirm(UUID id, ConfirmLoss wish) {
        var loss = toDecide(id);
        loss.confirm(new Ruling(wish.word(), caller.name(), clock.instant()), sealing);
        var customer = customers.toChange(loss.project(), loss.customer());
        refuseUnless(customer.isPooled() || customer.belongsTo(loss.appliedBy()), CustomerRefusal.OWNER_HAS_CHANGED);
        var facts = facts(customer);
        var falls = wish.pool() && !customer.isPooled();
        if (falls) {
            moving.mustNotBeLocked(facts.heldUntil());
        }
        refuseUnless(facts.mayBePooled(), CustomerRefusal.CUSTOMER_HAS_A_DEAL);
        outbox.append(loss.givenUp(clock.instant()));
        if (falls) {
            moving.move(
                    List.of(customer),
                    _ -> new Customer.Decision(Customer.POOL, caller.name(), clock.instant(), "POOLED"),
                    null);
        }
        return loss;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWN_LOSS_IS_OTHERS_TO_DECIDE, LOSS_IS_DECIDED
    Loss giveBack(UUID id, ReturnLoss wish) {
        var loss = toDecide(id);
        loss.giveBack(new Ruling(wish.word(), caller.name(), clock.instant()), sealing);
        return loss;
    }

    private Facts facts(Customer customer) {
        return database.sql(FACTS)
                .with("customer", customer.id())
                .with("project", customer.project())
                .one(Facts.class);
    }

    private Loss toDecide(UUID id) {
        var loss = losses.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (loss == null || !caller.holds(loss.project(), Role.SITE_MANAGER)) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
        return loss;
    }
}

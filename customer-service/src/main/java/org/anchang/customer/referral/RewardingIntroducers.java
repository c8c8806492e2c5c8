package org.anchang.customer.referral;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.referral.Rewards.Reward;
import org.anchang.customer.referral.Rewards.RewardState;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Names;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// REF-3: once a deal is filed, whoever brought its customer is owed the project's reward: a line of its budget, for
/// each deal one, paid once by finance. A deal that is undone takes its line with it, and what was paid is owed back.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RewardingIntroducers {
    private static final String OWE = """
            INSERT INTO referral_reward (id, project, deal, customer, introducer, amount, filed_on, due_on, state, made_at)
            VALUES (:id, :project, :deal, :customer, :introducer, :amount, :filed, :due, 'OPEN', :at)
            ON CONFLICT (deal) DO NOTHING""";
    private static final String UNDO = """
            UPDATE referral_reward SET state = CASE state WHEN 'OPEN' THEN 'CANCELLED' ELSE 'TO_RECOVER' END, ended_at = :at
            WHERE deal = :deal AND state IN ('OPEN', 'PAID')""";
    /// Filed anew after its filing was cancelled.
    private static final String REVIVE = """
            UPDATE referral_reward SET state = CASE state WHEN 'CANCELLED' THEN 'OPEN' ELSE 'PAID' END, ended_at = NULL
            WHERE deal = :deal AND state IN ('CANCELLED', 'TO_RECOVER')""";
    private static final String ONE_AT_A_TIME =
            "SELECT count(*) FROM (SELECT pg_advisory_xact_lock(hashtextextended('rewards ' || :project, 0))) turn";
    private static final String PAY = """
            UPDATE referral_reward SET state = 'PAID', paid_on = :on, paid_by = :by, record = :record
            WHERE id = :id AND state = 'OPEN'""";
    private static final String RECOVER =
            "UPDATE referral_reward SET state = 'RECOVERED', ended_at = :at WHERE id = :id AND state = 'TO_RECOVER'";
    private static final String IS_USED =
            "SELECT count(*) FROM referral_reward WHERE project = :project AND record = :record";

    @Inject
    Database database;

    @Inject
    Rewards rewards;

    @Inject
    Customers customers;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// However often it is told.
    public void filed(DealFiled filed) {
        if (database.sql(REVIVE).with("deal", filed.deal()).write() > 0) {
            return;
        }
        var amount = settings.money(filed.project(), CustomerSetting.REFERRAL_REWARD);
        var customer = customers.standing(filed.terms().customer());
        var introducer = customer.flatMap(one -> introducer(one.introducedBy()));
        if (amount.isPositive()
                && introducer.isPresent()
                && !introducer.get().equals(customer.get().id())) {
            var days = settings.integer(filed.project(), CustomerSetting.REFERRAL_REWARD_DAYS);
            database.sql(OWE)
                    .with("id", Ids.next())
                    .with("project", filed.project())
                    .with("deal", filed.deal())
                    .with("customer", customer.get().id())
                    .with("introducer", introducer.get())
                    .with("amount", amount)
                    .with("filed", filed.filedOn())
                    .with("due", filed.filedOn().plusDays(days))
                    .with("at", clock.instant())
                    .write();
        }
    }

    /// The deal was given back, or is filed no longer.
    public void undone(UUID deal) {
        database.sql(UNDO).with("deal", deal).with("at", clock.instant()).write();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, REWARD_IS_NOT_OPEN, REWARD_IS_NOT_DUE, REWARD_PAPER_IS_USED,
    ///     REWARD_EXCEEDS_BUDGET
    Reward pay(UUID id, LocalDate on, String written) {
        var project = rewards.get(caller.scope(), id).project();
        database.sql(ONE_AT_A_TIME).with("project", project).one(Long.class);
        var reward = rewards.get(caller.scope(), id);
        var record = Names.plain(written);
        refuseUnless(reward.state() == RewardState.OPEN, CustomerRefusal.REWARD_IS_NOT_OPEN);
        refuseIf(on.isAfter(clock.today()), CustomerRefusal.PAYMENT_IS_TO_COME);
        if (on.isBefore(reward.dueOn())) {
            throw refuse(CustomerRefusal.REWARD_IS_NOT_DUE).with("dueOn", reward.dueOn());
        }
        var used = database.sql(IS_USED)
                .with("project", project)
                .with("record", record)
                .one(Long.class);
        refuseIf(used > 0, CustomerRefusal.REWARD_PAPER_IS_USED);
        mustBeInBudget(reward, on);
        note(reward, on, record);
        return rewards.get(caller.scope(), id);
    }

    /// Whoever took the reward back meanwhile was first.
    private void note(Reward reward, LocalDate on, String record) {
        var paid = database.sql(PAY)
                .with("id", reward.id())
                .with("on", on)
                .with("by", caller.name())
                .with("record", record)
                .write();
        refuseUnless(paid == 1, CustomerRefusal.REWARD_IS_NOT_OPEN);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, REWARD_IS_NOT_OWED_BACK
    Reward recover(UUID id) {
        var reward = rewards.get(caller.scope(), id);
        var written = database.sql(RECOVER)
                .with("id", reward.id())
                .with("at", clock.instant())
                .write();
        refuseUnless(written == 1, CustomerRefusal.REWARD_IS_NOT_OWED_BACK);
        return rewards.get(caller.scope(), id);
    }

    private Optional<UUID> introducer(@Nullable UUID by) {
        return by == null ? Optional.empty() : customers.standing(by).map(Customer::id);
    }

    private void mustBeInBudget(Reward reward, LocalDate on) {
        var budget = settings.money(reward.project(), CustomerSetting.REFERRAL_BUDGET);
        var paid = new Money(rewards.paidIn(reward.project(), on.getYear()));
        if (budget.isPositive() && paid.plus(new Money(reward.amount())).isMoreThan(budget)) {
            throw refuse(CustomerRefusal.REWARD_EXCEEDS_BUDGET)
                    .with("budget", budget.toString())
                    .with("paid", paid.toString());
        }
    }
}

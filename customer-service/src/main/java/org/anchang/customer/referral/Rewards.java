package org.anchang.customer.referral;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// REF-3: what introducers are owed and were paid. A consultant sees those to own customers (SEC-1).
@ApplicationScoped
class Rewards implements Recorded {
    public enum RewardState {
        OPEN,
        PAID,
        /// The deal was undone before it was paid
        CANCELLED,
        /// The deal was undone after
        TO_RECOVER,
        RECOVERED
    }

    record Reward(
            UUID id,
            String project,
            UUID deal,
            UUID customer,
            UUID introducer,
            BigDecimal amount,
            LocalDate filedOn,
            LocalDate dueOn,
            RewardState state,
            @Nullable LocalDate paidOn,
            @Nullable String paidBy,
            @Nullable String record) {}

    /// @param open how much of it is still to be paid
    record Budget(BigDecimal open, BigDecimal paid) {}

    private static final String HELD =
            "SELECT id, to_jsonb(r)::text AS body FROM referral_reward r WHERE introducer = ANY (:records) OR customer = ANY (:records) ORDER BY id";
    private static final String LIST = """
            SELECT w.id, w.project, w.deal, c.customer, r.customer AS introducer, w.amount, w.filed_on, w.due_on, w.state,
                   w.paid_on, w.paid_by, w.record
            FROM referral_reward w JOIN standing_record r ON r.record = w.introducer JOIN standing_record c ON c.record = w.customer
            WHERE\s""";
    private static final String BUDGET = """
            SELECT coalesce(sum(amount) FILTER (WHERE state = 'OPEN'), 0.00) AS open,
                   coalesce(sum(amount) FILTER (WHERE state IN ('PAID', 'TO_RECOVER') AND extract(year FROM paid_on) = :year), 0.00) AS paid
            FROM referral_reward WHERE project = :project""";

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Reward get(Scope scope, UUID id) {
        var conditions = conditions(scope).and("w.id = :id", id);
        return database.sql(LIST + conditions)
                .with(conditions.parameters())
                .row(Reward.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The latest first.
    Page<Reward> list(Scope scope, @Nullable String project, @Nullable RewardState state, PageRequest page) {
        var conditions = conditions(scope).and("w.project = :project", project).and("w.state = :state", state);
        return database.page(LIST, conditions.latestBy("w.id", page), Reward.class, Reward::id);
    }

    Budget budget(String project, int year) {
        return database.sql(BUDGET).with("project", project).with("year", year).one(Budget.class);
    }

    BigDecimal paidIn(String project, int year) {
        return budget(project, year).paid();
    }

    private static Conditions conditions(Scope scope) {
        return new Conditions(scope.on("w.project", "r.owner"), scope.parameters());
    }

    @Override
    public Held held() {
        return Held.in("referral_reward", "REWARDS").by(HELD);
    }
}

package org.anchang.customer.pool;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.pool.CustomerPoolResource.PoolTerms;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.ETags;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.jspecify.annotations.Nullable;

/// TRK-5: the named pools of a project, retired ones too.
@ApplicationScoped
public class Pools {
    /// As many as a page of tabs bears.
    private static final int MOST = 12;

    private static final String COLUMNS = """
            SELECT id, project, name, place, claims_a_day, cool_down_days, rules, retired, version
            FROM customer_pool\s""";
    private static final String OF = COLUMNS + "WHERE project = :project ORDER BY retired, place, id";
    private static final String ONE = COLUMNS + "WHERE id = :id";
    private static final String LOCKED = ONE + " FOR NO KEY UPDATE";
    /// Two who add at once are told apart by the unique index on the name, and stand one behind the other.
    private static final String ADD = """
            INSERT INTO customer_pool (id, project, name, place, claims_a_day, cool_down_days, rules, changed_by, changed_at)
            VALUES (:id, :project, :name, :place, :claimsADay, :coolDownDays, :rules::jsonb, :by, :at)
            ON CONFLICT (project, name_key(name)) DO NOTHING""";
    private static final String NAMED =
            "SELECT id FROM customer_pool WHERE project = :project AND name_key(name) = name_key(:name)";
    private static final String CHANGE = """
            UPDATE customer_pool SET name = :name, place = :place, claims_a_day = :claimsADay,
                cool_down_days = :coolDownDays, rules = :rules::jsonb, changed_by = :by, changed_at = :at, version = version + 1
            WHERE id = :id""";
    private static final String RETIRE = """
            UPDATE customer_pool SET retired = :retired, changed_by = :by, changed_at = :at, version = version + 1
            WHERE id = :id""";

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    public List<CustomerPool> of(String project) {
        return database.sql(OF).with("project", project).rows(CustomerPool.class);
    }

    /// One into which customers are put.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public CustomerPool live(String project, UUID id) {
        return one(ONE, id)
                .filter(pool -> pool.project().equals(project) && !pool.retired())
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// @param id of a pool of the project; none: the general one
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public ClaimTerms terms(String project, @Nullable UUID id) {
        var pool = id == null
                ? Optional.<CustomerPool>empty()
                : one(ONE, id).filter(one -> one.project().equals(project));
        refuseIf(id != null && pool.isEmpty(), KitRefusal.NOT_FOUND);
        return new ClaimTerms(
                pool.map(CustomerPool::claimsADay)
                        .orElseGet(() -> settings.integer(project, CustomerSetting.POOL_CLAIMS_A_DAY)),
                pool.map(CustomerPool::coolDownDays)
                        .orElseGet(() -> settings.integer(project, CustomerSetting.POOL_COOL_DOWN_DAYS)),
                settings.integer(project, CustomerSetting.CUSTOMERS_PER_CONSULTANT));
    }

    /// @throws org.anchang.kit.problem.Refused POOLS_ARE_ENOUGH, POOL_NAME_IS_TAKEN
    @Transactional(Transactional.TxType.MANDATORY)
    void add(String project, PoolTerms terms) {
        var all = of(project);
        if (all.stream().filter(pool -> !pool.retired()).count() >= MOST) {
            throw refuse(CustomerRefusal.POOLS_ARE_ENOUGH).with("most", MOST);
        }
        var written = says(ADD, terms, all.size() + 1)
                .with("id", Ids.next())
                .with("project", project)
                .write();
        refuseIf(written == 0, CustomerRefusal.POOL_NAME_IS_TAKEN);
    }

    /// @return the project whose pool it is
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CHANGED_MEANWHILE, POOL_NAME_IS_TAKEN
    @Transactional(Transactional.TxType.MANDATORY)
    String change(Scope scope, UUID id, List<String> ifMatch, PoolTerms terms) {
        var pool = toChange(scope, id);
        ETags.match(ifMatch, pool.version());
        var named = database.sql(NAMED)
                .with("project", pool.project())
                .with("name", terms.name())
                .row(UUID.class);
        refuseIf(named.isPresent() && !named.get().equals(id), CustomerRefusal.POOL_NAME_IS_TAKEN);
        says(CHANGE, terms, pool.place()).with("id", id).write();
        return pool.project();
    }

    /// @return the project whose pool it is
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, POOL_IS_RETIRED, POOLS_ARE_ENOUGH
    @Transactional(Transactional.TxType.MANDATORY)
    String retire(Scope scope, UUID id, boolean retired) {
        var pool = toChange(scope, id);
        refuseIf(retired && pool.retired(), CustomerRefusal.POOL_IS_RETIRED);
        database.sql(RETIRE)
                .with("id", id)
                .with("retired", retired)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        return pool.project();
    }

    private CustomerPool toChange(Scope scope, UUID id) {
        return one(LOCKED, id)
                .filter(pool -> scope.covers(pool.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    private Optional<CustomerPool> one(String statement, UUID id) {
        return database.sql(statement).with("id", id).row(CustomerPool.class);
    }

    private Statement says(String statement, PoolTerms terms, int usualPlace) {
        return database.sql(statement)
                .with(terms)
                .with("name", Names.trimmed(terms.name()))
                .with("place", terms.place() == null ? usualPlace : terms.place())
                .withJson("rules", terms.rules())
                .with("by", caller.name())
                .with("at", clock.instant());
    }
}

package org.anchang.customer.referral;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// REF-2: what customers do for a living, and which professions need each other.
@ApplicationScoped
class Professions {
    record Pair(UUID id, String project, String one, String other, String why) {}

    /// A customer whose profession and this one's need each other.
    record Counterpart(UUID customer, String profession, String why) {}

    private static final String SET = """
            INSERT INTO customer_profession (id, project, customer, profession, recorded_by, recorded_at)
            VALUES (:id, :project, :customer, :profession, :by, :at)""";
    private static final String OF = "SELECT profession FROM known_profession WHERE customer = :customer";
    private static final String PARTNERS = """
            SELECT k.customer, k.profession, p.why FROM profession_pair p
            JOIN known_profession k ON k.project = p.project
                 AND k.profession = CASE WHEN p.one = :profession THEN p.other ELSE p.one END
            WHERE p.removed_at IS NULL AND :profession IN (p.one, p.other) AND p.project = :of AND k.customer <> :customer AND\s""";
    private static final String ADD = """
            INSERT INTO profession_pair (id, project, one, other, why, entered_by, entered_at)
            VALUES (:id, :project, :one, :other, :why, :by, :at)
            ON CONFLICT (project, one, other) WHERE removed_at IS NULL DO NOTHING""";
    private static final String REMOVE = """
            UPDATE profession_pair SET removed_by = :by, removed_at = :at WHERE id = :id AND removed_at IS NULL""";
    private static final String PROJECT = "SELECT project FROM profession_pair WHERE id = :id";
    private static final String PAIRS = "SELECT id, project, one, other, why FROM profession_pair WHERE ";
    private static final int MOST = 50;

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Transactional(Transactional.TxType.MANDATORY)
    void set(Customer customer, String profession) {
        database.sql(SET)
                .with("id", Ids.next())
                .with("project", customer.project())
                .with("customer", customer.id())
                .with("profession", Names.plain(profession))
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
    }

    Optional<String> of(Customer customer) {
        return database.sql(OF).with("customer", customer.id()).row(String.class);
    }

    /// Those among the customers whom the caller sees.
    List<Counterpart> partners(Scope scope, Customer customer, String profession) {
        var conditions = new Conditions(scope.on("k.project", "k.owner"), scope.parameters());
        return database.sql(PARTNERS + conditions + " ORDER BY k.customer LIMIT :most")
                .with(conditions.parameters())
                .with("customer", customer.id())
                .with("of", customer.project())
                .with("profession", profession)
                .with("most", MOST)
                .rows(Counterpart.class);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, PROFESSIONS_ARE_THE_SAME, PAIR_IS_KNOWN
    @Transactional(Transactional.TxType.MANDATORY)
    Pair add(String project, List<String> two, String why) {
        caller.mustBeBoundTo(project);
        var plain = two.stream().map(Names::plain).sorted().toList();
        refuseIf(plain.getFirst().equals(plain.getLast()), CustomerRefusal.PROFESSIONS_ARE_THE_SAME);
        var pair = new Pair(Ids.next(), project, plain.getFirst(), plain.getLast(), Names.trimmed(why));
        var written = database.sql(ADD)
                .with(pair)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        refuseUnless(written == 1, CustomerRefusal.PAIR_IS_KNOWN);
        return pair;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, PAIR_IS_REMOVED
    @Transactional(Transactional.TxType.MANDATORY)
    void remove(Scope scope, UUID id) {
        var isThere = database.sql(PROJECT)
                .with("id", id)
                .row(String.class)
                .filter(scope::covers)
                .isPresent();
        refuseUnless(isThere, KitRefusal.NOT_FOUND);
        var written = database.sql(REMOVE)
                .with("id", id)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        refuseUnless(written == 1, CustomerRefusal.PAIR_IS_REMOVED);
    }

    Page<Pair> list(Scope scope, @Nullable String project, PageRequest page) {
        var conditions = new Conditions("removed_at IS NULL and " + scope.on("project"), scope.projectParameters())
                .and("project = :project", project);
        return database.page(PAIRS, conditions.by("id", page), Pair.class, Pair::id);
    }
}

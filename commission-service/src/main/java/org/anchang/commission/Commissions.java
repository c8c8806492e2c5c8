package org.anchang.commission;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All commissions. A consultant meets only those in which they have a part, if only a part of nothing (SEC-1).
@ApplicationScoped
public class Commissions implements PanacheRepositoryBase<Commission, UUID> {
    private static final String OWN =
            "exists (select 1 from Commission o join o.division.shares s where o = c and s.consultant = :scopePerson)";

    /// What a list is asked for; anything may be left out.
    ///
    /// @param deal any deal of the chain
    public record Filter(
            @Nullable String project,
            @Nullable UUID deal,
            @Nullable String consultant) {}

    /// The commission of an event's deal; only for effects of events, which have no caller.
    public Optional<Commission> ofChain(UUID chain) {
        return find("chain", chain).firstResultOptional();
    }

    /// All of a customer, ended ones too; only for effects of events, which have no caller.
    public List<Commission> ofCustomer(UUID customer) {
        return list("customer = ?1 order by id", customer);
    }

    /// CUS-3: all that were a record's, ended ones too; only for effects of events, which have no caller.
    public List<Commission> ofRecord(UUID record) {
        return list("mergedFrom = ?1 or customer = ?1 and mergedFrom is null order by id", record);
    }

    /// Commissions that a customer's attribution bears on.
    public List<UUID> idsOfCustomer(UUID customer) {
        return ids("customer = :customer and milestones.state <> :ended", "customer", customer);
    }

    /// Commissions made before the project had a plan for them.
    public List<UUID> idsWithoutPlan(String project) {
        return ids("project = :project and tariff.plan is null and milestones.state <> :ended", "project", project);
    }

    /// COM-5: those of these that are disputed, or whose customer is.
    public Set<UUID> frozen(List<UUID> commissions) {
        return Set.copyOf(query(
                        "select id from Commission where (division.disputed or division.contested) and id in (:ids)",
                        UUID.class,
                        Map.of("ids", commissions))
                .getResultList());
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Commission get(Scope scope, UUID id) {
        var parameters = scope.parameters();
        parameters.put("id", id);
        return query("from Commission c where c.id = :id and " + visible(scope), Commission.class, parameters)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    public Page<Commission> list(Scope scope, Filter filter, PageRequest page) {
        return new Conditions(visible(scope), scope.parameters())
                .and("c.project = :project", filter.project())
                .and("(c.deal = :deal or c.chain = :deal)", filter.deal())
                .and(
                        "exists (select 1 from Commission o join o.division.shares s where o = c and s.consultant = :consultant)",
                        filter.consultant())
                .by("c.id", page)
                .entities(getEntityManager(), "from Commission c where ", Commission.class, Commission::id);
    }

    private static String visible(Scope scope) {
        return scope.onOwn("c.project", OWN);
    }

    private List<UUID> ids(String condition, String name, Object value) {
        var parameters = new HashMap<String, Object>();
        parameters.put(name, value);
        parameters.put("ended", CommissionState.REVERSED);
        return query("select id from Commission where " + condition + " order by id", UUID.class, parameters)
                .getResultList();
    }

    private <T> TypedQuery<T> query(String text, Class<T> type, Map<String, Object> parameters) {
        var query = getEntityManager().createQuery(text, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}

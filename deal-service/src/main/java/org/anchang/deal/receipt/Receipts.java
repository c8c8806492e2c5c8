package org.anchang.deal.receipt;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All receipts, within the caller's scope (SEC-1): a consultant reaches those of own deals.
@ApplicationScoped
public class Receipts implements PanacheRepositoryBase<Receipt, UUID> {
    /// What a list is narrowed to.
    public record Filter(@Nullable String project, @Nullable UUID deal) {}

    @Inject
    Caller caller;

    /// For those who see the whole project.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Receipt get(UUID id) {
        var scope = caller.scope();
        return findByIdOptional(id)
                .filter(receipt -> scope.covers(receipt.project()) && !scope.ownOnly(receipt.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The same for a command: as it stands now, locked.
    public Receipt toChange(UUID id) {
        var receipt = get(id);
        getEntityManager().refresh(receipt, LockModeType.PESSIMISTIC_WRITE);
        return receipt;
    }

    /// The receipts of a deal that count, for a command on that deal.
    public List<Receipt> validOf(UUID deal) {
        return list("deal = ?1 and state = ?2 order by number", deal, Receipt.State.VALID);
    }

    public Page<Receipt> list(Filter filter, PageRequest request) {
        var scope = caller.scope();
        var conditions = new Conditions(scope.on("d.project", "d.consultant"), scope.parameters())
                .and("r.project = :project", filter.project())
                .and("r.deal = :deal", filter.deal())
                .and("r.id > :after", request.afterId().orElse(null));
        var query = getEntityManager()
                .createQuery(
                        "select r from Receipt r join Deal d on d.id = r.deal where " + conditions + " order by r.id",
                        Receipt.class);
        conditions.parameters().forEach(query::setParameter);
        return Page.of(query.setMaxResults(request.rows()).getResultList(), request, r -> List.of(r.id()));
    }
}

package org.anchang.deal.receipt;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.deal.receipt.Receipt.ReceiptState;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// All receipts, within the caller's scope (SEC-1): a consultant reaches those of own deals.
@ApplicationScoped
public class Receipts implements PanacheRepositoryBase<Receipt, UUID> {
    private record Numbered(UUID id, String number) {}

    private static final String NUMBERS = "SELECT id, number FROM receipt WHERE id = ANY (:ids)";
    private static final String FOUND = "SELECT r.id FROM receipt r JOIN deal_standing d ON d.deal = r.deal WHERE ";

    @Inject
    Database database;

    /// For those who see the whole project.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Receipt get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(receipt -> scope.covers(receipt.project()) && !scope.ownOnly(receipt.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The same for a command: as it stands now, locked.
    public Receipt toChange(Scope scope, UUID id) {
        var receipt = get(scope, id);
        getEntityManager().refresh(receipt, LockModeType.PESSIMISTIC_WRITE);
        return receipt;
    }

    /// The receipts of a deal that count, for a command on that deal.
    public List<Receipt> validOf(UUID deal) {
        return list("deal = ?1 and state = ?2 order by number", deal, ReceiptState.VALID);
    }

    /// CON-2, SWP-3: those that were taken back for this one.
    public List<Receipt> exchangedFor(UUID receipt) {
        return list("exchangedFor = ?1 order by number", receipt);
    }

    /// FIN-1: all that the project's book issued from one moment up to another, in the order of their numbers.
    public List<Receipt> issued(String project, Instant from, Instant until) {
        return list("project = ?1 and issuedAt >= ?2 and issuedAt < ?3 order by book, serial", project, from, until);
    }

    /// By id, for all of them at once.
    Map<UUID, String> numbers(Collection<UUID> ids) {
        return database.sql(NUMBERS).with("ids", ids).rows(Numbered.class).stream()
                .collect(Collectors.toMap(Numbered::id, Numbered::number));
    }

    public Page<Receipt> list(Scope scope, ReceiptFilter filter, PageRequest request) {
        var conditions = filter.on(new Conditions(scope.on("d.project", "d.consultant"), scope.parameters()))
                .and(
                        filter.newest ? "r.id < :after" : "r.id > :after",
                        request.afterId().orElse(null))
                .with("rows", request.rows());
        var order = filter.newest ? " DESC" : "";
        var ids = database.sql(FOUND + conditions + " ORDER BY r.id" + order + " LIMIT :rows")
                .with(conditions.parameters())
                .rows(UUID.class);
        return Page.byId(list("id in ?1 order by id" + order, ids), request, Receipt::id);
    }
}

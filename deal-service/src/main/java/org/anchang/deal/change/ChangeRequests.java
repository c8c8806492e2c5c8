package org.anchang.deal.change;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deals;
import org.anchang.deal.OpenChange;
import org.anchang.deal.answer.Keeper;
import org.anchang.deal.answer.Kept;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;

/// All requests; whoever may see the deal may see what was asked for on it.
@ApplicationScoped
public class ChangeRequests implements PanacheRepositoryBase<ChangeRequest, UUID>, Keeper {
    @Inject
    Deals deals;

    Page<ChangeRequest> of(Scope scope, UUID deal, PageRequest request) {
        deals.get(scope, deal);
        var found = request.afterId()
                .map(after -> find("deal = ?1 and id > ?2 order by id", deal, after))
                .orElseGet(() -> find("deal = ?1 order by id", deal))
                .range(0, request.limit())
                .list();
        return Page.byId(found, request, ChangeRequest::id);
    }

    /// The oldest first; only for requests that were found within the caller's scope.
    public List<ChangeRequest> all(Collection<UUID> ids) {
        return list("id in ?1 order by id", ids);
    }

    /// The request that an approval's event is about, if it still waits. One that was carried out or given up
    /// before stays as it is: no approval is carried out twice.
    public Optional<ChangeRequest> waiting(UUID id) {
        var request = findById(id);
        if (request == null) {
            throw new IllegalStateException("there is no request " + id);
        }
        return Optional.of(request).filter(ChangeRequest::isWaiting);
    }

    /// The request whose signatures this approval collects, if it still waits.
    Optional<ChangeRequest> ofApproval(UUID approval) {
        return find("approval = ?1 and closedAt is null", approval).firstResultOptional();
    }

    /// Those that wait for signatures.
    @Override
    public List<Kept.Change> kept(Collection<Deal> of) {
        var open = of.stream()
                .map(Deal::openChange)
                .filter(Objects::nonNull)
                .map(OpenChange::request)
                .toList();
        return open.isEmpty()
                ? List.of()
                : list("id in ?1", open).stream()
                        .map(request -> new Kept.Change(request.deal(), request.applicant(), request.approval()))
                        .toList();
    }
}

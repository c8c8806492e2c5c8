package org.anchang.deal.change;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deals;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;

/// All requests; whoever may see the deal may see what was asked for on it.
@ApplicationScoped
public class ChangeRequests implements PanacheRepositoryBase<ChangeRequest, UUID> {
    @Inject
    Deals deals;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public ChangeRequest get(Scope scope, UUID id) {
        var request = findByIdOptional(id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        if (!isForBuilders(scope, request)) {
            deals.get(scope, request.deal());
        }
        return request;
    }

    /// SEC-1: engineering and the cost auditor sign layout changes, and see these; not the deals.
    private boolean isForBuilders(Scope scope, ChangeRequest request) {
        return request.form() == ChangeForm.Kind.LAYOUT_CHANGE
                && caller.holds(request.project(), Role.ENGINEERING, Role.COST_AUDITOR)
                && scope.covers(request.project());
    }

    Page<ChangeRequest> of(Scope scope, UUID deal, PageRequest request) {
        deals.get(scope, deal);
        var found = request.afterId()
                .map(after -> find("deal = ?1 and id > ?2 order by id", deal, after))
                .orElseGet(() -> find("deal = ?1 order by id", deal))
                .range(0, request.limit())
                .list();
        return Page.of(found, request, asked -> List.of(asked.id()));
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
}

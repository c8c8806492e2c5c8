package org.anchang.approval;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All approvals. A consultant meets only those that they asked for (SEC-1).
@ApplicationScoped
public class Approvals implements PanacheRepositoryBase<Approval, UUID> {
    /// What a list is asked for; anything may be left out.
    public record Filter(
            @Nullable String project,
            @Nullable ApprovalState state,
            @Nullable UUID deal,
            @Nullable UUID request) {}

    /// The approval of an event's request; only for effects of events, which have no caller.
    public Optional<Approval> ofRequest(UUID request) {
        return find("request", request).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Approval get(Scope scope, UUID id) {
        return visible(scope, findById(id));
    }

    /// The approval, and nobody else's change to it until this transaction ends.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Approval lock(Scope scope, UUID id) {
        return visible(scope, findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /// The newest first.
    public List<Approval> list(Scope scope, Filter filter, PageRequest page) {
        var conditions = new Conditions(scope.on("project", "applicant"), scope.parameters())
                .and("project = :project", filter.project())
                .and("state = :state", filter.state())
                .and("deal = :deal", filter.deal())
                .and("request = :request", filter.request())
                .and("id < :after", page.afterId().orElse(null));
        return find(conditions + " order by id desc", conditions.parameters())
                .range(0, page.rows() - 1)
                .list();
    }

    /// Only for things of these approvals that were found within the caller's scope.
    public List<Approval> all(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    private static Approval visible(Scope scope, @Nullable Approval approval) {
        if (approval == null || !scope.covers(approval.project(), approval.applicant())) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
        return approval;
    }
}

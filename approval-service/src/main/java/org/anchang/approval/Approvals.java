package org.anchang.approval;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All approvals. Who does not see the whole project meets those that they asked for, and those that ask
/// for their signature (SEC-1).
@ApplicationScoped
public class Approvals implements PanacheRepositoryBase<Approval, UUID> {
    /// What a list is asked for; anything may be left out.
    ///
    /// @param signedBy who decided on a place of the form, for or against
    public record ApprovalFilter(
            @Nullable String project,
            @Nullable ApprovalState state,
            @Nullable Form form,
            @Nullable UUID deal,
            @Nullable UUID request,
            @Nullable String applicant,
            @Nullable String signedBy) {}

    private static final String SIGNED_BY =
            "id in (select s.approval from Signature s where s.task is not null and s.person = :signedBy)";

    /// The approval of an event's request; only for effects of events, which have no caller.
    public Optional<Approval> ofRequest(UUID request) {
        return find("request", request).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Approval get(Scope scope, Signers who, UUID id) {
        return visible(scope, who, findById(id));
    }

    /// The approval, and nobody else's change to it until this transaction ends.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Approval lock(Scope scope, Signers who, UUID id) {
        return visible(scope, who, findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /// The newest first.
    public Page<Approval> list(Scope scope, Signers who, ApprovalFilter filter, PageRequest page) {
        var conditions = seen(scope, who)
                .and("project = :project", filter.project())
                .and("state = :state", filter.state())
                .and("deal = :deal", filter.deal())
                .and("request = :request", filter.request())
                .and("form = :form", filter.form())
                .and("applicant = :applicant", filter.applicant())
                .and(SIGNED_BY, filter.signedBy());
        return conditions
                .latestBy("id", page)
                .entities(getEntityManager(), "from Approval where ", Approval.class, Approval::id);
    }

    /// Only for things of these approvals that were found within the caller's scope.
    public List<Approval> all(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    private static Conditions seen(Scope scope, Signers who) {
        var parameters = scope.parameters();
        if (!scope.ownOnlySomewhere()) {
            return new Conditions(scope.on("project"), parameters);
        }
        var isAsked = who.condition(
                "project",
                names -> names.stream()
                        .map(name -> "array_contains(asks, " + name + ")")
                        .collect(Collectors.joining(" or ", "(", ")")),
                parameters);
        return new Conditions(scope.onOwn("project", "(applicant = :scopePerson or " + isAsked + ")"), parameters);
    }

    private static Approval visible(Scope scope, Signers who, @Nullable Approval approval) {
        if (approval == null
                || !scope.covers(approval.project(), approval.applicant())
                        && !(scope.covers(approval.project()) && approval.asks(who.in(approval.project())))) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
        return approval;
    }
}

package org.anchang.approval.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anchang.approval.Approval;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.PageRequest;
import org.jspecify.annotations.Nullable;

/// All places on all forms that wait or have waited for a signature.
@ApplicationScoped
class ApprovalTasks implements PanacheRepositoryBase<ApprovalTask, UUID> {
    /// APR-3: the caller's own requests, and forms that they have signed, are not theirs to sign.
    private static final String MINE = """
            SELECT t.* FROM approval_task t JOIN approval a ON a.id = t.approval
            WHERE t.closed_at IS NULL AND t.signers && string_to_array(:signers, chr(10))
              AND a.applicant <> :person
              AND (:project = '' OR t.project = :project)
              AND (:request = '' OR a.request::text = :request)
              AND (:after = '' OR t.id::text > :after)
              AND %s
              AND (t.again OR NOT EXISTS (SELECT 1 FROM signature s
                                          WHERE s.approval = t.approval AND s.person = :person AND s.task IS NOT NULL))
            ORDER BY t.id LIMIT :rows""";

    /// What a list is asked for; anything may be left out.
    record Filter(@Nullable String project, @Nullable UUID request) {}

    @Inject
    Caller caller;

    /// The names under which the caller signs.
    Set<String> signer() {
        var names = new HashSet<String>();
        names.add("person:" + caller.name());
        caller.roles().forEach(role -> names.add("role:" + role));
        return names;
    }

    /// Open tasks that the caller may sign, the oldest first.
    @SuppressWarnings("unchecked")
    List<ApprovalTask> mine(Filter filter, PageRequest page) {
        var scope = caller.scope();
        var query = getEntityManager()
                .createNativeQuery(MINE.formatted(scope.on("t.project")), ApprovalTask.class)
                .setParameter("signers", String.join("\n", signer()))
                .setParameter("person", caller.name())
                .setParameter("project", filter.project() == null ? "" : filter.project())
                .setParameter(
                        "request",
                        filter.request() == null ? "" : filter.request().toString())
                .setParameter("after", page.afterId().map(UUID::toString).orElse(""))
                .setParameter("rows", page.rows());
        scope.projectParameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /// The approval that a task belongs to, before anything is locked.
    Optional<UUID> approvalOf(UUID task) {
        return getEntityManager()
                .createQuery("select approval from ApprovalTask where id = :id", UUID.class)
                .setParameter("id", task)
                .getResultStream()
                .findFirst();
    }

    List<ApprovalTask> open(Approval approval) {
        return list("approval = ?1 and closing is null order by id", approval.id());
    }
}

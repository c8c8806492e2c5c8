package org.anchang.approval.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.approval.Approval;
import org.anchang.approval.Approvals;
import org.anchang.approval.Form;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All places on all forms that wait or have waited for a signature.
@ApplicationScoped
class ApprovalTasks implements PanacheRepositoryBase<ApprovalTask, UUID> {
    /// APR-3, APR-7: the caller's own requests, forms that they have signed, and those that go by a chain
    /// of theirs are not theirs to sign.
    private static final String MINE = """
            FROM approval_task t JOIN asked_approval a ON a.approval = t.approval
            WHERE t.closed_at IS NULL AND a.applicant <> :person
              AND (t.again OR NOT EXISTS (SELECT 1 FROM decided_approval d
                                          WHERE d.approval = t.approval AND d.person = :person))
              AND NOT EXISTS (SELECT 1 FROM written_chain w WHERE w.chain = a.chain AND w.author = :person)
              AND\s""";

    private static final String COUNT =
            "SELECT a.form, count(*) AS tasks, count(*) FILTER (WHERE t.due_at < :now) AS overdue ";

    private static final String NAMING = """
            SELECT DISTINCT approval FROM approval_task
            WHERE closed_at IS NULL AND signers && ARRAY[:signer]::text[] ORDER BY approval""";

    /// What a list is asked for; anything may be left out.
    record Filter(@Nullable String project, @Nullable UUID request) {}

    /// How many tasks on a form wait for somebody's signature.
    ///
    /// @param overdue past their time
    public record Waiting(Form form, long tasks, long overdue) {}

    @Inject
    Approvals approvals;

    @Inject
    Database database;

    @Inject
    Caller caller;

    /// Open tasks that the caller may sign, the oldest first; none for an administrator (APR-7).
    List<ApprovalTask> mine(Scope scope, Filter filter, PageRequest page) {
        var after = page.afterId().orElse(null);
        if (caller.holdsSomewhere(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var conditions = mine(scope, filter).and("t.id > :after", after).with("rows", page.rows());
        var ids = database.sql("SELECT t.id " + MINE + conditions + " ORDER BY t.id LIMIT :rows")
                .with(conditions.parameters())
                .rows(UUID.class);
        return list("id in ?1 order by id", ids);
    }

    /// How many there are of them, by form; none of a form of which nothing waits.
    List<Waiting> waiting(Scope scope, Filter filter, Instant now) {
        if (caller.holdsSomewhere(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var conditions = mine(scope, filter).with("now", now);
        return database.sql(COUNT + MINE + conditions + " GROUP BY a.form ORDER BY a.form")
                .with(conditions.parameters())
                .rows(Waiting.class);
    }

    private Conditions mine(Scope scope, Filter filter) {
        var parameters = scope.projectParameters();
        var isAsked = approvals
                .signers()
                .condition(
                        "t.project",
                        names -> "t.signers && ARRAY[" + String.join(", ", names) + "]::text[]",
                        parameters);
        return new Conditions(scope.on("t.project") + " and " + isAsked, parameters)
                .and("t.project = :project", filter.project())
                .and("a.request = :request", filter.request())
                .with("person", scope.person());
    }

    /// The forms on which a place waits for a person by name.
    List<UUID> formsNaming(String person) {
        return database.sql(NAMING).with("signer", "person:" + person).rows(UUID.class);
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
        return open(List.of(approval)).getOrDefault(approval.id(), List.of());
    }

    /// By approval.
    Map<UUID, List<ApprovalTask>> open(Collection<Approval> approvals) {
        var ids = approvals.stream().map(Approval::id).toList();
        return list("approval in ?1 and closing is null order by id", ids).stream()
                .collect(Collectors.groupingBy(ApprovalTask::approval));
    }
}

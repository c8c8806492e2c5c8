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
import org.anchang.approval.Form;
import org.anchang.approval.Signers;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All places on all forms that wait or have waited for a signature.
@ApplicationScoped
class ApprovalTasks implements PanacheRepositoryBase<ApprovalTask, UUID> {
    private static final String COUNT = """
            SELECT form, count(*) AS tasks, count(*) FILTER (WHERE due_at < :now) AS overdue
            FROM signable_task WHERE\s""";

    private static final String NAMING = """
            SELECT DISTINCT approval FROM approval_task
            WHERE closed_at IS NULL AND signers && ARRAY[:signer]::text[] ORDER BY approval""";

    /// What a list is asked for; anything may be left out.
    record TaskFilter(@Nullable String project, @Nullable UUID request) {}

    /// How many tasks on a form wait for somebody's signature.
    ///
    /// @param overdue past their time
    public record Waiting(Form form, long tasks, long overdue) {}

    @Inject
    Database database;

    /// Open tasks that somebody may sign, the oldest first; none for an administrator (APR-7).
    Page<ApprovalTask> mine(Scope scope, Signers who, TaskFilter filter, PageRequest page) {
        var after = page.afterId().orElse(null);
        if (who.isAdministrator()) {
            return new Page<>(List.of(), null);
        }
        var conditions = mine(scope, who, filter).and("id > :after", after).with("rows", page.rows());
        var ids = database.sql("SELECT id FROM signable_task WHERE " + conditions + " ORDER BY id LIMIT :rows")
                .with(conditions.parameters())
                .rows(UUID.class);
        return Page.byId(list("id in ?1 order by id", ids), page, ApprovalTask::id);
    }

    /// How many there are of them, by form; none of a form of which nothing waits.
    List<Waiting> waiting(Scope scope, Signers who, TaskFilter filter, Instant now) {
        if (who.isAdministrator()) {
            return List.of();
        }
        var conditions = mine(scope, who, filter).with("now", now);
        return database.sql(COUNT + conditions + " GROUP BY form ORDER BY form")
                .with(conditions.parameters())
                .rows(Waiting.class);
    }

    private static Conditions mine(Scope scope, Signers who, TaskFilter filter) {
        var parameters = scope.projectParameters();
        var isAsked = who.condition(
                "project", names -> "signers && ARRAY[" + String.join(", ", names) + "]::text[]", parameters);
        return MaySign.listed(new Conditions(scope.on("project") + " and " + isAsked, parameters), who.person())
                .and("project = :project", filter.project())
                .and("request = :request", filter.request());
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

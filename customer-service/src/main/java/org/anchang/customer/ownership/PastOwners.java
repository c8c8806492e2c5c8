package org.anchang.customer.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.IntentGrade;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.past.Past.Between;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// AOF-1: whose a customer was, and who changed hands.
@ApplicationScoped
class PastOwners {
    /// @param customer   the record that stood for them then
    /// @param number     CUS-2: its first letter says whether they had bought
    /// @param owner      `*` is nobody: the public pool
    public record CustomerStood(
            UUID customer,
            String project,
            String number,
            String owner,
            String firstConsultant,
            @Nullable IntentGrade intentGrade,
            @Nullable Instant boughtAt) {}

    /// @param customer the record that changed hands
    /// @param last     how it changed the last time in between
    /// @param changes  how often
    public record OwnerDifference(
            UUID customer, String number, String before, String after, String last, Instant at, int changes) {}

    private static final String STOOD = """
            WITH record AS (SELECT * FROM customer_as_of(:customer, CAST(:at AS timestamptz)))
            SELECT s.id AS customer, s.project, s.number, s.owner, s.first_consultant, s.intent_grade, s.bought_at
            FROM (SELECT * FROM record WHERE merged_into IS NULL
                  UNION ALL SELECT o.* FROM record r CROSS JOIN LATERAL customer_as_of(r.merged_into, CAST(:at AS timestamptz)) o) s""";
    /// The first and the last change of each; who came back to whom they were with has no difference.
    private static final String DIFFERENT = """
            SELECT * FROM (
                SELECT o.customer, max(c.number) AS number, (array_agg(o.from_owner ORDER BY o.decided_at, o.id))[1] AS before,
                       (array_agg(o.to_owner ORDER BY o.decided_at DESC, o.id DESC))[1] AS after,
                       (array_agg(o.kind ORDER BY o.decided_at DESC, o.id DESC))[1] AS last, max(o.decided_at) AS at,
                       count(*)::int AS changes
                FROM owner_change o CROSS JOIN LATERAL customer_as_of(o.customer, CAST(:to AS timestamptz)) c
                WHERE o.project = :project AND o.decided_at > :from AND o.decided_at <= :to AND %s
                GROUP BY o.customer) changed
            WHERE before <> after ORDER BY customer LIMIT :rows""";

    @Inject
    Database database;

    Optional<CustomerStood> at(UUID customer, Instant at) {
        return database.sql(STOOD).with("customer", customer).with("at", at).row(CustomerStood.class);
    }

    /// @param scope of a consultant's own: those that were theirs at the later moment
    Page<OwnerDifference> between(Scope scope, String project, Between moments, PageRequest page) {
        var conditions = new Conditions(scope.on("c.project", "c.owner"), scope.parameters())
                .and("o.customer > :after", page.afterId().orElse(null))
                .with("project", project)
                .with("from", moments.from())
                .with("to", moments.to())
                .with("rows", page.rows());
        var found = database.sql(DIFFERENT.formatted(conditions))
                .with(conditions.parameters())
                .rows(OwnerDifference.class);
        return Page.of(found, page, row -> List.of(row.customer()));
    }
}

package org.anchang.customer.care.news;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.care.segment.ChosenSegment;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;
import org.jspecify.annotations.Nullable;

/// CAR-5: all news that were sent.
@ApplicationScoped
class NewsItems {
    /// @param segment to whom
    /// @param toldTo  the last of those who have had their turn
    /// @param nextAt  while there may be more
    record NewsItem(
            UUID id,
            String project,
            String title,
            String body,
            @Json ChosenSegment segment,
            String madeBy,
            Instant madeAt,
            @Nullable UUID toldTo,
            long chosen,
            long told,
            long withoutConsent,
            long withoutPhone,
            @Nullable Instant nextAt) {}

    private static final String NEWS = """
            SELECT id, project, title, body, segment, made_by, made_at, told_to, chosen, told, without_consent, without_phone, next_at
            FROM news WHERE\s""";

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    NewsItem get(Scope scope, UUID id) {
        var conditions = new Conditions(scope.on("project"), scope.projectParameters()).and("id = :id", id);
        return database.sql(NEWS + conditions)
                .with(conditions.parameters())
                .row(NewsItem.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The latest first.
    Page<NewsItem> list(Scope scope, @Nullable String project, PageRequest page) {
        var conditions =
                new Conditions(scope.on("project"), scope.projectParameters()).and("project = :project", project);
        return database.page(NEWS, conditions.latestBy("id", page), NewsItem.class, NewsItem::id);
    }
}

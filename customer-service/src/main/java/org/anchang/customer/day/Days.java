package org.anchang.customer.day;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;
import org.jspecify.annotations.Nullable;

/// What waits for the caller in a project: a few of each kind and how many there are, in one statement. A superior sees
/// what waits for anybody, of complaints what is late; who does not sell, what was left for them alone.
@ApplicationScoped
class Days {
    record Item(
            DayKind kind,
            UUID thing,
            @Nullable UUID customer,
            @Nullable String person,
            LocalDate dueOn,
            @Nullable Instant at,
            String place,
            @Json Map<String, String> texts,
            @Json SortedMap<String, String> facts,
            long count,
            long late) {}

    /// How many of each kind are shown.
    static final int MOST = 20;

    /// Who came longer ago is among what is overdue.
    private static final int NEW_DAYS = 14;

    private static final String TODAY = """
            SELECT kind, thing, customer, person, due_on, at, place, texts, facts, count, late
            FROM (
                SELECT i.*, count(*) OVER of_kind AS count, count(*) FILTER (WHERE i.due_on < :today::date) OVER of_kind AS late,
                       row_number() OVER (PARTITION BY i.kind ORDER BY i.due_on, i.at, i.thing) AS place_in_kind
                FROM day_item i
                WHERE i.project = :project
                  AND (i.person = :person OR :sells AND (i.person IS NULL OR :whole AND NOT i.private))
                  AND i.due_on <= CASE i.kind WHEN 'CARE' THEN :tomorrow::date ELSE CASE WHEN :whole AND i.kind = 'COMPLAINT'
                                                                                     THEN :yesterday::date ELSE :today::date END END
                  AND (i.kind <> 'NEW_CUSTOMER' OR i.due_on >= :newSince::date)
                WINDOW of_kind AS (PARTITION BY i.kind)) ranked
            WHERE place_in_kind <= :most ORDER BY kind, due_on, at, thing""";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// @param sells whether what waits for those who sell waits for them
    List<Item> of(Scope scope, String project, boolean sells) {
        var today = clock.today();
        return database.sql(TODAY)
                .with("project", project)
                .with("person", scope.person())
                .with("sells", sells)
                .with("whole", !scope.ownOnly(project))
                .with("today", today)
                .with("tomorrow", today.plusDays(1))
                .with("yesterday", today.minusDays(1))
                .with("newSince", today.minusDays(NEW_DAYS))
                .with("most", MOST)
                .rows(Item.class);
    }
}

package org.anchang.customer.overdue;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.Texts;
import org.anchang.customer.overdue.OverdueResource.OverdueCount;
import org.anchang.customer.overdue.OverdueResource.OverdueCounts;
import org.anchang.customer.overdue.OverdueResource.Remind;
import org.anchang.customer.overdue.OverdueResource.Reminded;
import org.anchang.customer.overdue.OverdueResource.ShownStep;
import org.anchang.customer.pool.CustomerPool;
import org.anchang.customer.pool.Pools;
import org.anchang.customer.tracking.FollowUpResource;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Key;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-2, TRK-4: the steps whose day has passed or is near, and the reminders of them.
@ApplicationScoped
class OverdueSteps {
    /// @param late only what is late
    record StepFilter(@Nullable StepKind kind, @Nullable String owner, boolean late) {}

    record OverdueStep(
            StepKind kind,
            UUID customer,
            UUID thing,
            String owner,
            @Nullable IntentGrade intentGrade,
            LocalDate since,
            LocalDate due,
            String pool,
            @Nullable String remindedBy,
            @Nullable Instant remindedAt) {}

    private static final String DUE = """
            WITH due AS (
                SELECT s.kind, s.customer, s.thing, s.project, s.owner, s.intent_grade, s.since,
                       greatest(coalesce(s.planned_on, s.since + d.days), s.held_until) AS due, d.pool
                FROM customer_step s
                JOIN unnest(:kinds::text[], :grades::text[], :channels::text[], :days::int[], :warnings::int[],
                            :pools::text[]) AS d (kind, grade, channel, days, warning, pool) USING (kind, grade, channel)
                WHERE s.project = :project AND (:owner::text IS NULL OR s.owner = :owner)
                  AND greatest(coalesce(s.planned_on, s.since + d.days), s.held_until) - CASE WHEN :late THEN 0 ELSE d.warning END
                      <= :today::date - CASE WHEN :late THEN 1 ELSE 0 END)
            """;
    private static final String LIST = DUE + """
            SELECT due.kind, due.customer, due.thing, due.owner, due.intent_grade, due.since, due.due, due.pool,
                   told.reminded_by, told.reminded_at
            FROM due
            LEFT JOIN LATERAL (
                SELECT r.reminded_by, r.reminded_at FROM reminder r
                WHERE r.thing = due.thing AND r.kind = due.kind AND r.owner = due.owner AND r.reminded_on >= due.since
                ORDER BY r.reminded_on DESC LIMIT 1) told ON true
            WHERE :after::date IS NULL OR (due.due, due.thing, due.kind) > (:after, :thing, :afterKind)
            ORDER BY due.due, due.thing, due.kind LIMIT :rows""";
    private static final String COUNTS = DUE + """
            SELECT owner, kind, count(*) FILTER (WHERE due < :today) AS late, count(*) FILTER (WHERE due >= :today) AS soon
            FROM due GROUP BY owner, kind ORDER BY owner, kind""";
    private static final String REMIND = DUE + """
            INSERT INTO reminder (kind, thing, reminded_on, project, owner, reminded_by, reminded_at)
            SELECT kind, thing, :today, project, owner, :by, :at FROM due WHERE :thing::uuid IS NULL OR thing = :thing
            ON CONFLICT DO NOTHING""";
    private static final String IS_DUE =
            DUE + "SELECT EXISTS (SELECT 1 FROM due WHERE :thing::uuid IS NULL OR thing = :thing)";

    private static final Offer FOLLOW_UP = Offer.of(CustomerAction.FOLLOW_UP, FollowUpResource.class, "follow");
    private static final Offer TO_REMIND = Offer.of(CustomerAction.REMIND, OverdueResource.class, "remind");

    @Inject
    Database database;

    @Inject
    Deadlines deadlines;

    @Inject
    Pools pools;

    @Inject
    Texts texts;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    Page<ShownStep> list(Scope scope, String project, StepFilter filter, PageRequest page) {
        var found = database.sql(LIST)
                .with(asked(scope, project, filter))
                .page(
                        page,
                        OverdueStep.class,
                        List.of(
                                new Key<>("after", OverdueStep::due, LocalDate::parse),
                                new Key<>("thing", OverdueStep::thing, UUID::fromString),
                                new Key<>("afterKind", OverdueStep::kind, StepKind::valueOf)));
        var names =
                texts.names(found.items().stream().map(OverdueStep::customer).toList());
        var named = pools.of(project).stream()
                .collect(Collectors.toMap(pool -> pool.id().toString(), CustomerPool::name));
        return found.map(
                step -> shown(project, step, requireNonNull(names.get(step.customer())), named.get(step.pool())));
    }

    OverdueCounts counts(Scope scope, String project) {
        return new OverdueCounts(
                database.sql(COUNTS)
                        .with(asked(scope, project, new StepFilter(null, null, false)))
                        .rows(OverdueCount.class),
                List.of(remind(project)));
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, NOTHING_TO_REMIND_OF
    @Transactional(Transactional.TxType.MANDATORY)
    Reminded remind(Scope scope, String project, Remind wish) {
        // One may be reminded of before it is late.
        var asked = asked(scope, project, new StepFilter(wish.kind(), wish.owner(), wish.thing() == null));
        asked.put("thing", wish.thing());
        if (!database.sql(IS_DUE).with(asked).one(Boolean.class)) {
            throw refuse(CustomerRefusal.NOTHING_TO_REMIND_OF);
        }
        return new Reminded(database.sql(REMIND)
                .with(asked)
                .with("by", scope.person())
                .with("at", clock.instant())
                .write());
    }

    private Map<String, @Nullable Object> asked(Scope scope, String project, StepFilter filter) {
        var own = scope.ownOnly(project);
        refuseIf(own && filter.owner() != null && !filter.owner().equals(scope.person()), KitRefusal.NOT_FOUND);
        var all = deadlines.of(project);
        var some = filter.kind() == null ? all : all.only(filter.kind());
        var asked = new LinkedHashMap<String, @Nullable Object>(some.parameters());
        asked.put("warnings", some.warnings());
        asked.put("pools", some.pools());
        asked.put("project", project);
        asked.put("owner", own ? scope.person() : filter.owner());
        asked.put("late", filter.late());
        asked.put("today", clock.today());
        return asked;
    }

    private ShownStep shown(String project, OverdueStep step, String name, @Nullable String pool) {
        return new ShownStep(
                step.kind(),
                step.customer(),
                name,
                step.thing(),
                step.owner(),
                step.intentGrade(),
                step.since(),
                step.due(),
                step.due().isBefore(clock.today()),
                pool,
                step.remindedBy(),
                step.remindedAt(),
                step.kind() == StepKind.VISIT_RECORD
                        ? List.of(
                                remind(project),
                                FOLLOW_UP.on(
                                        step.owner().equals(caller.name()) && caller.holds(project, Role.CONSULTANT)))
                        : List.of(remind(project)));
    }

    private Action remind(String project) {
        return TO_REMIND.to(caller, project, project);
    }
}

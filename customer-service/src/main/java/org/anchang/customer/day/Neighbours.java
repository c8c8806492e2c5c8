package org.anchang.customer.day;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.anchang.customer.day.ApprovalClient.Counts;
import org.anchang.customer.day.ApprovalClient.Tasks;
import org.anchang.customer.day.DealClient.Deal;
import org.anchang.customer.day.DealClient.DueStage;
import org.anchang.customer.day.DealClient.Stage;
import org.anchang.customer.day.HoldClient.Hold;
import org.anchang.kit.clock.OfficeClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// APR-2, INV-5, DEP-2: what waits for the caller in other services. All are asked side by side, and none is waited for
/// longer than a screen may wait: a sheet without holds is better than none.
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
class Neighbours {
    /// What neighbours have said.
    ///
    /// @param unanswered who has not answered in time
    record Answered(List<Waiting> waiting, Set<Neighbour> unanswered) {}

    /// What waits of a kind.
    ///
    /// @param count  how many there are
    /// @param late   how many of them are past their time
    /// @param things the first of them
    record Waiting(DayKind kind, long count, long late, List<Thing> things) {}

    /// Something that waits.
    ///
    /// @param customerName as that service calls the customer, masked
    /// @param of           who is to do it
    record Thing(
            UUID id,
            @Nullable UUID customer,
            @Nullable String customerName,
            @Nullable String of,
            LocalDate dueOn,
            @Nullable Instant at,
            boolean late,
            Map<String, String> facts) {}

    private static final Logger LOG = Logger.getLogger(Neighbours.class);

    /// A consultant holds no more at once.
    private static final int MOST_HOLDS = 100;

    @Inject
    @RestClient
    ApprovalClient approvals;

    @Inject
    @RestClient
    HoldClient holds;

    @Inject
    @RestClient
    DealClient deals;

    @Inject
    OfficeClock clock;

    @ConfigProperty(name = "anchang.day.neighbours-answer-within")
    Duration patience;

    /// @param most      how many of a kind
    /// @param withHolds whether the caller is somebody who holds homes
    Answered asked(String project, int most, boolean withHolds) {
        // Whoever is asked on this thread hears with whose token.
        var tasks = asked(() -> approvals.tasks(project, most));
        var counts = asked(() -> approvals.counts(project));
        var held = withHolds ? asked(() -> holds.holds(project, true, MOST_HOLDS)) : null;
        var due = asked(() -> deals.due(project));

        var found = new ArrayList<Waiting>();
        var silent = EnumSet.noneOf(Neighbour.class);
        var waitingTasks = answer(tasks);
        var waitingCounts = answer(counts);
        if (waitingTasks == null || waitingCounts == null) {
            silent.add(Neighbour.APPROVALS);
        } else {
            found.add(toSign(waitingTasks, waitingCounts));
        }
        if (held != null) {
            var mine = answer(held);
            if (mine == null) {
                silent.add(Neighbour.HOLDS);
            } else {
                found.add(endingFirst(mine.items(), most));
            }
        }
        var stages = answer(due);
        if (stages == null) {
            silent.add(Neighbour.DEALS);
        } else {
            stages.items().forEach(stage -> found.add(dueFirst(stage)));
        }
        return new Answered(List.copyOf(found), Set.copyOf(silent));
    }

    private <T> CompletableFuture<T> asked(Supplier<CompletionStage<T>> question) {
        try {
            return question.get().toCompletableFuture().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <T> @Nullable T answer(CompletableFuture<T> question) {
        try {
            return question.join();
        } catch (CompletionException e) {
            LOG.debugf("A neighbour does not answer for somebody's day: %s", e.getCause());
            return null;
        }
    }

    private Waiting toSign(Tasks tasks, Counts counts) {
        var now = clock.instant();
        return new Waiting(
                DayKind.APPROVAL,
                counts.items().stream()
                        .mapToLong(ApprovalClient.FormCount::tasks)
                        .sum(),
                counts.items().stream()
                        .mapToLong(ApprovalClient.FormCount::overdue)
                        .sum(),
                tasks.items().stream()
                        .map(task -> new Thing(
                                task.id(),
                                null,
                                null,
                                null,
                                OfficeClock.dateOf(task.dueAt()),
                                task.dueAt(),
                                task.dueAt().isBefore(now),
                                Map.of(
                                        "approval", task.approval().toString(),
                                        "form", task.form(),
                                        "step", task.step(),
                                        "applicant", task.applicant(),
                                        "deal", task.deal().toString())))
                        .toList());
    }

    private static Waiting endingFirst(List<Hold> mine, int most) {
        return new Waiting(
                DayKind.HOLD,
                mine.size(),
                0,
                mine.stream()
                        .sorted(Comparator.comparing(Hold::expiresAt))
                        .limit(most)
                        .map(hold -> new Thing(
                                hold.id(),
                                hold.customer(),
                                hold.customerName(),
                                hold.consultant(),
                                OfficeClock.dateOf(hold.expiresAt()),
                                hold.expiresAt(),
                                false,
                                facts(
                                        "unit", hold.unit(),
                                        "label", hold.label(),
                                        "pausedUntil", hold.pausedUntil())))
                        .toList());
    }

    private static Waiting dueFirst(DueStage stage) {
        return new Waiting(
                switch (stage.stage()) {
                    case QUEUED -> DayKind.TICKET;
                    case RESERVED -> DayKind.TOP_UP;
                    case SUBSCRIBED -> DayKind.SIGNING;
                },
                stage.deals(),
                stage.overdue(),
                stage.first().stream().map(deal -> thing(deal, stage.stage())).toList());
    }

    private static Thing thing(Deal deal, Stage stage) {
        var due = deal.dueOn();
        LocalDate day = due == null ? OfficeClock.dateOf(deal.openedAt()) : due;
        return new Thing(
                deal.id(),
                deal.customer(),
                deal.customerName(),
                deal.consultant(),
                day,
                null,
                deal.overdue(),
                facts(
                        "stage", stage,
                        "ticket", deal.ticket(),
                        "label",
                                deal.lines().isEmpty()
                                        ? null
                                        : deal.lines().getFirst().label(),
                        "total", deal.total() == null ? null : deal.total().toPlainString(),
                        "buyers",
                                deal.buyers().isEmpty()
                                        ? null
                                        : deal.buyers().stream()
                                                .map(DealClient.Party::name)
                                                .collect(Collectors.joining("、"))));
    }

    /// What is known of these, by name.
    private static Map<String, String> facts(@Nullable Object... namesAndValues) {
        var facts = new TreeMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                facts.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
            }
        }
        return facts;
    }
}

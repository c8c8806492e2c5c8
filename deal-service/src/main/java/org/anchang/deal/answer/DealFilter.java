package org.anchang.deal.answer;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.DealStage;
import org.anchang.deal.Deals;
import org.jspecify.annotations.Nullable;

/// What a list of deals is asked for; a `@BeanParam`.
public class DealFilter {
    @QueryParam("project")
    @Nullable
    String project;

    @QueryParam("stage")
    @Nullable
    DealStage stage;

    @QueryParam("customer")
    @Nullable
    UUID customer;

    @QueryParam("consultant")
    @Nullable
    String consultant;

    @QueryParam("overdue")
    boolean overdue;

    @QueryParam("dueOn")
    @Nullable
    LocalDate dueOn;

    @QueryParam("dueUntil")
    @Nullable
    LocalDate dueUntil;

    Deals.Narrowed on(LocalDate today) {
        var last = earlier(dueOn, dueUntil);
        return new Deals.Narrowed(
                project, stage, customer, consultant, dueOn, overdue ? earlier(today.minusDays(1), last) : last);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}

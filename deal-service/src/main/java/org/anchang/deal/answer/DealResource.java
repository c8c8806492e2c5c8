package org.anchang.deal.answer;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealStage;
import org.anchang.deal.Deals;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.ETags;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Reading deals.
@Path("/api/v1/deals")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Deals")
public class DealResource {
    /// How many of a stage are shown.
    private static final int FIRST = 20;

    @Inject
    Deals deals;

    @Inject
    DealAnswers answers;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(summary = "One deal: consultants see their own, managers those of their project")
    public RestResponse<DealAnswers.Answer> get(@PathParam("id") UUID id) {
        var deal = deals.get(caller.scope(), id);
        return RestResponse.ResponseBuilder.ok(answers.inFull(deal))
                .tag(ETags.of(deal.version()))
                .build();
    }

    @GET
    @Snapshot
    @Operation(
            summary = "Deals by project, stage, customer, consultant and due date; who the buyers are is masked",
            description = "`dueOn`, `dueUntil`: top-up or signing on that day, or until then, overdue ones too;"
                    + " `overdue=true`: only those that are past it")
    public Page<DealAnswers.Answer> list(@Valid @BeanParam DealFilter filter, @Valid @BeanParam PageRequest request) {
        return answers.of(deals.list(caller.scope(), filter.on(clock.today()), request));
    }

    /// @param overdue DEP-2: how many of them are past their date
    /// @param first   those whose date is next; of tickets the oldest
    public record DueStage(DealStage stage, long deals, long overdue, List<DealAnswers.Answer> first) {}

    @GET
    @Path("/due")
    @Snapshot
    @Operation(
            summary = "DEP-2: deals on their way to the contract, by stage: how many, and those that are due first",
            description = "Tickets, reservations to top up, subscriptions to sign; a stage without any is left out")
    public Page<DueStage> due(@NotBlank @QueryParam("project") String project) {
        return new Page<>(
                deals.counts(caller.scope(), project, clock.today()).stream()
                        .filter(count -> count.stage() == DealStage.QUEUED
                                || count.stage().isBeforeContract())
                        .map(count -> new DueStage(
                                count.stage(),
                                count.deals(),
                                count.overdue(),
                                answers.of(deals.firstDue(caller.scope(), project, count.stage(), FIRST))))
                        .toList(),
                null);
    }

    @GET
    @Path("/counts")
    @Snapshot
    @Operation(summary = "How many deals are at each stage, and how many of them overdue; consultants count their own")
    public Page<Deals.Count> counts(@QueryParam("project") @Nullable String project) {
        return new Page<>(deals.counts(caller.scope(), project, clock.today()), null);
    }
}

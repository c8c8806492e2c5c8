package org.anchang.customer.tracking;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.Texts;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// TRK-1: follow-ups.
@Path("/api/v1/follow-ups")
@RunOnVirtualThread
@Tag(name = "Tracking")
@RolesAllowed(Role.SALES)
public class FollowUpResource implements OfferSource {
    /// What is to be done next with a customer.
    ///
    /// @param action what is to be done, e.g. to send the price list
    public record FollowUpPlan(
            @NotNull ContactWay way,
            @Nullable @Size(max = 200) String action,
            @NotNull LocalDate dueOn,
            @Nullable @Size(max = 200) String purpose) {}

    public record PlanFollowUp(
            @NotNull UUID customer, @NotNull @Valid FollowUpPlan plan) {}

    /// @param way        as it was planned, where it is left out
    /// @param visit      TRK-1: that the caller received in the owner's place: what happened in it
    /// @param resistance what keeps the customer from buying
    /// @param nextPlanOn by when to be in touch again
    public record RecordFollowUp(
            @NotNull UUID customer,
            @NotBlank @Size(max = 2000) String said,
            @Nullable @Size(max = 2000) String response,
            @Nullable @Size(max = 2000) String satisfied,
            @Nullable @Size(max = 2000) String dissatisfied,
            @Nullable @Size(max = 2000) String resistance,
            @NotNull IntentGrade intentGrade,
            @Nullable LocalDate nextPlanOn,
            @Nullable @Size(max = 200) String nextPlanFor,
            @Nullable ContactWay way,
            @Nullable ContactWay nextPlanWay,
            @Nullable @Size(max = 200) String nextPlanAction,
            @Nullable UUID visit) {}

    /// @param customerName in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param state `PLANNED` or `DONE`
    /// @param said  for the customer's owner and the site manager alone, as are the other texts
    public record ShownFollowUp(
            UUID id,
            String project,
            UUID customer,
            String customerName,
            FollowUp.State state,
            @Nullable ContactWay way,
            @Nullable LocalDate dueOn,
            @Nullable String action,
            @Nullable String purpose,
            @Nullable String plannedBy,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String said,
            @Nullable String response,
            @Nullable String satisfied,
            @Nullable String dissatisfied,
            @Nullable String resistance,
            @Nullable IntentGrade intentGrade,
            List<Action> actions) {}

    private static final Offer FOLLOW_UP = Offer.of(CustomerAction.FOLLOW_UP, FollowUpResource.class, "follow");
    private static final Offer PLAN_FOLLOW_UP =
            Offer.of(CustomerAction.PLAN_FOLLOW_UP, FollowUpResource.class, "replan");

    private static final List<Offer> FOR_OTHERS = List.of(FOLLOW_UP);

    @Inject
    FollowUps followUps;

    @Inject
    RecordingFollowUps recording;

    @Inject
    PlanningFollowUps planning;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "Record a talk with an own customer; it fulfils the earliest planned follow-up")
    public ShownFollowUp follow(@NotNull @Valid RecordFollowUp request) {
        var recorded = recording.record(request);
        return shown(recorded, texts.names(List.of(recorded.customer()))).apply(texts.written());
    }

    @POST
    @Path("/plans")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER})
    @Operation(
            summary = "Plan what comes next with a customer",
            description = "Their consultant does, or a superior as a task for the consultant")
    public ShownFollowUp plan(@NotNull @Valid PlanFollowUp request) {
        var planned = planning.plan(request);
        return shown(planned, texts.names(List.of(planned.customer()))).apply(texts.written());
    }

    @POST
    @Path("/{id}/plan")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER})
    @Operation(summary = "Plan otherwise what is planned")
    public ShownFollowUp replan(@PathParam("id") UUID id, @NotNull @Valid FollowUpPlan request) {
        var planned = planning.replan(id, request);
        return shown(planned, texts.names(List.of(planned.customer()))).apply(texts.written());
    }

    @GET
    @Snapshot
    @Operation(
            summary = "Follow-ups, planned and done; consultants see those of own customers",
            description = "`dueUntil`: only what is still planned, until this day")
    public Page<ShownFollowUp> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("dueUntil") @Nullable LocalDate dueUntil,
            @Valid @BeanParam PageRequest page) {
        var found = followUps.list(
                caller.scope(), new FollowUps.FollowUpFilter(project, customers.present(customer), dueUntil), page);
        var names = texts.names(found.items().stream().map(FollowUp::customer).toList());
        return texts.each(found, FollowUp::customer, followUp -> shown(followUp, names));
    }

    private Function<Texts.Reading, ShownFollowUp> shown(FollowUp followUp, Map<UUID, String> names) {
        var open = followUp.state() == FollowUp.State.PLANNED;
        return read -> new ShownFollowUp(
                followUp.id(),
                followUp.project(),
                followUp.customer(),
                requireNonNull(names.get(followUp.customer())),
                followUp.state(),
                followUp.way(),
                followUp.dueOn(),
                read.of(followUp.action(), followUp.place("action")),
                read.of(followUp.purpose(), followUp.place("purpose")),
                followUp.plannedBy(),
                followUp.doneBy(),
                followUp.doneAt(),
                read.of(followUp.said(), followUp.place("said")),
                read.of(followUp.response(), followUp.place("response")),
                read.of(followUp.satisfied(), followUp.place("satisfied")),
                read.of(followUp.dissatisfied(), followUp.place("dissatisfied")),
                read.of(followUp.resistance(), followUp.place("resistance")),
                followUp.intentGrade(),
                open
                        ? List.of(FOLLOW_UP.to(caller, followUp.project()), PLAN_FOLLOW_UP.on(true, followUp.id()))
                        : List.of());
    }
}

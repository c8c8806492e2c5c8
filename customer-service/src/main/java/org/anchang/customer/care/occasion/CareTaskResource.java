package org.anchang.customer.care.occasion;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.care.occasion.Birthday.Relation;
import org.anchang.customer.care.occasion.CareTask.CareDone;
import org.anchang.customer.care.occasion.CareTask.CareState;
import org.anchang.customer.care.occasion.CareTask.CareWay;
import org.anchang.customer.care.occasion.Holidays.Holiday;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
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

/// CAR-1, CAR-6: care tasks, and revisits among them.
@Path("/api/v1/care-tasks")
@RunOnVirtualThread
@Tag(name = "Care")
public class CareTaskResource {
    /// @param what what was given, sent or said
    public record FinishCareTask(
            @NotNull CareDone done,
            @NotBlank @Size(max = 500) String what) {}

    /// @param on      the day
    /// @param way     left out: as for the customer's birthday
    /// @param purpose what for
    public record PlanRevisit(
            @NotNull UUID customer,
            @NotNull LocalDate on,
            @Nullable CareWay way,
            @NotBlank @Size(max = 500) String purpose) {}

    /// What a task is for.
    public enum CareOccasion {
        BIRTHDAY,
        HOLIDAY,
        REVISIT
    }

    /// @param purpose      of a revisit; for the owner and the site manager alone
    /// @param customerName in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param relation     whose birthday it is; absent on a holiday
    /// @param personName   for the owner and the site manager alone, as is what was sent
    /// @param holiday      its name; absent on a birthday
    public record ShownCareTask(
            UUID id,
            String project,
            UUID customer,
            String customerName,
            CareOccasion occasion,
            @Nullable Relation relation,
            @Nullable String personName,
            @Nullable String holiday,
            @Nullable String purpose,
            LocalDate dueOn,
            CareWay way,
            CareState state,
            @Nullable CareDone done,
            @Nullable String what,
            @Nullable String doneBy,
            @Nullable Instant doneAt,
            List<Action> actions) {}

    /// What tasks are about.
    private record About(Map<UUID, String> names, Map<UUID, Birthday> birthdays, Map<UUID, Holiday> holidays) {}

    private static final Offer FINISH = Offer.of(CustomerAction.FINISH, CareTaskResource.class, "finishCareTask");

    @Inject
    CareTasks tasks;

    @Inject
    CaringForCustomers caring;

    @Inject
    Birthdays birthdays;

    @Inject
    Holidays holidays;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Plan to see or call a customer again")
    public ShownCareTask planRevisit(@NotNull @Valid PlanRevisit request) {
        var task = caring.plan(request);
        return shown(task, about(List.of(task))).apply(texts.written());
    }

    @POST
    @Path("/{id}/done")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(
            summary =
                    "Record what was done on the day; a message goes out as it is written, with the customer's consent")
    public ShownCareTask finishCareTask(@PathParam("id") UUID id, @NotNull @Valid FinishCareTask request) {
        var task = caring.finish(id, request);
        return shown(task, about(List.of(task))).apply(texts.written());
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "Care tasks by day; consultants see those of own customers")
    public Page<ShownCareTask> listCareTasks(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("state") @Nullable CareState state,
            @QueryParam("dueUntil") @Nullable LocalDate dueUntil,
            @Valid @BeanParam PageRequest page) {
        var filter = new CareTasks.CareFilter(project, customers.present(customer), state, dueUntil);
        var found = tasks.list(caller.scope(), filter, page);
        var about = about(found.items());
        return texts.each(found, CareTask::customer, task -> shown(task, about));
    }

    private static CareOccasion occasion(CareTask task) {
        return task.birthday() != null
                ? CareOccasion.BIRTHDAY
                : task.holiday() != null ? CareOccasion.HOLIDAY : CareOccasion.REVISIT;
    }

    private About about(List<CareTask> of) {
        var days = of.stream().map(CareTask::birthday).filter(Objects::nonNull).collect(Collectors.toSet());
        var feasts = of.stream().map(CareTask::holiday).filter(Objects::nonNull).collect(Collectors.toSet());
        return new About(
                texts.names(of.stream().map(CareTask::customer).toList()),
                days.isEmpty()
                        ? Map.of()
                        : birthdays.list("id in ?1", days).stream()
                                .collect(Collectors.toMap(Birthday::id, Function.identity())),
                holidays.named(feasts));
    }

    private Function<Texts.Reading, ShownCareTask> shown(CareTask task, About about) {
        var birthday = task.birthday() == null ? null : about.birthdays().get(task.birthday());
        var holiday = task.holiday() == null ? null : about.holidays().get(task.holiday());
        return read -> new ShownCareTask(
                task.id(),
                task.project(),
                task.customer(),
                requireNonNull(about.names().get(task.customer())),
                occasion(task),
                birthday == null ? null : birthday.relation(),
                birthday == null ? null : read.of(birthday.personName(), birthday.place("person_name")),
                holiday == null ? null : holiday.name(),
                read.of(task.purpose(), task.purposePlace()),
                task.dueOn(),
                task.way(),
                task.state(),
                task.done(),
                read.of(task.what(), task.place()),
                task.doneBy(),
                task.doneAt(),
                task.state() == CareState.OPEN ? List.of(FINISH.to(caller, task.project(), task.id())) : List.of());
    }
}

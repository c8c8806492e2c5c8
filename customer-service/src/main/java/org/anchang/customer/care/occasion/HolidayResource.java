package org.anchang.customer.care.occasion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.care.occasion.Holidays.Holiday;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// CAR-1: the calendar of holidays on which the office greets its customers.
@Path("/api/v1/care-holidays")
@RunOnVirtualThread
@Tag(name = "Care")
public class HolidayResource {
    public record EnterHoliday(
            @NotBlank @Size(max = 50) String project,
            @NotNull LocalDate day,
            @NotBlank @OneLine @Size(max = 50) String name) {}

    public record ShownHoliday(
            UUID id, String project, LocalDate day, String name, String enteredBy, List<Action> actions) {}

    private static final Offer REMOVE = Offer.of(CustomerAction.REMOVE, HolidayResource.class, "removeHoliday");

    @Inject
    CaringForCustomers caring;

    @Inject
    Holidays holidays;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "Enter a holiday: buyers and VIPs are greeted on it")
    public ShownHoliday enterHoliday(@NotNull @Valid EnterHoliday request) {
        return shown(caring.enter(request));
    }

    @POST
    @Path("/{id}/removal")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "Take a holiday out; the tasks that were made for it stay")
    public ShownHoliday removeHoliday(@PathParam("id") UUID id) {
        return shown(holidays.remove(caller.scope(), id, caller.name()));
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "The holidays of a project, of one year if it is said, as they were entered")
    public Page<ShownHoliday> listHolidays(
            @QueryParam("project") @Nullable String project,
            @QueryParam("year") @Nullable @Min(1900) @Max(2199) Integer year,
            @Valid @BeanParam PageRequest page) {
        return holidays.list(caller.scope(), project, year, page).map(this::shown);
    }

    private ShownHoliday shown(Holiday holiday) {
        return new ShownHoliday(
                holiday.id(),
                holiday.project(),
                holiday.day(),
                holiday.name(),
                holiday.enteredBy(),
                List.of(REMOVE.to(caller, holiday.project(), holiday.id())));
    }
}

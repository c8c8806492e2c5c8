package org.anchang.customer.call;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.call.AdvertisingDays.AdvertisingDay;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Names;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// TEL-1: the days on which calls are to be shorter.
@Path("/api/v1/advertising-days")
@RunOnVirtualThread
@Tag(name = "Calls")
public class AdvertisingDayResource {
    /// @param medium what is advertised in, e.g. the evening paper
    public record EnterAdvertisingDay(
            @NotBlank @Size(max = 50) String project,
            @NotNull LocalDate day,
            @NotBlank @OneLine @Size(max = 100) String medium) {}

    public record ShownAdvertisingDay(
            UUID id, String project, LocalDate day, String medium, String enteredBy, List<Action> actions) {}

    private static final Offer REMOVE =
            Offer.of(CustomerAction.REMOVE, AdvertisingDayResource.class, "removeAdvertisingDay");

    @Inject
    AdvertisingDays days;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "Enter a day on which the project advertises: the shorter limit of calls counts")
    public ShownAdvertisingDay enterAdvertisingDay(@NotNull @Valid EnterAdvertisingDay request) {
        caller.mustBeBoundTo(request.project());
        return shown(days.enter(request.project(), request.day(), Names.trimmed(request.medium()), caller.name()));
    }

    @POST
    @Path("/{id}/removal")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "Take an advertising day out; what was marked stays")
    public ShownAdvertisingDay removeAdvertisingDay(@PathParam("id") UUID id) {
        return shown(days.remove(caller.scope(), id, caller.name()));
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER})
    @Operation(summary = "The advertising days of a project, the one entered last first")
    public Page<ShownAdvertisingDay> listAdvertisingDays(
            @QueryParam("project") @Nullable String project, @Valid @BeanParam PageRequest page) {
        return days.list(caller.scope(), project, page).map(this::shown);
    }

    private ShownAdvertisingDay shown(AdvertisingDay day) {
        return new ShownAdvertisingDay(
                day.id(),
                day.project(),
                day.day(),
                day.medium(),
                day.enteredBy(),
                List.of(REMOVE.to(caller, day.project(), day.id())));
    }
}

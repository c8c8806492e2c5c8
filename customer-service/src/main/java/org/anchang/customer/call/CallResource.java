package org.anchang.customer.call;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.Gender;
import org.anchang.customer.showing.ShowingCustomers;
import org.anchang.customer.showing.ShownCustomer;
import org.anchang.kit.Action;
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

/// TEL-1: the call log.
@Path("/api/v1/calls")
@RunOnVirtualThread
@Tag(name = "Calls")
public class CallResource {
    /// @param seconds    how long the call took
    /// @param endedAt    left out: now
    /// @param intent     what the caller wants
    /// @param source     where the caller heard of the project
    /// @param missedCall the call that nobody took and that this one answers
    public record LogCall(
            @NotBlank @Size(max = 50) String project,
            @Nullable @OneLine @Size(max = 100) String callerName,
            @Nullable @Size(max = 40) String phone,
            @Nullable @OneLine @Size(max = 200) String address,
            @Nullable @Size(max = 500) String intent,
            @Nullable @OneLine @Size(max = 50) String source,
            @NotNull @Min(0) @Max(86_400) Integer seconds,
            @Nullable Instant endedAt,
            @NotNull @Size(max = 30) List<@NotNull @Valid Question> questions,
            @Nullable @Size(max = 2000) String note,
            @Nullable UUID missedCall) {}

    /// What the call does not say, or says otherwise; a call says enough where it has a name and a phone.
    ///
    /// @param owner as in a registration
    public record MakeCustomer(
            @Nullable @OneLine @Size(max = 100) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable UUID introducedBy,
            @Nullable Gender gender,
            @Nullable @Size(max = 100) String owner,
            @Nullable @Size(max = 2000) String note) {}

    /// @param callerName in full for who took the call, or the owner of the customer that the caller is, and the site
    ///     manager; masked for others (SEC-1)
    /// @param phone      the same, and always masked in lists
    /// @param questions  none for others, as are the other texts
    /// @param minutesLimit the limits that counted that day, and whether it was one of advertising
    public record ShownCall(
            UUID id,
            String project,
            String takenBy,
            @Nullable String callerName,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String intent,
            @Nullable String source,
            List<Question> questions,
            int questionsAsked,
            int questionsAnswered,
            @Nullable String note,
            Instant startedAt,
            Instant endedAt,
            long seconds,
            int minutesLimit,
            int questionsLimit,
            boolean advertisingDay,
            boolean tooLong,
            boolean tooManyQuestions,
            @Nullable UUID customer,
            List<Action> actions) {}

    /// What counts for calls today.
    public record CallLimitsToday(int minutes, int questions, boolean advertisingDay) {}

    @Inject
    PhoneCalls calls;

    @Inject
    LoggingCalls logging;

    @Inject
    ShowingCalls showing;

    @Inject
    ShowingCustomers customersShown;

    @Inject
    Customers customers;

    @Inject
    AdvertisingDays days;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(
            summary = "Log a call that was taken",
            description = "A phone that the project knows finds its customer, in whose history the call stands at once")
    public ShownCall logCall(@NotNull @Valid LogCall request) {
        return showing.logged(logging.log(request));
    }

    @POST
    @Path("/{id}/customer")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Make the caller a customer, with the call as history; a known phone finds its customer")
    public ShownCustomer makeCustomer(@PathParam("id") UUID id, @NotNull @Valid MakeCustomer request) {
        var contact = logging.makeCustomer(id, request);
        return contact.isNew()
                ? customersShown.registered(contact.customer())
                : customersShown.alreadyKnown(contact.customer());
    }

    @GET
    @Path("/{id}")
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(summary = "One call; a consultant sees those they took and those of own customers")
    public ShownCall getCall(@PathParam("id") UUID id) {
        return showing.one(calls.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(
            summary = "Calls, the latest first",
            description = "`marked`: only those that went beyond a limit, or only those that did not")
    public Page<ShownCall> listCalls(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("marked") @Nullable Boolean marked,
            @Valid @BeanParam PageRequest page) {
        var filter = new PhoneCalls.CallFilter(project, customers.present(customer), marked);
        return showing.list(calls.list(caller.scope(), filter, page));
    }

    @GET
    @Path("/limits")
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "What a call may take today, for the clock of the call pad")
    public CallLimitsToday getCallLimits(@QueryParam("project") @NotBlank String project) {
        caller.mustBeBoundTo(project);
        var limits = days.limitsOfToday(project);
        return new CallLimitsToday(limits.minutes(), limits.questions(), limits.isAdvertisingDay());
    }
}

package org.anchang.customer.care.occasion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.care.occasion.Birthday.Relation;
import org.anchang.customer.care.occasion.Born.BirthCalendar;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CAR-1: whose birthdays are kept, and whether a customer is a VIP.
@Path("/api/v1/customers")
@RunOnVirtualThread
@Tag(name = "Care")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
public class OccasionResource {
    /// @param name whose it is, where it is not the customer's own
    /// @param year not everybody says it
    public record RecordBirthday(
            @NotNull Relation relation,
            @Nullable @OneLine @Size(max = 100) String name,
            @NotNull BirthCalendar calendar,
            @Nullable @Min(1900) @Max(2199) Integer year,
            @NotNull @Min(1) @Max(12) Integer month,
            @NotNull @Min(1) @Max(31) Integer day) {}

    public record MarkVip(@NotNull Boolean vip) {}

    public record ShownBirthday(
            UUID id,
            Relation relation,
            @Nullable String name,
            BirthCalendar calendar,
            @Nullable Integer year,
            int month,
            int day,
            List<Action> actions) {}

    /// What the office keeps in mind of a customer.
    ///
    /// @param birthdays for the customer's owner and the site manager alone
    public record CareOfCustomer(
            UUID customer, String project, boolean vip, List<ShownBirthday> birthdays, List<Action> actions) {}

    private static final Offer RECORD_BIRTHDAY =
            Offer.of(CustomerAction.RECORD_BIRTHDAY, OccasionResource.class, "recordBirthday");
    private static final Offer MARK_VIP = Offer.of(CustomerAction.MARK_VIP, OccasionResource.class, "markVip");
    private static final Offer PLAN_REVISIT =
            Offer.of(CustomerAction.PLAN_REVISIT, CareTaskResource.class, "planRevisit");
    private static final Offer REMOVE = Offer.of(CustomerAction.REMOVE, OccasionResource.class, "removeBirthday");

    @Inject
    CaringForCustomers caring;

    @Inject
    Birthdays birthdays;

    @Inject
    VipMarks vips;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    SealedJson json;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}/care")
    @Snapshot
    @Operation(summary = "The birthdays of a customer and their family, and whether they are a VIP")
    public CareOfCustomer getCareOfCustomer(@PathParam("id") UUID id) {
        var customer = customers.get(caller.scope(), id);
        return shown(customer, texts.of(customer));
    }

    @POST
    @Path("/{id}/birthdays")
    @Idempotent
    @Operation(summary = "Keep a birthday, solar or lunar; its task is made in time")
    public CareOfCustomer recordBirthday(@PathParam("id") UUID id, @NotNull @Valid RecordBirthday request) {
        return shown(caring.record(id, request), texts.written());
    }

    @POST
    @Path("/{id}/birthdays/{birthday}/removal")
    @Idempotent
    @Operation(summary = "Keep a birthday no longer; the tasks that were made for it stay")
    public CareOfCustomer removeBirthday(@PathParam("id") UUID id, @PathParam("birthday") UUID birthday) {
        return shown(caring.remove(id, birthday), texts.written());
    }

    @POST
    @Path("/{id}/vip")
    @Idempotent
    @Operation(summary = "Mark a customer as VIP, or no longer")
    public CareOfCustomer markVip(@PathParam("id") UUID id, @NotNull @Valid MarkVip request) {
        return shown(caring.mark(id, request.vip()), texts.written());
    }

    private CareOfCustomer shown(Customer customer, Texts.Reading read) {
        var kept = birthdays.of(customer).stream()
                .map(birthday -> shown(customer, birthday, read))
                .toList();
        return new CareOfCustomer(
                customer.id(),
                customer.project(),
                vips.isVip(customer),
                kept,
                List.of(
                        RECORD_BIRTHDAY.on(true, customer.id()),
                        MARK_VIP.on(true, customer.id()),
                        PLAN_REVISIT.on(true)));
    }

    /// Whoever finds the customer here owns it or is the site manager: both read all of it.
    private ShownBirthday shown(Customer customer, Birthday birthday, Texts.Reading read) {
        var born = birthday.born(json);
        return new ShownBirthday(
                birthday.id(),
                birthday.relation(),
                read.of(birthday.personName(), birthday.place("person_name")),
                born.calendar(),
                born.year(),
                born.month(),
                born.day(),
                List.of(REMOVE.on(true, customer.id(), birthday.id())));
    }
}

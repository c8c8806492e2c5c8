package org.anchang.customer.household;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.phone.APhone;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// REC-4: the household of a customer.
@Path("/api/v1/customers/{id}/household")
@RunOnVirtualThread
@Tag(name = "Households")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
public class HouseholdResource {
    /// @param customer who it is; a phone finds everybody's
    /// @param relation what they are to the customer of the path
    public record LinkRelative(
            @Nullable UUID customer,
            @Nullable @APhone @Size(max = 40) String phone,
            @NotNull FamilyTie relation) {}

    public record EndTie(@NotBlank @Size(max = 500) String reason) {}

    /// @param id             of the membership
    /// @param name           in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param relation       to the one who stands for the household, who is `SELF`
    /// @param isYours        whether the caller may open the customer
    public record ShownMember(
            UUID id,
            UUID customer,
            String name,
            HouseholdRelation relation,
            String owner,
            String firstConsultant,
            boolean isYours,
            String addedBy,
            Instant addedAt,
            List<Action> actions) {}

    /// @param id    absent: the customer is of no household
    /// @param rule  REC-9: whose it will be when one of them signs
    public record ShownHousehold(
            @Nullable UUID id,
            String project,
            HouseholdOwner rule,
            List<ShownMember> members,
            @Nullable String madeBy,
            @Nullable Instant madeAt,
            List<Action> actions) {}

    /// What the office had to do with a member.
    ///
    /// @param person who received, followed up or took the call
    /// @param text   what was noted or said; for the customer's owner and the site manager alone
    public record HouseholdContact(
            UUID id,
            ContactKind kind,
            UUID customer,
            String customerName,
            Instant at,
            String person,
            @Nullable String text) {}

    /// A member as an order form needs them.
    ///
    /// @param phone the main one
    public record HouseholdBuyer(
            UUID customer, String name, @Nullable String phone, HouseholdRelation relation) {}

    public record HouseholdBuyers(List<HouseholdBuyer> items) {}

    @Inject
    LinkingFamilies linking;

    @Inject
    ShowingHouseholds showing;

    @Inject
    HouseholdContacts contacts;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "Who is of the customer's household, and whose customers they are")
    public ShownHousehold getHousehold(@PathParam("id") UUID id) {
        return showing.of(customers.get(caller.scope(), id));
    }

    @POST
    @Path("/members")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "Link a relative, whoever's customer they are; the first link makes the household")
    public ShownHousehold linkRelative(@PathParam("id") UUID id, @NotNull @Valid LinkRelative request) {
        return showing.of(linking.link(id, request));
    }

    @POST
    @Path("/members/{member}/removal")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "Take somebody out of the household; of two, it ends")
    public ShownHousehold removeRelative(
            @PathParam("id") UUID id, @PathParam("member") UUID member, @NotNull @Valid EndTie request) {
        return showing.of(linking.remove(id, member, request.reason()));
    }

    @POST
    @Path("/dissolution")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "The household ends; its members stay customers")
    public ShownHousehold dissolveHousehold(@PathParam("id") UUID id, @NotNull @Valid EndTie request) {
        return showing.of(linking.dissolve(id, request.reason()));
    }

    @GET
    @Path("/contacts")
    @Snapshot
    @Operation(
            summary = "Visits, follow-ups and calls of all members, the latest first",
            description = "A consultant sees those of own customers, and what they did themselves")
    public Page<HouseholdContact> listHouseholdContacts(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return contacts.of(caller.scope(), customers.get(caller.scope(), id), page);
    }

    @GET
    @Path("/buyers")
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(
            summary = "Members as buyers on an order form, with name and phone in full",
            description = "Those whom the caller may read in full; each such answer leaves a look")
    public HouseholdBuyers listHouseholdBuyers(@PathParam("id") UUID id) {
        return showing.buyers(customers.get(caller.scope(), id));
    }
}

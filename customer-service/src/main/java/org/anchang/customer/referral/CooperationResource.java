package org.anchang.customer.referral;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.anchang.customer.referral.Professions.Counterpart;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// REF-2: cooperation (交叉合作): customers whose professions need each other, to be brought together.
@Path("/api/v1/customers")
@RunOnVirtualThread
@Tag(name = "Referrals")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
public class CooperationResource {
    public record SetProfession(
            @NotBlank @OneLine @Size(max = 60) String profession) {}

    /// @param name in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param why  what the two have of each other
    public record SuggestedPartner(UUID customer, String name, String profession, String why) {}

    /// @param partners among the customers whom the caller sees
    public record Cooperation(
            UUID customer,
            String project,
            @Nullable String profession,
            List<SuggestedPartner> partners,
            List<Action> actions) {}

    private static final Offer SET_PROFESSION =
            Offer.of(CustomerAction.SET_PROFESSION, CooperationResource.class, "setProfession");

    @Inject
    Professions professions;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}/cooperation")
    @Snapshot
    @Operation(summary = "What a customer does for a living, and customers to bring them together with")
    public Cooperation getCooperation(@PathParam("id") UUID id) {
        return shown(customers.get(caller.scope(), id));
    }

    @POST
    @Path("/{id}/profession")
    @Idempotent
    @Operation(summary = "Record what a customer does for a living")
    public Cooperation setProfession(@PathParam("id") UUID id, @NotNull @Valid SetProfession request) {
        var customer = customers.get(caller.scope(), id);
        professions.set(customer, request.profession());
        return shown(customer);
    }

    private Cooperation shown(Customer customer) {
        var profession = professions.of(customer);
        var partners = profession
                .map(one -> professions.partners(caller.scope(), customer, one))
                .orElse(List.of());
        var names = texts.names(partners.stream().map(Counterpart::customer).toList());
        return new Cooperation(
                customer.id(),
                customer.project(),
                profession.orElse(null),
                partners.stream()
                        .map(one -> new SuggestedPartner(
                                one.customer(), requireNonNull(names.get(one.customer())), one.profession(), one.why()))
                        .toList(),
                List.of(SET_PROFESSION.on(true, customer.id())));
    }
}

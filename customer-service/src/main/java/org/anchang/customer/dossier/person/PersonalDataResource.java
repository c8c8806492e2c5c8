package org.anchang.customer.dossier.person;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Held.Stays;
import org.anchang.customer.Texts;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-7: what is held of one person, for the person: the site manager hands it over, or erases it.
@Path("/api/v1/customers/{id}/personal-data")
@RunOnVirtualThread
@Tag(name = "Dossiers")
@RolesAllowed(Role.SITE_MANAGER)
public class PersonalDataResource implements OfferSource {
    /// @param reason who asked for it, and how
    public record ErasePerson(@NotBlank @Size(max = 500) String reason) {}

    /// What one feature holds.
    ///
    /// @param what  in capitals, e.g. `VISITS`
    /// @param stays why it would not be erased; absent: it would
    /// @param items what is said, by name
    public record HeldPart(String what, int count, @Nullable Stays stays, List<Map<String, String>> items) {}

    public record PersonalDataOfCustomer(UUID customer, String project, List<HeldPart> parts, List<Action> actions) {}

    private static final Offer ERASE_PERSON =
            Offer.of(CustomerAction.ERASE_PERSON, PersonalDataResource.class, "erasePerson");

    private static final List<Offer> FOR_OTHERS = List.of(ERASE_PERSON);

    @Inject
    PersonalData data;

    @Inject
    ErasingPeople erasing;

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

    @GET
    @Snapshot
    @Operation(
            summary = "All that is held of a person here, to be handed to them; kept as a look",
            description = "Deals and money stand in deal-service, and are kept ten years")
    public PersonalDataOfCustomer getPersonalData(@PathParam("id") UUID id) {
        var customer = customers.get(caller.scope(), id);
        texts.of(customer);
        return shown(customer);
    }

    @POST
    @Path("/erasure")
    @Idempotent
    @Operation(
            summary = "Erase a person: shred the keys of the dossier, write over texts; say what stays and why",
            description = "Name and phones of who has a deal stay ten years")
    public PersonalDataOfCustomer erasePerson(@PathParam("id") UUID id, @NotNull @Valid ErasePerson request) {
        return shown(erasing.erase(id, request.reason()));
    }

    private PersonalDataOfCustomer shown(Customer customer) {
        return new PersonalDataOfCustomer(
                customer.id(), customer.project(), data.of(customer), List.of(ERASE_PERSON.on(true, customer.id())));
    }
}

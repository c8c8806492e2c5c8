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
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.referral.Introductions.Link;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// REF-1: who brought whom.
@Path("/api/v1/customers")
@RunOnVirtualThread
@Tag(name = "Referrals")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
public class ReferralResource {
    public record NameIntroducer(
            @NotNull UUID introducer,
            @NotBlank @Size(max = 500) String reason) {}

    /// Somebody in the chain.
    ///
    /// @param name    in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param through by whom they came; absent above the customer
    /// @param depth   how far from the customer: below zero are introducers, -1 the customer's own
    public record ReferralLink(
            UUID customer, String name, @Nullable UUID through, int depth) {}

    /// @param brought   how many came through the customer, directly or not
    /// @param keyPerson whether these are enough to be one (核心人物), by the project's setting
    public record ReferralChain(
            UUID customer,
            String project,
            long brought,
            boolean keyPerson,
            int threshold,
            List<ReferralLink> links,
            List<Action> actions) {}

    private static final Offer NAME_INTRODUCER =
            Offer.of(CustomerAction.NAME_INTRODUCER, ReferralResource.class, "nameIntroducer");

    @Inject
    Introductions introductions;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}/referrals")
    @Snapshot
    @Operation(summary = "The chain of a customer: who brought them, and all who came through them")
    public ReferralChain getReferrals(@PathParam("id") UUID id) {
        return shown(customers.get(caller.scope(), id));
    }

    @POST
    @Path("/{id}/introducer")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Say who brought a customer, where the registration does not or says it wrongly")
    public ReferralChain nameIntroducer(@PathParam("id") UUID id, @NotNull @Valid NameIntroducer request) {
        return shown(introductions.introduce(caller.scope(), id, request.introducer(), request.reason()));
    }

    private ReferralChain shown(Customer customer) {
        var chain = introductions.chain(customer);
        var names = texts.names(
                Stream.concat(Stream.of(customer.id()), chain.stream().map(Link::customer))
                        .toList());
        var brought = introductions.broughtBy(customer);
        var threshold = settings.integer(customer.project(), CustomerSetting.KEY_PERSON_REFERRALS);
        return new ReferralChain(
                customer.id(),
                customer.project(),
                brought,
                brought >= threshold,
                threshold,
                chain.stream()
                        .map(link -> new ReferralLink(
                                link.customer(),
                                requireNonNull(names.get(link.customer())),
                                link.through(),
                                link.depth()))
                        .toList(),
                List.of(NAME_INTRODUCER.to(caller, customer.project(), customer.id())));
    }
}

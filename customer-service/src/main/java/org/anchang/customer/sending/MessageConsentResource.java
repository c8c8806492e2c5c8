package org.anchang.customer.sending;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.sending.MessageConsents.LatestConsent;
import org.anchang.customer.sending.MessageConsents.MessageConsentWay;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CAR-7: whether a customer wants messages.
@Path("/api/v1/customers")
@RunOnVirtualThread
@Tag(name = "Messages")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
public class MessageConsentResource {
    /// @param agreed whether the customer wants messages from now on
    /// @param way    how they said so
    public record RecordMessageConsent(
            @NotNull Boolean agreed, @NotNull MessageConsentWay way) {}

    /// @param agreed     nobody who has said nothing
    /// @param way        how it was said; absent, as the others, where nothing was
    public record MessageConsent(
            UUID customer,
            String project,
            boolean agreed,
            @Nullable MessageConsentWay way,
            @Nullable String recordedBy,
            @Nullable Instant recordedAt,
            List<Action> actions) {}

    private static final Offer RECORD_CONSENT =
            Offer.of(CustomerAction.RECORD_CONSENT, MessageConsentResource.class, "recordMessageConsent");

    @Inject
    MessageConsents consents;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}/message-consent")
    @Snapshot
    @Operation(summary = "Whether a customer wants messages")
    public MessageConsent getMessageConsent(@PathParam("id") UUID id) {
        return shown(customers.get(caller.scope(), id));
    }

    @POST
    @Path("/{id}/message-consent")
    @Idempotent
    @Operation(summary = "Record that a customer wants messages, or no longer; what waits is not sent then")
    public MessageConsent recordMessageConsent(@PathParam("id") UUID id, @NotNull @Valid RecordMessageConsent request) {
        var customer = customers.get(caller.scope(), id);
        consents.record(customer, request.agreed(), request.way());
        return shown(customer);
    }

    private MessageConsent shown(Customer customer) {
        var consent = consents.of(customer);
        return new MessageConsent(
                customer.id(),
                customer.project(),
                consent.map(LatestConsent::agreed).orElse(false),
                consent.map(LatestConsent::way).orElse(null),
                consent.map(LatestConsent::recordedBy).orElse(null),
                consent.map(LatestConsent::recordedAt).orElse(null),
                List.of(RECORD_CONSENT.on(true, customer.id())));
    }
}

package org.anchang.deal.deposit.orderform;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.deal.deposit.orderform.OrderForm.Signer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// DEP-3: order forms and their signatures.
@Path("/api/v1/order-forms/{id}")
@RunOnVirtualThread
@Tag(name = "Order forms")
public class OrderFormResource {
    public record Sign(@NotNull Signer as) {}

    @Inject
    DrawingOrderForm drawing;

    @Inject
    OrderForms orderForms;

    @Inject
    OrderFormAnswers answers;

    @Inject
    Caller caller;

    @POST
    @Path("/signatures")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Sign: customer (recorded by the consultant), consultant, site manager")
    public OrderFormAnswers.OrderFormAnswer sign(@PathParam("id") UUID id, @NotNull @Valid Sign signature) {
        return answers.of(drawing.sign(id, signature.as()));
    }

    @GET
    @Authenticated
    @Snapshot
    @Operation(summary = "One order form")
    public OrderFormAnswers.OrderFormAnswer get(@PathParam("id") UUID id) {
        return answers.of(orderForms.get(caller.scope(), id));
    }
}

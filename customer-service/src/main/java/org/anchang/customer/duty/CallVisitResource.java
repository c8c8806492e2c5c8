package org.anchang.customer.duty;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Gender;
import org.anchang.customer.call.CallResource.MakeCustomer;
import org.anchang.customer.call.LoggingCalls;
import org.anchang.customer.duty.ReceptionResource.ReceiveInTurn;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// TEL-1, CUS-1: a call becomes a visit: who called stands at the desk.
@Path("/api/v1/calls/{id}/visit")
@RunOnVirtualThread
@Tag(name = "Calls")
public class CallVisitResource implements OfferSource {
    /// What the call does not say, or says otherwise.
    ///
    /// @param owner   left out: the consultant who took the call
    /// @param persons left out: one
    public record ReceiveCaller(
            @Nullable @OneLine @Size(max = 100) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable Gender gender,
            @Nullable @Size(max = 100) String owner,
            @Nullable @Min(1) @Max(99) Integer persons) {}

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(CustomerAction.RECEIVE_CALLER, CallVisitResource.class, "receiveCaller"));

    @Inject
    LoggingCalls calls;

    @Inject
    ReceivingInTurn receiving;

    @Inject
    Arrivals arrivals;

    @Inject
    ShowingDuty showing;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(
            summary = "The caller has come: one act makes the customer, if need be, the reception and the visit",
            description = "The call stands in the customer's history, and the reception names it")
    public ShownReception receiveCaller(@PathParam("id") UUID id, @NotNull @Valid ReceiveCaller request) {
        var customer = calls.callerOf(
                id, new MakeCustomer(request.name(), request.phone(), null, request.gender(), request.owner(), null));
        refuseIf(arrivals.count("call", id) > 0, CustomerRefusal.CALL_BECAME_A_VISIT);
        return showing.one(
                receiving.receive(ReceiveInTurn.called(customer.project(), customer.id(), request.persons()), id));
    }
}

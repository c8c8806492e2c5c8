package org.anchang.customer.duty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.customer.Gender;
import org.anchang.customer.duty.turn.ArrivalKind;
import org.anchang.customer.household.FamilyTie;
import org.anchang.customer.registration.RegisteringCustomer;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.phone.APhone;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// REC-1 … REC-3, REC-5: visitors are received in turn. Nobody is asked who shall receive them.
@Path("/api/v1/receptions")
@RunOnVirtualThread
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
@Tag(name = "Front desk")
public class ReceptionResource {
    /// @param customer        whom the desk found; a phone finds everybody's
    /// @param phone           of the visitor, if they say it; one that is known makes them a returning visitor
    /// @param introducer      REC-5: who sent them
    /// @param relative        REC-4: of whose family they are, or `relativePhone`; `relation`: what they
    ///     are to that one
    /// @param persons         left out: one
    public record ReceiveInTurn(
            @NotBlank String project,
            @NotNull ArrivalKind kind,
            @Nullable UUID customer,
            @Nullable @APhone @Size(max = 40) String phone,
            @Nullable @OneLine @Size(max = 100) String name,
            @Nullable UUID introducer,
            @Nullable @APhone @Size(max = 40) String introducerPhone,
            @Nullable UUID relative,
            @Nullable @APhone @Size(max = 40) String relativePhone,
            @Nullable FamilyTie relation,
            @Nullable @Min(1) @Max(99) Integer persons) {
        /// TEL-1: somebody who called before has come.
        static ReceiveInTurn called(String project, UUID customer, @Nullable Integer persons) {
            return new ReceiveInTurn(
                    project, ArrivalKind.CALLED, customer, null, null, null, null, null, null, null, persons);
        }
    }

    /// @param broker       who of a partner brought them: then they came by the partner, unless a customer sent them
    /// @param registration the partner's registration of them (报备)
    public record RegisterVisitor(
            @NotBlank @OneLine @Size(max = 100) String name,
            @NotBlank @APhone @Size(max = 40) String phone,
            @Nullable Gender gender,
            @Nullable @Size(max = 2000) String note,
            @Nullable @OneLine @Size(max = 100) String broker,
            @Nullable @OneLine @Size(max = 100) String registration) {}

    @Inject
    Asking asking;

    @Inject
    ReceivingInTurn receiving;

    @Inject
    ShowingDuty showing;

    @Inject
    RegisteringCustomer registering;

    @POST
    @Idempotent(asksFirst = true)
    @ResponseStatus(201)
    @Operation(
            summary = "Somebody has come: who receives them follows from the queue, or they wait",
            description = "One act makes the reception, the next turn and, where the customer is known or says name and"
                    + " phone, the visit")
    @APIResponse(responseCode = "201", description = "Who receives, by which rule; nobody yet while they wait")
    public ShownReception receiveInTurn(@NotNull @Valid ReceiveInTurn visitor) {
        if (visitor.phone() != null) {
            registering.hearOf(visitor.project());
        }
        return asking.carryOut(() -> showing.one(receiving.receive(visitor)));
    }

    @POST
    @Path("/{id}/assignment")
    @Idempotent
    @Operation(summary = "Ask again who receives a visitor who waits")
    public ShownReception assign(@PathParam("id") UUID id) {
        return showing.one(receiving.assign(id));
    }

    @POST
    @Path("/{id}/departure")
    @Idempotent
    @Operation(summary = "A visitor who waited has left")
    public ShownReception depart(@PathParam("id") UUID id) {
        return showing.one(receiving.leave(id));
    }

    @POST
    @Path("/{id}/contact")
    @Idempotent
    @Operation(summary = "REC-3: the consultant whose customer it is was asked before another received")
    public ShownReception contact(@PathParam("id") UUID id) {
        return showing.one(receiving.getInTouch(id));
    }

    @POST
    @Path("/{id}/registration")
    @Idempotent
    @Operation(
            summary =
                    "The visitor has said who they are: a customer of whom the queue made them, or one whom the office"
                            + " knows")
    public ShownReception registerVisitor(@PathParam("id") UUID id, @NotNull @Valid RegisterVisitor visitor) {
        return showing.one(receiving.register(id, visitor));
    }

    @POST
    @Path("/{id}/end")
    @Idempotent
    @Operation(summary = "The reception is over; the receiver is back in the queue")
    public ShownReception endReception(@PathParam("id") UUID id) {
        return showing.one(receiving.end(id));
    }
}

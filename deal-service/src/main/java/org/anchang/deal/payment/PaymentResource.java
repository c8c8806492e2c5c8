package org.anchang.deal.payment;

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
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealStage;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.money.Incoming;
import org.anchang.deal.money.Payer;
import org.anchang.deal.receipt.Method;
import org.anchang.deal.receipt.ReceiptAnswer;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// COL-1: payments of a deal.
@Path("/api/v1/deals/{id}")
@RunOnVirtualThread
@Tag(name = "Money")
public class PaymentResource implements Offers {
    private static final Offered PAY = Offered.of(30, DealAction.PAY, PaymentResource.class, "pay");

    /// What money of the price can be. A loan is not paid in: it comes by the bank's disbursement (CON-3).
    public enum PaymentNature {
        PRICE
    }

    public record Pay(
            @NotNull Money amount,
            @NotNull PaymentNature nature,
            @NotNull @Valid Method method,
            @Valid @Nullable Payer payer) {
        Incoming incoming() {
            return new Incoming(amount, Nature.valueOf(nature.name()), method, payer);
        }
    }

    public record Paid(ReceiptAnswer receipt, DealAnswers.Answer deal) {}

    @Inject
    TakingPayment taking;

    @Inject
    PaymentSchedule schedule;

    @Inject
    Deals deals;

    @Inject
    Caller caller;

    @POST
    @Path("/payments")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.FINANCE, Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Take money of the price against a numbered receipt; it goes to what falls due first")
    public Paid pay(@PathParam("id") UUID id, @NotNull @Valid Pay payment) {
        return taking.pay(id, payment.incoming());
    }

    @GET
    @Path("/payment-schedule")
    @Authenticated
    @Snapshot
    @Operation(summary = "COL-1: what is due, overdue, paid and outstanding, line by line")
    public PaymentSchedule.Standing schedule(@PathParam("id") UUID id) {
        return schedule.standing(deals.get(caller.scope(), id).id());
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        return deal.stage() == DealStage.CONTRACTED || deal.stage() == DealStage.FILED ? List.of(PAY) : List.of();
    }
}

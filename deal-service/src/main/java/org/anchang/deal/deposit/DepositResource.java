package org.anchang.deal.deposit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.deal.Deal;
import org.anchang.deal.DepositOffer.DepositKind;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.deposit.orderform.DrawingResource;
import org.anchang.deal.money.Payer;
import org.anchang.deal.receipt.Method;
import org.anchang.deal.receipt.ReceiptAnswer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// From the ticket to the full deposit, and the end of a deal that goes no further (DEP-1, DEP-2, DEP-4, DEP-5).
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Deposits")
public class DepositResource implements Offers {
    private static final Offered CONFIRM =
            Offered.of(10, DealAction.CONFIRM_UNIT, DepositResource.class, "confirmUnit");
    private static final Offered TAKE = Offered.of(20, DealAction.TAKE_DEPOSIT, DepositResource.class, "takeDeposit");
    private static final Offered DRAW = Offered.of(50, DealAction.DRAW_ORDER_FORM, DrawingResource.class, "draw");
    private static final Offered LAPSE = Offered.of(170, DealAction.LAPSE, DepositResource.class, "lapse");

    public record OpenDeal(
            @NotBlank String project,
            @NotNull UUID customer,
            @NotNull UUID hold) {}

    public record ConfirmUnit() {}

    /// @param topUpBy left out: as late as the project allows; so is `signBy`
    public record TakeDeposit(
            @NotNull Money amount,
            @NotNull DepositKind kind,
            @NotNull @Valid Method method,
            @Valid @Nullable Payer payer,
            @Nullable LocalDate topUpBy,
            @Nullable LocalDate signBy) {}

    public record DepositTakenAnswer(ReceiptAnswer receipt, DealAnswers.Answer deal) {}

    /// @param forfeit whether the deposits are kept; else they are owed back
    public record Lapse(@NotBlank @Size(max = 500) String reason, boolean forfeit) {}

    @Inject
    OpeningDeal opening;

    @Inject
    TakingDeposit taking;

    @Inject
    LettingLapse lettingLapse;

    @Inject
    DealAnswers answers;

    @POST
    @Idempotent(asksFirst = true)
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "Issue a ticket for a unit that you hold for your customer")
    public DealAnswers.Answer open(@NotNull @Valid OpenDeal wish) {
        return opening.open(wish);
    }

    @POST
    @Path("/{id}/unit-confirmation")
    @Idempotent(asksFirst = true)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "DEP-1: confirm that the unit is free and held, before any money")
    public DealAnswers.Answer confirmUnit(@PathParam("id") UUID id, @Valid ConfirmUnit nothing) {
        return opening.confirmUnit(id);
    }

    @POST
    @Path("/{id}/deposits")
    @Idempotent(asksFirst = true)
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.FINANCE})
    @Operation(summary = "Take deposit money against a numbered receipt; the first money binds the unit")
    public DepositTakenAnswer takeDeposit(@PathParam("id") UUID id, @NotNull @Valid TakeDeposit wish) {
        return taking.take(id, wish);
    }

    @POST
    @Path("/{id}/lapse")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "DEP-2: let a deal lapse; its deposits are forfeited once its date is past, or owed back")
    public DealAnswers.Answer lapse(@PathParam("id") UUID id, @NotNull @Valid Lapse decision) {
        return answers.of(lettingLapse.lapse(id, decision));
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        return switch (deal.stage()) {
            case QUEUED -> deal.isConfirmed() ? offered(TAKE, kept) : offered(CONFIRM, kept);
            case RESERVED -> offered(TAKE, kept);
            case SUBSCRIBED -> offered(deal.deposits().outstanding().isPositive() ? TAKE : null, kept);
            case CONTRACTED, FILED, VOIDED, REFUNDED, SWAPPED, LAPSED -> List.of();
        };
    }

    /// DEP-6: a signed form is voided by a superior, not replaced.
    private static List<Offered> offered(@Nullable Offered first, AllKept kept) {
        var isSigned = kept.form() != null && kept.form().isSigned();
        return Stream.of(first, isSigned ? null : DRAW, LAPSE)
                .filter(Objects::nonNull)
                .toList();
    }
}

package org.anchang.deal.refund;

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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.change.ChangeAnswers;
import org.anchang.deal.change.ChangeForm;
import org.anchang.deal.change.RefundBasis;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.AtLeast;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Seen;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Asking for a refund (退房), and paying out what is owed back.
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Changes")
public class RefundResource implements Offers {
    private static final Offered REFUND =
            Offered.of(120, DealAction.REQUEST_REFUND, RefundResource.class, "requestRefund");
    private static final Offered PAY_OUT = Offered.of(180, DealAction.PAY_OUT_REFUND, RefundResource.class, "payOut");

    /// @param category  of the real reason, for the analysis, e.g. `PRICE`, `LOAN`, `FAMILY`
    /// @param statement the consultant's statement
    public record RequestRefund(
            @NotBlank @Size(max = 2000) String reason,
            @NotBlank @Size(max = 60) String category,
            @NotNull RefundBasis basis,
            @Nullable @AtLeast("0.00") Money penalty,
            @Nullable @Size(max = 2000) String statement) {}

    /// @param earlyReason     RFD-1: why it is paid before the date that finance set; left out where it is not
    /// @param sameSlipBecause INV-17: why it is paid on a slip that a payout was recorded with before
    public record PayOut(
            @NotBlank @Size(max = 100) String slip,
            @Nullable @Size(max = 500) String earlyReason,
            @Nullable @Seen @Size(max = 500) String sameSlipBecause) {}

    public record Payout(UUID id, UUID deal, Money amount, String payoutRecord, List<Action> actions) {}

    @Inject
    RefundingDeal refunding;

    @Inject
    PayingOutRefund payingOut;

    @Inject
    ChangeAnswers answers;

    @POST
    @Path("/{id}/refund-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "RFD-1: ask for the deal to be given up and its money back, less a penalty")
    public ChangeAnswers.Request requestRefund(@PathParam("id") UUID id, @NotNull @Valid RequestRefund asked) {
        var penalty = Objects.requireNonNullElse(asked.penalty(), Money.ZERO);
        return answers.of(refunding.request(
                id,
                new ChangeForm.RefundForm(asked.basis(), asked.category(), penalty),
                asked.reason(),
                asked.statement()));
    }

    @POST
    @Path("/{id}/refund-payouts")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.FINANCE)
    @Operation(summary = "RFD-2: what is owed back was paid out on its date; the slip is the payout record")
    public Payout payOut(@PathParam("id") UUID id, @NotNull @Valid PayOut paid) {
        return payingOut.payOut(id, paid);
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        if (ChangeKind.REFUND.isPossibleAt(deal.stage())) {
            return kept.isFree() ? List.of(REFUND) : List.of();
        }
        return kept.payable().isPositive() ? List.of(PAY_OUT) : List.of();
    }
}

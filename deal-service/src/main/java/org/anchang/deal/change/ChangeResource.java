package org.anchang.deal.change;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchang.deal.Buyer;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// The forms that ask for a change of a deal; approval-service collects their signatures.
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Changes")
public class ChangeResource {
    /// @param hold      on the new unit, for the same customer
    /// @param unitPrice left out: as the hold froze it
    public record RequestSwap(
            @NotNull UUID hold,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Money unitPrice,
            @Nullable Money discount) {}

    /// @param category  of the real reason, for the analysis, e.g. `PRICE`, `LOAN`, `FAMILY`
    /// @param statement the consultant's statement
    public record RequestRefund(
            @NotBlank @Size(max = 2000) String reason,
            @NotBlank @Size(max = 60) String category,
            @NotNull RefundBasis basis,
            @Nullable Money penalty,
            @Nullable @Size(max = 2000) String statement) {}

    public record RequestRename(
            @NotEmpty @Size(max = 20) List<Buyer.@NotNull @Valid Details> buyers,
            @NotBlank @Size(max = 2000) String reason,
            boolean oldBuyersSigned,
            boolean newBuyersSigned) {}

    /// @param requestedDiscount the whole discount, in place of the normal one
    public record RequestDiscount(
            @NotNull Money requestedDiscount,
            @NotBlank @Size(max = 2000) String reason) {}

    /// @param layout       as it is to be, e.g. `3/2`; left out where it stays, as the areas are
    public record RequestLayoutChange(
            @NotBlank @Size(max = 4000) String wishes,
            @Nullable @Size(min = 1, max = 50) String layout,

            @Nullable @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
            BigDecimal buildingArea,

            @Nullable @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
            BigDecimal interiorArea) {}

    public record RequestVoid(@NotBlank @Size(max = 2000) String reason) {}

    /// @param earlyReason RFD-1: why it is paid before the date that finance set; left out where it is not
    public record PayOut(
            @NotBlank @Size(max = 100) String slip,
            @Nullable @Size(max = 500) String earlyReason) {}

    public record Payout(UUID id, UUID deal, Money amount, String payoutRecord, List<Action> actions) {}

    @Inject
    SwappingUnit swapping;

    @Inject
    RefundingDeal refunding;

    @Inject
    RenamingPurchaser renaming;

    @Inject
    GrantingDiscount discounting;

    @Inject
    ChangingLayout changingLayout;

    @Inject
    VoidingDeal voiding;

    @Inject
    PayingOutRefund payingOut;

    @Inject
    ChangeRequests requests;

    @Inject
    ChangeAnswers answers;

    /// The new unit is claimed first, so that the request waits for nobody.
    @POST
    @Path("/{id}/swap-requests")
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "SWP-1 … SWP-3: ask for another unit; it stays held as long as the approval runs")
    public ChangeAnswers.Request requestSwap(
            @PathParam("id") UUID id,
            @NotNull @Valid RequestSwap asked,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var discount = Objects.requireNonNullElse(asked.discount(), Money.ZERO);
        var wish = new SwappingUnit.Wish(asked.hold(), asked.unitPrice(), discount, asked.reason());
        return swapping.request(id, wish, swapping.ask(id, wish, key));
    }

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
                new ChangeForm.RefundForm(asked.basis(), asked.category(), penalty, asked.reason()),
                asked.statement()));
    }

    @POST
    @Path("/{id}/rename-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "REN-1: ask for other buyers; both sides have signed the form")
    public ChangeAnswers.Request requestRename(@PathParam("id") UUID id, @NotNull @Valid RequestRename asked) {
        return answers.of(renaming.request(
                id,
                new RenamingPurchaser.Wish(
                        asked.buyers(), asked.reason(), asked.oldBuyersSigned() && asked.newBuyersSigned())));
    }

    @POST
    @Path("/{id}/discount-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "DIS-1: ask for a discount beyond the normal one")
    public ChangeAnswers.Request requestDiscount(@PathParam("id") UUID id, @NotNull @Valid RequestDiscount asked) {
        return answers.of(
                discounting.request(id, new ChangeForm.DiscountForm(asked.requestedDiscount(), asked.reason())));
    }

    @POST
    @Path("/{id}/layout-change-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "LAY-1: ask for a structural change of the unit")
    public ChangeAnswers.Request requestLayoutChange(
            @PathParam("id") UUID id, @NotNull @Valid RequestLayoutChange asked) {
        return answers.of(changingLayout.request(
                id,
                new ChangeForm.LayoutForm(asked.wishes(), asked.layout(), asked.buildingArea(), asked.interiorArea())));
    }

    @POST
    @Path("/{id}/void-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "DEP-6: ask a superior to void the order form; what was paid is owed back")
    public ChangeAnswers.Request requestVoid(@PathParam("id") UUID id, @NotNull @Valid RequestVoid asked) {
        return answers.of(voiding.request(id, new ChangeForm.VoidForm(asked.reason())));
    }

    @POST
    @Path("/{id}/refund-payouts")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.FINANCE)
    @Operation(summary = "RFD-2: what is owed back was paid out on its date; the slip is the payout record")
    public Payout payOut(@PathParam("id") UUID id, @NotNull @Valid PayOut paid) {
        var record = payingOut.payOut(id, paid);
        return new Payout(record.id(), record.deal(), record.amount(), record.slip(), List.of());
    }

    @GET
    @Path("/{id}/requests")
    @Transactional
    @Operation(summary = "All that was asked for on a deal, the oldest first")
    public Page<ChangeAnswers.Request> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest request) {
        return requests.of(id, request).map(answers::of);
    }
}

package org.anchang.deal.deposit.orderform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DepositCap;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountStep;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.AtLeast;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.problem.Words;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// DEP-3: what an order form would come to while it is being filled in. It keeps nothing, so it needs no
/// Idempotency-Key.
@Path("/api/v1/deals/{id}/order-forms/preview")
@RunOnVirtualThread
@Tag(name = "Order forms")
public class PreviewResource {
    /// What is not filled in yet breaks no rule.
    public record PreviewOrderForm(
            @NotNull @AtLeast("0.01") Money unitPrice,
            @Nullable @Size(max = 20) List<DrawingResource.@Valid @NotNull Step> discountStack,
            @Nullable @AtLeast("0.00") Money deposit,
            @Nullable LocalDate topUpBy,
            @Nullable LocalDate signBy) {
        List<DiscountStep> steps() {
            return DrawingResource.steps(discountStack);
        }
    }

    /// The first rule that the form would break as it stands.
    ///
    /// @param field the member that it is about, where it is about one
    /// @param title in the caller's language
    @Schema(name = "BrokenRule")
    public record Broken(String code, String rule, @Nullable String field, String title) {}

    /// @param pricedArea    what the unit price is multiplied by, in m²; 1 for a home that is priced as a whole
    /// @param homePrice     INV-10: of the home alone
    /// @param attachedTotal INV-11: what stands beside it at its own price
    /// @param discount      sum of the steps
    /// @param total         homePrice + attachedTotal − discount
    /// @param depositMost   DEP-4: all deposits together, at most
    /// @param broken        left out where the form can be drawn up as it stands, but for the floor price (INV-12)
    public record OrderFormPreview(
            BigDecimal pricedArea,
            Money homePrice,
            Money attachedTotal,
            Money discount,
            Money total,
            Money depositMost,
            @Nullable Broken broken) {}

    @Inject
    DrawingOrderForm drawing;

    @Inject
    Words words;

    @POST
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "DEP-3: what an order form would come to, by the rules it is drawn up by; nothing is kept")
    public OrderFormPreview preview(@PathParam("id") UUID id, @NotNull @Valid PreviewOrderForm form) {
        var preview = drawing.preview(id, form);
        var reckoned = preview.reckoned();
        var deal = preview.deal();
        var most = new DepositCap(
                        reckoned.total(), preview.capPercent(), deal.deposits().taken())
                .most();
        return new OrderFormPreview(
                deal.home().pricedArea(),
                reckoned.home(),
                reckoned.attached(),
                reckoned.discount(),
                reckoned.total(),
                most.isNegative() ? Money.ZERO : most,
                broken(preview.refused()));
    }

    private @Nullable Broken broken(@Nullable Refused refused) {
        if (refused == null) {
            return null;
        }
        var refusal = refused.refusal();
        return new Broken(
                refusal.name(),
                refusal.rule().id(),
                refused.facts().get("field") instanceof String field ? field : null,
                words.of(refusal.name(), refused.facts(), words.language()));
    }
}

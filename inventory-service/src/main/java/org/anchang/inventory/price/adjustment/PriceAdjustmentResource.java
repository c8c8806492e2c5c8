package org.anchang.inventory.price.adjustment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.price.adjustment.PriceAdjustment.AdjustmentState;
import org.anchang.inventory.price.adjustment.PriceAdjustment.Decision;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.Words;
import org.anchang.kit.request.LargeBody;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-2, INV-12: prices changed by a rule over a selection of units.
@Path("/api/v1/price-adjustments")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
@Tag(name = "Prices")
public class PriceAdjustmentResource implements OfferSource {
    /// @param effectiveAt when it takes effect; at once if left out
    public record TryAdjustment(
            @NotBlank String project,
            @NotNull @Valid UnitSelection selection,
            @NotNull @Valid PriceRule rule,
            @Nullable Instant effectiveAt) {}

    public record GivenReason(@NotBlank @Size(max = 500) String reason) {}

    /// @param state       `PREVIEWED`; then `PLANNED` until its moment, `IN_PROGRESS` for the seconds in which the
    ///     prices of many units come into force, `APPLIED`, `WITHDRAWN`, or `LAPSED` where nobody decided in time
    /// @param units       whose price changes
    /// @param leftOut     chosen, and not among these: sold ones and more
    /// @param belowFloor  among these: below their floor price, so that it cannot be applied
    /// @param totalBefore list value of the units whose price changes
    /// @param decided     who applied or planned it, and why
    /// @param appliedAt   by the clock of the database
    public record ShownAdjustment(
            UUID id,
            String project,
            AdjustmentState state,
            UnitSelection selection,
            PriceRule rule,
            @Nullable Instant effectiveAt,
            int units,
            int leftOut,
            int belowFloor,
            Money totalBefore,
            Money totalAfter,
            String previewedBy,
            Instant previewedAt,
            @Nullable Decision decided,
            @Nullable Instant appliedAt,
            @Nullable Decision withdrawn,
            List<Action> actions) {}

    private static final Offer APPLY = Offer.of(InventoryAction.APPLY, PriceAdjustmentResource.class, "apply");
    private static final Offer WITHDRAW = Offer.of(InventoryAction.WITHDRAW, PriceAdjustmentResource.class, "withdraw");

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.ADJUST_PRICES, PriceAdjustmentResource.class, "preview"));

    @Inject
    AdjustingPrices adjusting;

    @Inject
    PriceAdjustments adjustments;

    @Inject
    Words words;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent(mayTakeLong = true)
    @ResponseStatus(201)
    @Operation(
            summary = "Try a rule on a selection of unsold units: by per cent, by an amount a m² or a unit, or a step a"
                    + " floor; no price changes")
    public ShownAdjustment preview(@LargeBody(kib = 1024) @NotNull @Valid TryAdjustment request) {
        return get(adjusting.preview(request));
    }

    @GET
    @Snapshot
    @Operation(summary = "The adjustments of a project, the newest first, previews among them")
    public Page<ShownAdjustment> list(
            @NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        return adjustments.list(project, page).map(this::shown);
    }

    @GET
    @Snapshot
    @Path("/{id}")
    @Operation(summary = "One adjustment: what it changes, and where it stands")
    public ShownAdjustment get(@PathParam("id") UUID id) {
        return shown(adjustments.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Path("/{id}/changes")
    @Operation(summary = "The units whose price changes, old and new")
    public Page<PriceAdjustments.Change> changes(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        adjustments.get(caller.scope(), id);
        return adjustments.changes(id, page);
    }

    @GET
    @Snapshot
    @Path("/{id}/left-out")
    @Operation(summary = "The units that were chosen and are left out, and why; more may come when it takes effect")
    public Page<PriceAdjustments.UnitLeftOutOfAdjustment> leftOut(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        adjustments.get(caller.scope(), id);
        return adjustments.leftOut(id, page).map(left -> left.shown(words));
    }

    @POST
    @Path("/{id}/apply")
    @Idempotent(mayTakeLong = true)
    @Operation(
            summary =
                    "Apply exactly what was previewed, at its moment or at once, many units within seconds; refused if prices"
                            + " have changed since, or would be below the floor price; a cut deeper than"
                            + " PRICE_CUT_LIMIT_PERCENT is for the general manager")
    public ShownAdjustment apply(@PathParam("id") UUID id, @NotNull @Valid GivenReason request) {
        adjusting.apply(id, request.reason());
        return get(id);
    }

    @POST
    @Path("/{id}/withdraw")
    @Idempotent(mayTakeLong = true)
    @Operation(summary = "Take a planned adjustment back before its moment")
    public ShownAdjustment withdraw(@PathParam("id") UUID id, @NotNull @Valid GivenReason request) {
        adjusting.withdraw(id, request.reason());
        return get(id);
    }

    private ShownAdjustment shown(PriceAdjustment adjustment) {
        var counts = adjustment.counts();
        return new ShownAdjustment(
                adjustment.id(),
                adjustment.project(),
                adjustment.state(),
                adjustment.selection(),
                adjustment.rule(),
                adjustment.effectiveAt(),
                counts.units(),
                counts.leftOut(),
                counts.belowFloor(),
                adjustment.before(),
                adjustment.after(),
                adjustment.previewedBy(),
                adjustment.previewedAt(),
                adjustment.decision(),
                adjustment.appliedAt(),
                adjustment.withdrawal(),
                switch (adjustment.state()) {
                    case PREVIEWED ->
                        List.of(APPLY.toIf(
                                counts.units() > 0 && counts.belowFloor() == 0,
                                caller,
                                adjustment.project(),
                                adjustment.id()));
                    case PLANNED -> List.of(WITHDRAW.to(caller, adjustment.project(), adjustment.id()));
                    case IN_PROGRESS, APPLIED, WITHDRAWN, LAPSED -> List.of();
                });
    }
}

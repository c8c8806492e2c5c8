package org.anchang.customer.loss;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// TRK-3, TRK-6: customers who did not buy.
@Path("/api/v1/losses")
@RunOnVirtualThread
@Tag(name = "Losses")
@RolesAllowed(Role.SALES)
public class LossResource implements OfferSource {
    /// @param units that the customer has asked about
    public record GiveUp(
            @NotNull UUID customer,
            @NotNull Objection objection,
            @NotBlank @Size(max = 1000) String reason,
            @Nullable @Size(max = 500) String units) {}

    /// @param pool whether the customer goes to the public pool (TRK-5)
    public record ConfirmLoss(
            boolean pool, @Nullable @Size(max = 500) String word) {}

    /// @param word what the consultant is to try yet
    public record ReturnLoss(@NotBlank @Size(max = 500) String word) {}

    /// @param content what was noted; for the customer's owner and the site manager alone
    public record VisitOfLoss(
            LocalDate on, String receiver, @Nullable String content) {}

    /// A row of the report on customers who did not buy.
    ///
    /// @param reason      for the customer's owner and the site manager alone, as are the other texts
    /// @param viewedFirst the day of the first visit
    /// @param days        from then until the customer was given up
    /// @param visits      the last ones, twenty at most
    public record ShownLoss(
            UUID id,
            String project,
            UUID customer,
            String customerName,
            Loss.LossState state,
            Objection objection,
            @Nullable String reason,
            @Nullable String units,
            @Nullable LocalDate viewedFirst,
            @Nullable Integer days,
            List<VisitOfLoss> visits,
            String appliedBy,
            Instant appliedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String word,
            List<Action> actions) {}

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(CustomerAction.GIVE_UP, LossResource.class, "apply"));

    @Inject
    Losses losses;

    @Inject
    GivingUp givingUp;

    @Inject
    Customers customers;

    @Inject
    ShowingLosses showing;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "Apply for giving up an own customer, with what kept them from buying")
    public ShownLoss apply(@NotNull @Valid GiveUp wish) {
        return showing.written(givingUp.apply(wish));
    }

    @POST
    @Path("/{id}/confirmation")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Confirm that the customer is given up")
    public ShownLoss confirm(@PathParam("id") UUID id, @NotNull @Valid ConfirmLoss wish) {
        return showing.written(givingUp.confirm(id, wish));
    }

    @POST
    @Path("/{id}/return")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Return the application: the consultant goes on with the customer")
    public ShownLoss giveBack(@PathParam("id") UUID id, @NotNull @Valid ReturnLoss wish) {
        return showing.written(givingUp.giveBack(id, wish));
    }

    @GET
    @Snapshot
    @Operation(summary = "Customers who did not buy, applied for last first; consultants see those of own customers")
    public Page<ShownLoss> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("state") Loss.@Nullable LossState state,
            @QueryParam("objection") @Nullable Objection objection,
            @Valid @BeanParam PageRequest page) {
        var found = losses.list(
                caller.scope(), new Losses.LossFilter(project, customers.present(customer), state, objection), page);
        return showing.of(found);
    }
}

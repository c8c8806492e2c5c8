package org.anchang.commission.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchang.commission.EarnedWhen;
import org.anchang.commission.Payout;
import org.anchang.events.ProductType;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.AtLeast;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// COM-3: the plans of a project.
@Path("/api/v1/commission-plans")
@RunOnVirtualThread
@Tag(name = "Commission plans")
public class PlanResource {
    /// COM-3: the rate for a product type, or for all, from a total on, or for all totals.
    ///
    /// @param rate per cent of the deal's total
    @Schema(name = "PlanLine")
    public record Line(
            @Nullable ProductType productType,
            @Nullable @AtLeast("0.00") Money fromTotal,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
            BigDecimal rate) {}

    /// In per cent; what is left out is nothing.
    public record PlannedPayout(
            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal atEarning,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal withFiling,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal withCollections) {
        Payout parts() {
            return new Payout(
                    atEarning,
                    Objects.requireNonNullElse(withFiling, BigDecimal.ZERO),
                    Objects.requireNonNullElse(withCollections, BigDecimal.ZERO));
        }
    }

    /// @param payout left out: all of it at earning
    public record PublishPlan(
            @NotBlank String project,
            @NotNull LocalDate validFrom,
            @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines,
            @NotNull EarnedWhen earnedAt,
            @Nullable @Valid PlannedPayout payout) {}

    public record PublishedPlan(
            UUID id,
            String project,
            int version,
            LocalDate validFrom,
            List<Line> lines,
            EarnedWhen earnedAt,
            PlannedPayout payout,
            String publishedBy,
            Instant publishedAt,
            List<Action> actions) {
        static PublishedPlan of(Plan plan) {
            var payout = plan.payout();
            return new PublishedPlan(
                    plan.id(),
                    plan.project(),
                    plan.planVersion(),
                    plan.validFrom(),
                    plan.lines().stream()
                            .map(line -> new Line(line.productType(), line.fromTotal(), line.rate()))
                            .toList(),
                    plan.earnedWhen(),
                    new PlannedPayout(payout.atEarning(), payout.withFiling(), payout.withCollections()),
                    plan.publishedBy(),
                    plan.publishedAt(),
                    List.of());
        }
    }

    @Inject
    Plans plans;

    @Inject
    PublishingPlans publishing;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMINISTRATOR, Role.GENERAL_MANAGER})
    @Operation(summary = "Publish the project's next plan; deals keep the plan of their date")
    public PublishedPlan publish(@NotNull @Valid PublishPlan request) {
        var terms = new Plan.Terms(
                request.project(),
                request.validFrom(),
                request.earnedAt(),
                request.payout() == null
                        ? new Payout(new BigDecimal(100), BigDecimal.ZERO, BigDecimal.ZERO)
                        : request.payout().parts(),
                request.lines().stream()
                        .map(line -> new PlanLine(line.productType(), line.fromTotal(), line.rate()))
                        .toList());
        return PublishedPlan.of(publishing.publish(terms));
    }

    /// @param from the project whose plan is taken, as it counts there on `validFrom`
    public record CopyPlan(
            @NotBlank String project,
            @NotBlank String from,
            @NotNull LocalDate validFrom) {}

    @POST
    @Path("/copies")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMINISTRATOR, Role.GENERAL_MANAGER})
    @Operation(
            summary =
                    "COM-3: publish another project's plan as the next one here; nothing where it has none for that date,"
                            + " or where the plans say the same")
    public Page<PublishedPlan> copy(@NotNull @Valid CopyPlan wish) {
        return new Page<>(publishing.copy(wish).map(PublishedPlan::of).stream().toList(), null);
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.SALES, Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(summary = "All plans that a project has had, the oldest first")
    public Page<PublishedPlan> list(@NotNull @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        return new Page<>(plans.of(project).stream().map(PublishedPlan::of).toList(), null);
    }
}

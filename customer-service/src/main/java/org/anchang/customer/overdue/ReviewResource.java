package org.anchang.customer.overdue;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.anchang.customer.IntentGrade;
import org.anchang.customer.tracking.FollowUpResource.FollowUpPlan;
import org.anchang.kit.Action;
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

/// TRK-2: the manager's weekly review (盘客): each customer who has not bought, an opinion, and a
/// task for the consultant.
@Path("/api/v1/reviews/{project}")
@RunOnVirtualThread
@Tag(name = "Tracking")
@RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER})
public class ReviewResource {
    /// @param opinion for the customer's owner and the site manager alone
    public record ShownOpinion(@Nullable String opinion, String by, Instant at) {}

    /// @param lastAt when somebody of the office had to do with the customer last
    /// @param nextOn the day of the next plan
    /// @param last   the opinion of the last review
    public record ReviewedCustomer(
            UUID customer,
            String customerName,
            String owner,
            @Nullable IntentGrade intentGrade,
            @Nullable Instant visitedAt,
            Instant lastAt,
            @Nullable LocalDate nextOn,
            boolean hasDeal,
            @Nullable ShownOpinion last,
            List<Action> actions) {}

    /// @param task what the consultant is to do next
    public record ReviewCustomer(
            @NotNull UUID customer,
            @NotBlank @Size(max = 1000) String opinion,
            @Nullable @Valid FollowUpPlan task) {}

    @Inject
    Reviews reviews;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "Customers who have not bought, with whom nobody had to do for longest first")
    public Page<ReviewedCustomer> list(
            @PathParam("project") String project,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("grade") @Nullable IntentGrade grade,
            @Valid @BeanParam PageRequest page) {
        caller.mustBeBoundTo(project);
        return reviews.list(caller.scope(), project, owner, grade, page);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.SALES_SUPERVISOR, Role.SITE_MANAGER})
    @Operation(summary = "Say what one thinks of a customer, and what the consultant is to do")
    public ShownOpinion review(@PathParam("project") String project, @NotNull @Valid ReviewCustomer wish) {
        caller.mustBeBoundTo(project);
        return reviews.review(caller.scope(), project, wish);
    }
}

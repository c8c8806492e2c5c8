package org.anchang.customer.ownership;

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
import java.util.List;
import java.util.UUID;
import org.anchang.customer.IntentGrade;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// TRK-2, TRK-5, TRK-7: one customer, many, or all that a filter finds change hands: to a consultant, spread over
/// several, or to the public pool.
@Path("/api/v1/customer-moves")
@RunOnVirtualThread
@Tag(name = "Pool")
public class MoveResource {
    /// Whose; anything may be left out. All of it together must be so.
    ///
    /// @param customers these alone
    /// @param owner     whose they are; `*`: of the pool. Left out: anybody's but the pool's
    /// @param idleDays  nobody of the office had to do with them for so many days
    public record Among(
            @Nullable @Size(min = 1, max = 200) List<@NotNull UUID> customers,
            @Nullable @Size(max = 100) String owner,
            @Nullable IntentGrade grade,
            @Nullable @Min(1) @Max(3650) Integer idleDays) {}

    /// @param to   the consultants, who get them in turn; none: the public pool
    /// @param pool into which named pool; left out: the general one
    public record MoveCustomers(
            @NotBlank @Size(max = 50) String project,
            @NotNull @Valid Among among,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> to,
            @Nullable UUID pool,
            @NotBlank @Size(max = 500) String reason) {}

    /// @param moved how many have changed hands by this command
    /// @param left  how many are still to be moved: the same command again, with another key, moves them
    /// @param kept  how many do not go to the pool, because they have bought, have a deal on its way, or are locked
    public record Moved(int moved, long left, long kept) {}

    @Inject
    MovingMany moving;

    @POST
    @Idempotent
    @RolesAllowed({Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.ADMINISTRATOR})
    @Operation(
            summary = "Move customers to consultants or to the public pool, at most 200 by one command",
            description = "TRK-7: of a leaver `among` names the owner; plans and live deals follow the customers")
    public Moved move(@NotNull @Valid MoveCustomers wish) {
        return moving.move(wish);
    }
}

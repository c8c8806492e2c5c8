package org.anchang.inventory.sale.withholding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// INV-14: what was taken off sale is on record, as releases are.
@Path("/api/v1/withholdings")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
@Tag(name = "Releases")
public class WithholdingRecordsResource {
    /// @param endedBy absent while the unit is still withheld
    @Schema(name = "Withholding")
    public record ShownWithholding(
            UUID id,
            UUID unit,
            String label,
            String reason,
            String by,
            Instant at,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            List<Action> actions) {}

    private static final Offer END = Offer.of(InventoryAction.END_WITHHOLDING, WithholdingResource.class, "end");

    @Inject
    Withholdings withholdings;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "What was taken off sale in the project, the newest first")
    public Page<ShownWithholding> list(
            @NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        return withholdings
                .list(project, page)
                .map(one -> new ShownWithholding(
                        one.id(),
                        one.unit(),
                        one.label(),
                        one.reason(),
                        one.by(),
                        one.at(),
                        one.endedBy(),
                        one.endedAt(),
                        one.endedAt() == null ? List.of(END.to(caller, project, one.unit())) : List.of()));
    }
}

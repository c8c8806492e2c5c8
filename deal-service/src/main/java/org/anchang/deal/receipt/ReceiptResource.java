package org.anchang.deal.receipt;

import io.quarkus.security.Authenticated;
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
import java.util.UUID;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// DEP-5: receipts.
@Path("/api/v1/receipts")
@RunOnVirtualThread
@Tag(name = "Money")
public class ReceiptResource {
    public record VoidReceipt(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    VoidingReceipt voiding;

    @Inject
    Receipts receipts;

    @Inject
    Caller caller;

    @GET
    @Authenticated
    @Snapshot
    @Operation(summary = "Receipts by project or deal, voided and exchanged ones too")
    public Page<ReceiptAnswer> receipts(
            @QueryParam("project") @Nullable String project,
            @QueryParam("deal") @Nullable UUID deal,
            @Valid @BeanParam PageRequest request) {
        return receipts.list(new Receipts.Filter(project, deal), request)
                .map(receipt -> ReceiptAnswer.of(receipt, caller.holds(receipt.project(), Role.FINANCE)));
    }

    @POST
    @Path("/{id}/void")
    @Idempotent
    @RolesAllowed(Role.FINANCE)
    @Operation(summary = "DEP-5: void a payment's receipt; it stays with its reason and its number")
    public ReceiptAnswer voidReceipt(@PathParam("id") UUID id, @NotNull @Valid VoidReceipt request) {
        return ReceiptAnswer.of(voiding.voidFor(id, request.reason()));
    }
}

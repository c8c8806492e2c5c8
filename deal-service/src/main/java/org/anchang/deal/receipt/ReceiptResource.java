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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.DealNames;
import org.anchang.deal.answer.Printing;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    DealNames names;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @GET
    @Authenticated
    @Snapshot
    @Operation(
            summary =
                    "DEP-5: receipts in the order of their issue, voided and exchanged ones too, with their deals' names",
            description =
                    "`text`: part of the receipt's number, of the payer's slip or bank reference, of the account's"
                            + " number, of the home, the ticket or the buyers' masked names, however it is written (INV-17);"
                            + " `issuedFrom`, `issuedUntil`: issued on these days of the office or between them;"
                            + " `newest=true`: the newest first")
    public Page<ReceiptAnswer> receipts(@Valid @BeanParam ReceiptFilter filter, @Valid @BeanParam PageRequest request) {
        var found = receipts.list(caller.scope(), filter, request);
        var named = names.of(found.items().stream().map(Receipt::deal).toList());
        var numbers = receipts.numbers(found.items().stream()
                .map(Receipt::exchangedFor)
                .filter(Objects::nonNull)
                .toList());
        return found.map(receipt -> ReceiptAnswer.of(
                receipt,
                caller.holds(receipt.project(), Role.FINANCE),
                new ReceiptAnswer.Beside(
                        named.get(receipt.deal()),
                        numbers.get(receipt.exchangedFor()),
                        receipt.reason(sealing),
                        papers(receipt))));
    }

    /// The receipt itself, and what was taken back for it.
    private List<Action> papers(Receipt receipt) {
        var itself = Printing.action(DealAction.PRINT, receipt.kind().paper(), receipt.id(), receipt.project(), caller);
        if (receipt.kind().isCollection()) {
            return List.of(itself);
        }
        return List.of(
                itself,
                Printing.action(
                        DealAction.PRINT_EXCHANGE, "receipt-exchange", receipt.id(), receipt.project(), caller));
    }

    @POST
    @Path("/{id}/void")
    @Idempotent
    @RolesAllowed(Role.FINANCE)
    @Operation(summary = "DEP-5: void a payment's receipt; it stays with its reason and its number")
    public ReceiptAnswer voidReceipt(@PathParam("id") UUID id, @NotNull @Valid VoidReceipt request) {
        var voided = voiding.voidFor(id, request.reason());
        return ReceiptAnswer.of(voided, false, ReceiptAnswer.Beside.because(request.reason()));
    }
}

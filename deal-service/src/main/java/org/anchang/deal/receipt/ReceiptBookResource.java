package org.anchang.deal.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.anchang.deal.answer.DealAction;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// DEP-5: receipt books and who keeps them.
@Path("/api/v1/receipt-books")
@RunOnVirtualThread
@Tag(name = "Money")
public class ReceiptBookResource {
    /// @param keeper user name of the person
    public record NameKeeper(@NotBlank @Size(max = 100) String keeper) {}

    /// @param items the one that the project has; none before its first receipt or keeper
    public record ReceiptBooks(List<ReceiptBook.Book> items, List<Action> actions) {}

    private static final Offer NAME_KEEPER = Offer.of(DealAction.NAME_KEEPER, ReceiptBookResource.class, "nameKeeper");

    @Inject
    ReceiptBook book;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.FINANCE, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Snapshot
    @Operation(summary = "DEP-5: the project's receipt book, its keeper and the last number used")
    public ReceiptBooks books(@QueryParam("project") @NotBlank String project) {
        caller.mustBeBoundTo(project);
        return shown(project);
    }

    @POST
    @Path("/{project}/keeper")
    @Idempotent
    @RolesAllowed({Role.FINANCE, Role.GENERAL_MANAGER})
    @Operation(summary = "DEP-5: name the person who keeps the project's receipt book from now on")
    public ReceiptBooks nameKeeper(@PathParam("project") String project, @NotNull @Valid NameKeeper named) {
        caller.mustBeBoundTo(project);
        book.keptBy(new ReceiptBook.BookKeeper(project, named.keeper()));
        return shown(project);
    }

    private ReceiptBooks shown(String project) {
        return new ReceiptBooks(book.books(project), List.of(NAME_KEEPER.to(caller, project, project)));
    }
}

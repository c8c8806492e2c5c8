package org.anchang.deal.money;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// DEP-5: receipt books.
@Path("/api/v1/receipt-books")
@RunOnVirtualThread
@Tag(name = "Money")
public class ReceiptBookResource {
    @Inject
    FinanceView finance;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.FINANCE, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Transactional
    @Operation(summary = "DEP-5: the project's receipt book, its keeper and the last number used")
    public Page<FinanceView.Book> books(@QueryParam("project") @NotBlank String project) {
        caller.mustBeBoundTo(project);
        return new Page<>(finance.books(project), null);
    }
}

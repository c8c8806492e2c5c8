package org.anchang.deal.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.past.Past;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// COL-1: what a project's buyers still have to pay.
@Path("/api/v1/finance/outstanding")
@RunOnVirtualThread
@RolesAllowed({Role.FINANCE, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.SALES_STATISTICIAN})
@Tag(name = "Finance")
public class OutstandingResource {
    @Inject
    OutstandingMoney money;

    @Inject
    Past past;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(
            summary =
                    "COL-1: each deal with what is due, overdue, paid and outstanding; AOF-1: with `at` as it stood then")
    public Page<OutstandingMoney.Outstanding> outstanding(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("at") @Nullable Instant at,
            @Valid @BeanParam PageRequest request) {
        caller.mustBeBoundTo(project);
        return money.of(project, at == null ? null : past.at(at), request);
    }
}

package org.anchang.deal.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The finance view of a project (FIN-1, FIN-2, RFD-1); what is outstanding is told by its schedules (COL-1).
@Path("/api/v1/finance")
@RunOnVirtualThread
@RolesAllowed({Role.FINANCE, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.SALES_STATISTICIAN})
@Tag(name = "Finance")
public class FinanceResource {
    @Inject
    FinanceView finance;

    @Inject
    Caller caller;

    @GET
    @Path("/ledger")
    @Snapshot
    @Operation(summary = "FIN-2: the ledger, entry by entry, in the order in which they were made")
    public Page<FinanceView.Entry> ledger(
            @QueryParam("project") @NotBlank String project, @Valid @BeanParam PageRequest request) {
        caller.mustBeBoundTo(project);
        return finance.entries(project, request);
    }

    @GET
    @Path("/balances")
    @Snapshot
    @Operation(summary = "FIN-2: what stands on each account, by nature")
    public Page<FinanceView.Balance> balances(@QueryParam("project") @NotBlank String project) {
        caller.mustBeBoundTo(project);
        return new Page<>(finance.balances(project), null);
    }

    @GET
    @Path("/collections")
    @Snapshot
    @Operation(summary = "FIN-1: money that came in, by week and cumulative")
    public Page<FinanceView.Week> collections(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        caller.mustBeBoundTo(project);
        return new Page<>(finance.collections(project, new FinanceView.Period(from, to)), null);
    }

    @GET
    @Path("/payables")
    @Snapshot
    @Operation(summary = "RFD-1: what is owed back to buyers, and when finance pays it out")
    public Page<FinanceView.Payable> payables(
            @QueryParam("project") @NotBlank String project, @Valid @BeanParam PageRequest request) {
        caller.mustBeBoundTo(project);
        return finance.payables(project, request);
    }
}

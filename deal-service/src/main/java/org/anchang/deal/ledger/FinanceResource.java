package org.anchang.deal.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.past.Past;
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
    Past past;

    @Inject
    Caller caller;

    @GET
    @Path("/ledger")
    @Snapshot
    @Operation(
            summary =
                    "FIN-2: the ledger, entry by entry, in the order in which they were made; AOF-1: what was made after"
                            + " `from` and not after `to`")
    public Page<FinanceView.Entry> ledger(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @Valid @BeanParam PageRequest request) {
        caller.mustBeBoundTo(project);
        return finance.entries(project, new FinanceView.Made(from, to), request);
    }

    @GET
    @Path("/balances")
    @Snapshot
    @Operation(
            summary = "FIN-2: what stands on each account, by nature; AOF-1: with `at` what stood there at that moment")
    public Page<FinanceView.Balance> balances(
            @QueryParam("project") @NotBlank String project, @QueryParam("at") @Nullable Instant at) {
        caller.mustBeBoundTo(project);
        return new Page<>(finance.balances(project, at == null ? null : past.at(at)), null);
    }

    @GET
    @Path("/differences")
    @Snapshot
    @Operation(summary = "AOF-1: the accounts on which something else stood at two moments")
    public Page<FinanceView.BalanceDifference> differences(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("from") @NotNull Instant from,
            @QueryParam("to") @NotNull Instant to) {
        caller.mustBeBoundTo(project);
        return new Page<>(finance.differences(project, past.between(from, to)), null);
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

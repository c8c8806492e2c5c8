package org.anchang.deal.printing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Printing;
import org.anchang.deal.contract.Contracts;
import org.anchang.deal.payment.PaymentSchedule;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// PAP-2: the papers that were printed about a deal.
@Path("/api/v1/deals")
@RunOnVirtualThread
@RolesAllowed({Role.SALES, Role.FINANCE})
@Tag(name = "Papers")
public class DealPrintsResource {
    /// What was printed about a deal, the latest first; and what else of it can be.
    public record DealPrints(List<PaperDesk.Printed> items, List<Action> actions) {}

    @Inject
    PaperDesk desk;

    @Inject
    Deals deals;

    @Inject
    Contracts contracts;

    @Inject
    PaymentSchedule schedule;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}/prints")
    @Snapshot
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "PAP-2: what was printed about a deal: by whom, when, how many copies; 200 papers at most")
    public DealPrints prints(@PathParam("id") UUID id) {
        var deal = deals.get(caller.scope(), id);
        var actions = new ArrayList<Action>();
        actions.add(Printing.action(DealAction.PRINT_REPORT, DealReportPaper.NAME, id, deal.project(), caller));
        contracts
                .of(deal)
                .ifPresent(contract -> actions.add(Printing.action(
                        DealAction.PRINT_CONTRACT, ContractPaper.NAME, contract.id(), deal.project(), caller)));
        if (schedule.standing(id).overdue().isPositive()) {
            actions.add(Printing.action(DealAction.PRINT_DUNNING, DunningPaper.NAME, id, deal.project(), caller));
        }
        return new DealPrints(desk.of(id), actions);
    }
}

package org.anchang.approval.run;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.Map;
import java.util.UUID;
import org.anchang.approval.ApprovalState;
import org.anchang.approval.Approvals;
import org.anchang.approval.Approvals.ApprovalFilter;
import org.anchang.approval.Form;
import org.anchang.approval.Signatures;
import org.anchang.approval.Signers;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// APR-2, APR-4: the forms that people asked for and what became of them.
@Path("/api/v1/approvals")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Approvals")
public class ApprovalResource {
    public record Withdraw(@NotBlank @Size(max = 2000) String reason) {}

    @Inject
    Approvals approvals;

    @Inject
    Signatures signatures;

    @Inject
    SigningTask signing;

    @Inject
    ApprovalViews views;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @GET
    @Snapshot
    @Operation(
            summary =
                    "Approvals, the newest first; a consultant sees own requests only, engineering and the cost auditor"
                            + " those that ask for their signature",
            description = "`signedBy`: on which this person has decided, for or against")
    public Page<ApprovalView> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("state") @Nullable ApprovalState state,
            @QueryParam("form") @Nullable Form form,
            @QueryParam("deal") @Nullable UUID deal,
            @QueryParam("request") @Nullable UUID request,
            @QueryParam("applicant") @Nullable String applicant,
            @QueryParam("signedBy") @Nullable String signedBy,
            @Valid @BeanParam PageRequest page) {
        var filter = new ApprovalFilter(project, state, form, deal, request, applicant, signedBy);
        return views.list(approvals.list(caller.scope(), Signers.of(caller), filter, page));
    }

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(summary = "One approval with its whole history; who looked is part of it")
    public ApprovalView get(@PathParam("id") UUID id) {
        var approval = approvals.get(caller.scope(), Signers.of(caller), id);
        signatures.seen(approval, new Signatures.Look(caller.name(), clock.instant()));
        return views.whole(approval);
    }

    @POST
    @Path("/{id}/withdraw")
    @Idempotent
    @Operation(summary = "The applicant takes the request back while it runs")
    public ApprovalView withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdraw request) {
        return views.whole(signing.withdraw(id, new SigningTask.Answer(request.reason(), Map.of())));
    }
}

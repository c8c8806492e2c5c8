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
import java.util.Objects;
import java.util.UUID;
import org.anchang.approval.Signers;
import org.anchang.approval.run.ApprovalTasks.TaskFilter;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// APR-2, APR-3: what waits for the caller's signature. Which role may sign is the chain's to say, so that these
/// addresses are open to everybody; there is no other way to sign, for anybody.
@Path("/api/v1/approval-tasks")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Approvals")
public class TaskResource {
    /// @param fields what the step asks its signer to add, by name, e.g. `payoutOn`
    public record Approve(
            @Nullable @Size(max = 2000) String opinion,
            @Nullable @Size(max = 10) Map<@NotBlank String, @NotBlank @Size(max = 200) String> fields) {}

    public record Refuse(@NotBlank @Size(max = 2000) String reason) {}

    @Inject
    SigningTask signing;

    @Inject
    ApprovalTasks tasks;

    @Inject
    ApprovalViews views;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @GET
    @Snapshot
    @Operation(summary = "Open tasks that the caller may sign, the oldest first")
    public Page<ApprovalView.OpenTask> mine(
            @QueryParam("project") @Nullable String project,
            @QueryParam("request") @Nullable UUID request,
            @Valid @BeanParam PageRequest page) {
        return views.tasks(tasks.mine(caller.scope(), Signers.of(caller), new TaskFilter(project, request), page));
    }

    @GET
    @Path("/counts")
    @Snapshot
    @Operation(summary = "How many open tasks the caller may sign, by form, and how many of them are past their time")
    public Page<ApprovalTasks.Waiting> counts(@QueryParam("project") @Nullable String project) {
        var filter = new TaskFilter(project, null);
        return new Page<>(tasks.waiting(caller.scope(), Signers.of(caller), filter, clock.instant()), null);
    }

    @POST
    @Path("/{id}/approve")
    @Idempotent
    @Operation(summary = "Sign in favour; with the last signature the request is approved")
    public ApprovalView approve(@PathParam("id") UUID id, @NotNull @Valid Approve request) {
        var answer = new SigningTask.Answer(request.opinion(), Objects.requireNonNullElse(request.fields(), Map.of()));
        return views.whole(signing.approve(id, answer));
    }

    @POST
    @Path("/{id}/refuse")
    @Idempotent
    @Operation(summary = "Refuse, with the reason; the request ends")
    public ApprovalView refuse(@PathParam("id") UUID id, @NotNull @Valid Refuse request) {
        return views.whole(signing.refuseForm(id, new SigningTask.Answer(request.reason(), Map.of())));
    }
}

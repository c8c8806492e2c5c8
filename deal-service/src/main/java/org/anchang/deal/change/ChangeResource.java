package org.anchang.deal.change;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What was asked for on a deal; approval-service collects the signatures.
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Changes")
public class ChangeResource {
    @Inject
    ChangeRequests requests;

    @Inject
    ChangeAnswers answers;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}/requests")
    @Snapshot
    @Operation(summary = "All that was asked for on a deal, the oldest first")
    public Page<ChangeAnswers.Request> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest request) {
        return requests.of(caller.scope(), id, request).map(answers::of);
    }
}

package org.anchang.deal.change;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What was asked for, by the request's own address.
@Path("/api/v1/requests")
@RunOnVirtualThread
@Tag(name = "Changes")
public class RequestResource {
    @Inject
    ChangeAnswers answers;

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(summary = "One request, and what became of it")
    public ChangeAnswers.Request get(@PathParam("id") UUID id) {
        return answers.of(answers.get(id));
    }
}

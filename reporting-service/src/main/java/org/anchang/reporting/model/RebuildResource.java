package org.anchang.reporting.model;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// For operators, at the service's own address: the read models are made anew from the topics, while the old ones are
/// read.
@Path("/operations/rebuilds")
@RolesAllowed(Role.ADMINISTRATOR)
@RunOnVirtualThread
@Tag(name = "Operations")
public class RebuildResource {
    private static final int MOST = 20;

    @Inject
    Generations generations;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "The latest makings of the read models, the last one first")
    public List<Generation.Shown> list() {
        return generations.latest(MOST);
    }

    @POST
    @Transactional
    @Operation(summary = "Make the read models anew; where that is under way already, nothing more happens")
    public List<Generation.Shown> begin() {
        generations.begin(caller.name());
        generations.flush();
        return generations.latest(MOST);
    }
}

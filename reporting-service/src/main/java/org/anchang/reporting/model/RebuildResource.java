package org.anchang.reporting.model;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.anchang.reporting.ReportingAction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// For operators, at the service's own address: the read models are made anew from the topics, while the
/// old ones are read.
@Path("/operations/rebuilds")
@RolesAllowed(Role.ADMINISTRATOR)
@RunOnVirtualThread
@Tag(name = "Operations")
public class RebuildResource {
    private static final int MOST = 20;
    private static final Offer REBUILD = Offer.of(ReportingAction.REBUILD, RebuildResource.class, "begin");

    /// @param items the last one first
    public record Rebuilds(List<Generation.Shown> items, List<Action> actions) {}

    @Inject
    Generations generations;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "The latest makings of the read models, the last one first")
    public Rebuilds list() {
        return rebuilds();
    }

    @POST
    @Transactional
    @Operation(summary = "Make the read models anew; where that is under way already, nothing more happens")
    public Rebuilds begin() {
        generations.begin(caller.name());
        generations.flush();
        return rebuilds();
    }

    private Rebuilds rebuilds() {
        return new Rebuilds(generations.latest(MOST), List.of(REBUILD.on(true)));
    }
}

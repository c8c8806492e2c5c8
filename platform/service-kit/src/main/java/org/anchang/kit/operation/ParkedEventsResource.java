package org.anchang.kit.operation;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.inbox.ParkedEvents;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// For operators, at the service's own address: which events wait, and the command that tries them again.
@Path("/operations/parked-events")
@RolesAllowed(Role.ADMINISTRATOR)
@RunOnVirtualThread
@Tag(name = "Operations")
public class ParkedEventsResource {
    private static final int MOST = 500;

    /// How many events of the aggregate will be tried again.
    public record Replayed(int events) {}

    @Inject
    ParkedEvents parked;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(
            summary = "Events that wait because one before them is missing or failed, of the caller's projects,"
                    + " oldest first, at most 500")
    public List<ParkedEvents.Parked> list() {
        return parked.list(caller.scope(), MOST);
    }

    @POST
    @Path("/{topic}/{aggregate}/replay")
    @Transactional
    @Operation(summary = "Try the parked events of an aggregate again, dead letters included")
    public Replayed replay(@PathParam("topic") String topic, @PathParam("aggregate") UUID aggregate) {
        var events = parked.replay(caller.scope(), topic, aggregate);
        refuseUnless(events > 0, KitRefusal.NOT_FOUND);
        return new Replayed(events);
    }
}

package org.anchang.inventory.board;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.anchang.inventory.catalogue.Onlooker;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.past.Past;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// AOF-1: the sales-control table at two moments of the past.
@Path("/api/v1/sales-control/{project}/differences")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Sales control")
public class DifferencesResource {
    @Inject
    Differences differences;

    @Inject
    Past past;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(
            summary =
                    "AOF-1: units whose state, price, layout, area, holder or open change differs between two moments of the"
                            + " office, with what happened to them in between; a consultant hears of own holds only")
    public Page<Differences.Difference> list(
            @PathParam("project") String project,
            @QueryParam("from") @NotNull Instant from,
            @QueryParam("to") @NotNull Instant to,
            @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        return differences.between(project, Onlooker.of(caller, project), past.between(from, to), page);
    }
}

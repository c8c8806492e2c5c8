package org.anchang.approval.drawing;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// APR-4: the caller's own signature, as drawn. Nobody reads somebody else's here.
@Path("/api/v1/drawn-signatures")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Approvals")
public class DrawnSignatureResource {
    /// @param strokes `M10 20L30 40 …`: a line from point to point for each stroke, within 600 × 200
    public record DrawSignature(
            @NotNull @Size(max = 6000) @Pattern(regexp = "(M\\d{1,3} \\d{1,3}(L\\d{1,3} \\d{1,3})+){1,200}")
            String strokes) {}

    /// @param strokes left out where the caller has drawn none
    public record DrawnSignature(@Nullable String strokes) {}

    @Inject
    DrawnSignatures drawn;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "APR-4: the caller's own signature as last drawn")
    public DrawnSignature mine() {
        return new DrawnSignature(drawn.of(caller.name()).orElse(null));
    }

    @POST
    @Idempotent
    @Operation(
            summary = "APR-4: draw one's signature; from now on it stands on the papers of what one signs",
            description = "Papers of what was signed before keep the one of then")
    public DrawnSignature draw(@NotNull @Valid DrawSignature request) {
        drawn.draw(request.strokes());
        return new DrawnSignature(request.strokes());
    }
}

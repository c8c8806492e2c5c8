package org.anchang.customer.day;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// inventory-service: holds that end by themselves (INV-5).
@RegisterRestClient(configKey = "holds")
@Path("/api/v1/holds")
@RegisterClientHeaders
interface HoldClient {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Holds(List<Hold> items) {}

    /// @param expiresAt while it is paused, with what is left of the pause
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hold(
            UUID id,
            UUID unit,
            String label,
            UUID customer,
            @Nullable String customerName,
            String consultant,
            Instant expiresAt,
            @Nullable Instant pausedUntil) {}

    @GET
    CompletionStage<Holds> holds(
            @QueryParam("project") String project, @QueryParam("mine") boolean mine, @QueryParam("limit") int most);
}

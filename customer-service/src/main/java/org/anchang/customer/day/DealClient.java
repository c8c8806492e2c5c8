package org.anchang.customer.day;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// deal-service: deals on their way to the contract, what is due first before the others (DEP-2).
@RegisterRestClient(configKey = "deals")
@Path("/api/v1/deals/due")
@RegisterClientHeaders
interface DealClient {
    /// Those before the contract.
    enum Stage {
        QUEUED,
        RESERVED,
        SUBSCRIBED
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DueStages(List<DueStage> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DueStage(Stage stage, long deals, long overdue, List<Deal> first) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Deal(
            UUID id,
            String ticket,
            UUID customer,
            @Nullable String customerName,
            String consultant,
            List<Party> buyers,
            List<Line> lines,
            @Nullable BigDecimal total,
            @Nullable LocalDate dueOn,
            boolean overdue,
            Instant openedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Party(String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(String label) {}

    @GET
    CompletionStage<DueStages> due(@QueryParam("project") String project);
}

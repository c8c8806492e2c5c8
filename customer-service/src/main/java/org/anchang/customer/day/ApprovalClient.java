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

/// approval-service: what waits for the caller's signature (APR-2, APR-3).
@RegisterRestClient(configKey = "approvals")
@Path("/api/v1/approval-tasks")
@RegisterClientHeaders
interface ApprovalClient {
    /// The oldest first.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tasks(List<Task> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Task(UUID id, UUID approval, String form, String step, UUID deal, String applicant, Instant dueAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Counts(List<FormCount> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FormCount(String form, long tasks, long overdue) {}

    @GET
    CompletionStage<Tasks> tasks(@QueryParam("project") String project, @QueryParam("limit") int most);

    @GET
    @Path("/counts")
    CompletionStage<Counts> counts(@QueryParam("project") String project);
}

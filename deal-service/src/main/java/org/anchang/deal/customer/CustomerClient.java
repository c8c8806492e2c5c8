package org.anchang.deal.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// customer-service as this service asks it, with the token of the person who waits.
@RegisterRestClient(configKey = "customers")
@Path("/api/v1/customers")
@RegisterClientHeaders
@Retry(maxRetries = 3, delay = 150, jitter = 50, retryOn = ProcessingException.class)
@Timeout(value = 6, unit = ChronoUnit.SECONDS)
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.7,
        delay = 1_000,
        failOn = {ProcessingException.class, CustomerClient.Away.class})
interface CustomerClient {
    /// @param source  in the words of the printed form, or the project's own
    /// @param dossier absent for who does not read it
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReportFields(
            String number,
            @Nullable String gender,
            @Nullable String source,
            int visits,
            @Nullable LocalDate firstVisit,
            @Nullable Map<String, String> dossier) {}

    /// customer-service did not answer, or not with an answer.
    final class Away extends RuntimeException {
        Away() {
            super("customer-service does not answer", null, false, false);
        }
    }

    /// The customer is not the caller's to see.
    final class NotShown extends RuntimeException {
        NotShown() {
            super("the customer is not shown", null, false, false);
        }
    }

    @GET
    @Path("/{id}/report-fields")
    ReportFields reportFields(@PathParam("id") UUID id);

    @ClientExceptionMapper
    static RuntimeException refusal(Response response) {
        return response.getStatus() == 403 || response.getStatus() == 404 ? new NotShown() : new Away();
    }
}

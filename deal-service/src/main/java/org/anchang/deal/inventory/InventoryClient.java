package org.anchang.deal.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.evidence.HeldUnit.AttachedUnit;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// inventory-service as this service asks it, with the token of the person who waits. Each question may be asked
/// again without harm; a claim is the same claim for the same deal.
@RegisterRestClient(configKey = "inventory")
@Path("/api/v1")
@RegisterClientHeaders
@Retry(maxRetries = 3, delay = 150, jitter = 50, retryOn = ProcessingException.class)
@Timeout(value = 6, unit = ChronoUnit.SECONDS)
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.7,
        delay = 1_000,
        failOn = {ProcessingException.class, InventoryClient.Away.class})
public interface InventoryClient {
    /// inventory-service did not answer, or not with an answer.
    final class Away extends RuntimeException {
        Away() {
            super("inventory-service does not answer", null, false, false);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hold(
            UUID id,
            Unit unit,
            UUID customer,
            String consultant,
            @Nullable Boolean live,
            @Nullable UUID deal,
            @Nullable String sealedFloor) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unit(
            UUID id,
            String project,
            String label,
            String building,
            String productType,
            @Nullable String layout,
            BigDecimal area,
            @Nullable BigDecimal interiorArea,
            @Nullable String areaKind,
            @Nullable String priceBasis,
            Money unitPrice,
            Money listTotal,
            boolean certificatesComplete,
            @Nullable List<AttachedUnit> attached) {}

    /// @param proof that a deal of this service claims, by the key that the two services share
    record Claim(UUID deal, Instant notAfter, String proof) {}

    @GET
    @Path("/holds/{id}")
    Hold hold(@PathParam("id") UUID id);

    @GET
    @Path("/units/{id}")
    Unit unit(@PathParam("id") UUID id);

    @POST
    @Path("/holds/{id}/claims")
    Hold claim(@PathParam("id") UUID id, Claim claim);

    /// inventory's own "no" goes through to the caller unchanged.
    @ClientExceptionMapper
    static RuntimeException refusal(Response response) {
        return response.getStatus() >= 500 ? new Away() : InventoryRefused.problem(response);
    }
}

package org.anchang.customer.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// CAR-7: hands each message to an address of the operator's, as JSON with the message's id as `Idempotency-Key`; what
/// stands behind it sends SMS, mail or anything else. Over TLS, unless it is on this very machine.
final class WebhookCarrier implements MessageCarrier {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(8);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<Integer> LATER = Set.of(429, 503);

    private final URI address;
    private final String secret;
    private final ObjectMapper json;
    private final HttpClient client;

    /// @param secret sent as a bearer token; empty: none is
    /// @throws IllegalArgumentException if the address is none to which personal data may go
    WebhookCarrier(URI address, String secret, ObjectMapper json) {
        var isHere = "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
        if (!"https".equals(address.getScheme()) && !isHere) {
            throw new IllegalArgumentException("ANCHANG_MESSAGES_URL must begin with https://");
        }
        this.address = address;
        this.secret = secret;
        this.json = json;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECTED_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Carried carry(Parcel parcel) {
        // What is answered beside the status is not looked at, however long it is.
        var asked = client.sendAsync(request(parcel), HttpResponse.BodyHandlers.discarding());
        try {
            return outcome(
                    asked.get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (ExecutionException e) {
            return e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException
                    ? Carried.NOT_REACHED
                    : Carried.NOT_KNOWN;
        } catch (TimeoutException _) {
            asked.cancel(true);
            return Carried.NOT_KNOWN;
        } catch (InterruptedException _) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return Carried.NOT_KNOWN;
        }
    }

    private static Carried outcome(int status) {
        if (LATER.contains(status)) {
            return Carried.NOT_REACHED;
        }
        return switch (status / 100) {
            case 2 -> Carried.TAKEN;
            case 3, 4 -> Carried.REFUSED;
            default -> Carried.NOT_KNOWN;
        };
    }

    private HttpRequest request(Parcel parcel) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(ANSWERED_WITHIN)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", parcel.id().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(parcel)));
            return secret.isBlank()
                    ? request.build()
                    : request.header("Authorization", "Bearer " + secret).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written");
        }
    }
}

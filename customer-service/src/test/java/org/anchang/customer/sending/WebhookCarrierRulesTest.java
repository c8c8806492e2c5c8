package org.anchang.customer.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.anchang.customer.sending.MessageCarrier.Carried;
import org.anchang.customer.sending.MessageCarrier.Parcel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebhookCarrierRulesTest {
    private final Parcel parcel =
            new Parcel(UUID.randomUUID(), "songfeng", MessageKind.NEWS, "13900000001", null, "开放日");

    @Test
    @DisplayName("CAR-7 the webhook is told the message's id as its key, and what it answers is taken for what it is")
    void statuses() throws IOException {
        var seen = new AtomicReference<String>("");
        for (var expected : Map.of(
                        202,
                        Carried.TAKEN,
                        400,
                        Carried.REFUSED,
                        302,
                        Carried.REFUSED,
                        503,
                        Carried.NOT_REACHED,
                        500,
                        Carried.NOT_KNOWN)
                .entrySet()) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                seen.set(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(expected.getKey(), -1);
                exchange.close();
            });
            server.start();
            try {
                var address =
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");

                assertThat(new WebhookCarrier(address, "s3cret", new ObjectMapper()).carry(parcel))
                        .isEqualTo(expected.getValue());
                assertThat(seen.get())
                        .startsWith(parcel.id() + " Bearer s3cret")
                        .contains("13900000001", "开放日");
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    @DisplayName("CAR-7 a carrier that nobody reaches has taken nothing; personal data go over TLS only")
    void nobody() throws IOException {
        int free;
        try (var taken = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        var carrier = new WebhookCarrier(URI.create("http://127.0.0.1:" + free), "", new ObjectMapper());

        assertThat(carrier.carry(parcel)).isEqualTo(Carried.NOT_REACHED);
        assertThatThrownBy(() -> new WebhookCarrier(URI.create("http://sms.example.com"), "", new ObjectMapper()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

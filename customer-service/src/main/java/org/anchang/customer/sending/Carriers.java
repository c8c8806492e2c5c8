package org.anchang.customer.sending;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// By which carrier messages go out: the webhook where its address is set, else nobody's.
class Carriers {
    @Produces
    @ApplicationScoped
    MessageCarrier carrier(
            @ConfigProperty(name = "anchang.messages.url") Optional<URI> address,
            @ConfigProperty(name = "anchang.messages.secret") Optional<String> secret,
            ObjectMapper json) {
        return address.<MessageCarrier>map(to -> new WebhookCarrier(to, secret.orElse(""), json))
                .orElseGet(LogCarrier::new);
    }
}

package org.anchang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.anchang.kit.kafka.KafkaSender;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The topic of what a service could not read.
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final long PAUSE_MILLIS = 500;

    @Inject
    KafkaSender kafka;

    @Inject
    ReadingTime time;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    CompletableFuture<?> send(Received event, RuntimeException failure) {
        return send(event.aggregate().toString(), event.payload(), event.headers(kindOf(failure)));
    }

    /// Returns when the topic has it, or the time is over.
    void sendUnparked(Received event, RuntimeException failure) {
        untilTaken(() -> send(event, failure));
    }

    /// A record that is no event. Returns when the topic has it, or the time is over.
    void sendUnreadable(ConsumerRecord<String, byte[]> message, String error) {
        LOG.errorf("Unreadable record in %s at %d/%d", message.topic(), message.partition(), message.offset());
        meters.counter("anchang_inbox_unreadable", "topic", message.topic()).increment();
        var payload = message.value() == null ? "" : new String(message.value(), StandardCharsets.UTF_8);
        var headers = Map.of("x-original-topic", message.topic(), "x-error", error);
        untilTaken(() -> send(String.valueOf(message.key()), payload, headers));
    }

    private CompletableFuture<?> send(String key, String payload, Map<String, String> headers) {
        return kafka.send(service + "-dead-letters", key, payload, headers);
    }

    private void untilTaken(Supplier<CompletableFuture<?>> letter) {
        while (!time.isOver()) {
            try {
                letter.get().join();
                return;
            } catch (CompletionException e) {
                if (e.getCause() instanceof RecordTooLargeException) {
                    LOG.errorf("A record is too large even for the dead letters");
                    return;
                }
                LOG.warnf("The dead-letter topic does not answer, the topic waits: %s", kindOf(e));
                time.rest(PAUSE_MILLIS);
            }
        }
    }

    /// Class names only: messages of drivers and parsers quote the data, which may be personal.
    static String kindOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var kind = failure.getClass().getSimpleName();
        return root == failure ? kind : kind + " by " + root.getClass().getSimpleName();
    }
}

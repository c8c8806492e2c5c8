package org.anchang.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// The one producer of a service: idempotent, acknowledged by all, in the order of the calls per key. After a
/// failure it is replaced, see [ProducerLife].
@ApplicationScoped
public class KafkaSender {
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    private @Nullable ProducerLife line;

    /// Never throws: what goes wrong is in the future.
    public CompletableFuture<RecordMetadata> send(
            String topic, String key, String payload, Map<String, String> headers) {
        return line().send(topic, key, payload, headers);
    }

    /// The line in use, or a new one if that broke. Who must keep an order sends all of it over one line.
    public synchronized ProducerLife line() {
        if (line == null || line.isBroken()) {
            line = new ProducerLife(new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer()));
        }
        return line;
    }

    public synchronized void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return settings;
    }
}

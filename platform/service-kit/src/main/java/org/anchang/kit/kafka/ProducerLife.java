package org.anchang.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/// One life of the producer.
///
/// Promise: nothing is sent after a failure. The first failed record breaks the line for good and takes back what
/// still waits in it; the broker itself refuses what is already under way behind the failed one (idempotence). So
/// a later record never overtakes an earlier one, and a producer in a fatal state is never used again. Only a
/// record that is itself too large fails alone. `ProducerLifeTest` proves what this side does, not what the broker
/// does.
public final class ProducerLife {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Producer<String, String> producer;
    private volatile boolean broken;

    ProducerLife(Producer<String, String> producer) {
        this.producer = producer;
    }

    public CompletableFuture<RecordMetadata> send(
            String topic, String key, String payload, Map<String, String> headers) {
        if (broken) {
            return CompletableFuture.failedFuture(new KafkaException("an earlier record failed"));
        }
        var message = new ProducerRecord<>(topic, key, payload);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var sent = new CompletableFuture<RecordMetadata>();
        try {
            var _ = producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    sent.complete(metadata);
                } else {
                    failed(sent, failure);
                }
            });
        } catch (RuntimeException e) {
            failed(sent, e);
        }
        return sent;
    }

    boolean isBroken() {
        return broken;
    }

    void close() {
        broken = true;
        producer.close(LAST_WORDS);
    }

    private void failed(CompletableFuture<RecordMetadata> sent, Exception failure) {
        if (!(failure instanceof RecordTooLargeException) && !broken) {
            broken = true;
            producer.close(Duration.ZERO);
        }
        sent.completeExceptionally(failure);
    }
}

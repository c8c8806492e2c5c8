package org.anchang.reporting.model;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// All that the topics hold, from the first record on; they keep everything (operations).
@ApplicationScoped
class History {
    /// An event as it stands in its topic.
    record Told(String topic, UUID aggregate, long sequence, String type, String payload) {}

    private static final Duration A_WHILE = Duration.ofMillis(500);
    private static final int AT_ONCE = 500;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    /// Hands over what was written until now, in the order of each stream.
    ///
    /// @param goesOn asked between two batches
    /// @return whether it came to the end
    boolean read(Collection<String> topics, BooleanSupplier goesOn, Consumer<List<Told>> batch) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < Objects.requireNonNull(ends.get(it)))) {
                if (!goesOn.getAsBoolean()) {
                    return false;
                }
                var told = new ArrayList<Told>();
                consumer.poll(A_WHILE).forEach(message -> {
                    var one = told(message);
                    if (one != null) {
                        told.add(one);
                    }
                });
                if (!told.isEmpty()) {
                    batch.accept(told);
                }
            }
            return true;
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        return settings;
    }

    /// What has no envelope of ours is none of our events; the inbox has put it among the dead letters.
    private static @Nullable Told told(ConsumerRecord<String, byte[]> message) {
        var type = header(message, "ce_type");
        var sequence = header(message, "ce_sequence");
        if (message.key() == null || message.value() == null || type == null || sequence == null) {
            return null;
        }
        try {
            return new Told(
                    message.topic(),
                    UUID.fromString(message.key()),
                    Long.parseLong(sequence),
                    type,
                    new String(message.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

package org.anchang.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What was said on a topic, from its beginning: `overheard.of(aggregate)`, `overheard.await(aggregate, type)`.
public final class Overheard implements AutoCloseable {
    /// One record: its envelope, and the payload as JSON and as any type.
    public record Said(UUID aggregate, String type, long sequence, String id, String source, String payload) {
        public JsonNode json() {
            try {
                return EventsAsJson.MAPPER.readTree(payload);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        public <E extends Event> E as(Class<E> event) {
            try {
                return EventsAsJson.MAPPER.readValue(payload, event);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final KafkaConsumer<String, String> consumer;
    private final List<Said> said = new ArrayList<>();

    public Overheard(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", System.getProperty(OfficeBacking.BROKER)),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /// Everything said about the aggregate up to now, in order.
    public synchronized List<Said> of(UUID aggregate) {
        for (var messages = consumer.poll(Duration.ofMillis(100));
                !messages.isEmpty();
                messages = consumer.poll(Duration.ofMillis(100))) {
            messages.forEach(message -> said.add(read(message)));
        }
        return said.stream().filter(s -> s.aggregate().equals(aggregate)).toList();
    }

    /// Waits, ten seconds at most, for the first event of this type about the aggregate.
    public <E extends Event> E await(UUID aggregate, Class<E> event) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> of(aggregate).stream()
                                .filter(s -> s.type().equals(event.getSimpleName()))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow()
                .as(event);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Said read(ConsumerRecord<String, String> message) {
        return new Said(
                UUID.fromString(message.key()),
                header(message, "ce_type"),
                Long.parseLong(header(message, "ce_sequence")),
                header(message, "ce_id"),
                header(message, "ce_source"),
                message.value());
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

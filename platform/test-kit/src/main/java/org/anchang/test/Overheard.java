package org.anchang.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.anchang.events.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/// What was said on a topic, from its beginning: `overheard.of(aggregate)`, `overheard.await(aggregate, type)`.
///
/// All tests of a run that listen to a topic share one consumer, which reads each record once.
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

    private static final Map<String, Listener> LISTENERS = new ConcurrentHashMap<>();

    private final Listener listener;

    public Overheard(String topic) {
        var broker = System.getProperty(OfficeBacking.BROKER);
        listener = LISTENERS.computeIfAbsent(broker + "/" + topic, _ -> new Listener(broker, topic));
    }

    /// Everything said about the aggregate up to now, in order.
    public List<Said> of(UUID aggregate) {
        return listener.of(aggregate);
    }

    /// Waits for the first event of this type about the aggregate.
    public <E extends Event> E await(UUID aggregate, Class<E> event) {
        return Awaitility.await()
                .atMost(Patience.AT_LAST)
                .until(
                        () -> of(aggregate).stream()
                                .filter(said -> said.type().equals(event.getSimpleName()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .as(event);
    }

    /// Nothing to do: the others go on listening.
    @Override
    public void close() {}

    /// Reads a topic as far as it goes, whenever somebody asks.
    private static final class Listener {
        private final KafkaConsumer<String, String> consumer;
        private final List<TopicPartition> partitions;
        private final Map<UUID, List<Said>> said = new HashMap<>();

        Listener(String broker, String topic) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", broker), new StringDeserializer(), new StringDeserializer());
            partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        synchronized List<Said> of(UUID aggregate) {
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(message -> said.computeIfAbsent(UUID.fromString(message.key()), _ -> new ArrayList<>())
                                .add(read(message)));
            }
            return List.copyOf(said.getOrDefault(aggregate, List.of()));
        }
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

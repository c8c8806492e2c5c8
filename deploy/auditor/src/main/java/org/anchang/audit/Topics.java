package org.anchang.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// Every record of the five topics, from the beginning to the end at the time of reading.
public final class Topics {
    /// One record as it stands in Kafka.
    public record Said(
            String topic,
            String aggregate,
            long sequence,
            String id,
            String type,
            Instant published,
            String payload,
            JsonNode json) {
        public String text(String member) {
            return json.path(member).asText("");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Said>> records;

    private Topics(Map<String, List<Said>> records) {
        this.records = records;
    }

    public static String of(String service) {
        return service + "-events";
    }

    /// All records of a topic; those of one aggregate in the order in which they stand in Kafka.
    public List<Said> all(String topic) {
        return records.getOrDefault(topic, List.of());
    }

    /// The same without what the relay sent again after a crash: the first record of each id.
    public List<Said> once(String topic) {
        var seen = new java.util.HashSet<String>();
        return all(topic).stream().filter(said -> seen.add(said.id())).toList();
    }

    static Topics read(String kafka) {
        var records = new LinkedHashMap<String, List<Said>>();
        try (var consumer = new KafkaConsumer<String, String>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "max.poll.records",
                        5000,
                        // At a topic's end the broker would wait for more before it gives the next topic.
                        "fetch.max.wait.ms",
                        10,
                        "default.api.timeout.ms",
                        20_000),
                new StringDeserializer(),
                new StringDeserializer())) {
            for (var service : Evidence.SERVICES) {
                records.put(of(service), readTopic(consumer, of(service)));
            }
        }
        return new Topics(records);
    }

    private static List<Said> readTopic(KafkaConsumer<String, String> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var found = new ArrayList<Said>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < requireNonNull(ends.get(partition)))) {
            consumer.poll(Duration.ofMillis(500)).forEach(message -> found.add(said(message)));
        }
        return found;
    }

    private static Said said(ConsumerRecord<String, String> message) {
        return new Said(
                message.topic(),
                String.valueOf(message.key()),
                Long.parseLong(header(message, "ce_sequence", "0")),
                header(message, "ce_id", "-"),
                header(message, "ce_type", "-"),
                Instant.ofEpochMilli(message.timestamp()),
                message.value(),
                json(message.value()));
    }

    private static JsonNode json(@Nullable String payload) {
        try {
            return JSON.readTree(payload == null ? "null" : payload);
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }

    private static String header(ConsumerRecord<String, String> message, String name, String otherwise) {
        var header = message.headers().lastHeader(name);
        return header == null ? otherwise : new String(header.value(), StandardCharsets.UTF_8);
    }
}

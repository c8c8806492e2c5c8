package org.anchang.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.anchang.events.Event;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Another service as this one knows it: a voice on a topic. Numbers its events per aggregate as the outbox does.
/// All of a run speak through one producer.
public final class Neighbour implements AutoCloseable {
    private static final Map<String, KafkaProducer<String, String>> PRODUCERS = new ConcurrentHashMap<>();

    private final String topic;
    private final KafkaProducer<String, String> producer;
    private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();

    public Neighbour(String topic) {
        this.topic = topic;
        this.producer = PRODUCERS.computeIfAbsent(
                System.getProperty(OfficeBacking.BROKER),
                broker -> new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer()));
    }

    /// Publishes the aggregate's next event and waits until Kafka has it.
    public void tells(Event event) {
        tells(event, sequences.merge(event.aggregate(), 1L, Long::sum));
    }

    /// The same, with who did it.
    public void tells(Event event, String by) {
        publish(
                event.aggregate(),
                event.getClass().getSimpleName(),
                sequences.merge(event.aggregate(), 1L, Long::sum),
                written(event, by));
    }

    /// Publishes the next event of each aggregate in one go, and waits until Kafka has them all.
    public void tellsAll(List<? extends Event> events, String by) {
        for (var event : events) {
            var _ = producer.send(message(
                    event.aggregate(),
                    event.getClass().getSimpleName(),
                    sequences.merge(event.aggregate(), 1L, Long::sum),
                    written(event, by)));
        }
        producer.flush();
    }

    /// Publishes an event under a number of the test's choosing, to repeat one or leave a gap.
    public void tells(Event event, long sequence) {
        sequences.merge(event.aggregate(), sequence, Math::max);
        publish(event.aggregate(), event.getClass().getSimpleName(), sequence, written(event));
    }

    /// Publishes any payload under any type.
    public void publish(UUID aggregate, String type, long sequence, String payload) {
        send(message(aggregate, type, sequence, payload));
    }

    private void send(ProducerRecord<String, String> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(Event event, String by) {
        ObjectNode members = EventsAsJson.MAPPER.valueToTree(event);
        return members.put("by", by).toString();
    }

    private static String written(Event event) {
        try {
            return EventsAsJson.MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// What has the same number is the same event.
    private ProducerRecord<String, String> message(UUID aggregate, String type, long sequence, String payload) {
        var id = UUID.nameUUIDFromBytes((topic + aggregate + sequence).getBytes(StandardCharsets.UTF_8));
        return message(aggregate, type, sequence, payload, id);
    }

    private ProducerRecord<String, String> message(
            UUID aggregate, String type, long sequence, String payload, UUID id) {
        var message = new ProducerRecord<>(topic, aggregate.toString(), payload);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/anchang/test",
                        "ce_type",
                        type,
                        "ce_subject",
                        aggregate.toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /// Nothing to do: the others go on speaking.
    @Override
    public void close() {}
}

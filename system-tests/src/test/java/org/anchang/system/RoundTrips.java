package org.anchang.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The baseline of everything that goes by event: a record sent (`acks=all`) and read again, nothing else.
final class RoundTrips implements AutoCloseable {
    private static final TopicPartition PLACE = new TopicPartition("raw-round-trips", 0);

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;

    RoundTrips(String bootstrapServers) throws ExecutionException, InterruptedException {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new StringSerializer());
        org.anchang.backing.KafkaBroker.createTopics(bootstrapServers, Map.of(PLACE.topic(), 1));
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(List.of(PLACE));
        for (int warmUp = 0; warmUp < 200; warmUp++) {
            once();
        }
    }

    Duration once() throws ExecutionException, InterruptedException {
        var sent = UUID.randomUUID().toString();
        var began = System.nanoTime();
        producer.send(new ProducerRecord<>(PLACE.topic(), sent));
        while (true) {
            for (var read : consumer.poll(Duration.ofSeconds(10))) {
                if (read.value().equals(sent)) {
                    return Duration.ofNanos(System.nanoTime() - began);
                }
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}

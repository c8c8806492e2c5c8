package org.anchang.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("what was acknowledged is there after an orderly end and after a SIGKILL")
    void recordsSurvive() throws ExecutionException, InterruptedException {
        try (var broker = new KafkaBroker(folder, 0, KafkaBroker.QUICK)) {
            // The tests of all modules start one: what this one remembers spares them half of it and more.
            if (!broker.cache().trained()) {
                broker.cache().train();
            }
            broker.start();
            broker.createTopics(Map.of("deal-events", 1));
            broker.createTopics(Map.of("deal-events", 1));
            send(broker, "deal-events", "first");
            broker.stop();
            broker.start();
            send(broker, "deal-events", "second");
            broker.kill();
            broker.start();

            assertEquals(List.of("first", "second"), read(broker));
            assertThrows(ExecutionException.class, () -> send(broker, "never-made", "lost", Duration.ofSeconds(2)));
        }
    }

    private static void send(KafkaBroker broker, String topic, String value)
            throws ExecutionException, InterruptedException {
        send(broker, topic, value, Duration.ofMinutes(1));
    }

    private static void send(KafkaBroker broker, String topic, String value, Duration patience)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "acks", "all", "max.block.ms", patience.toMillis());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> read(KafkaBroker broker) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("deal-events", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var read = new ArrayList<String>();
            Waiting.until(Duration.ofMinutes(1), () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
                return read.size() >= 2;
            });
            return read;
        }
    }
}

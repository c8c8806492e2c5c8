package org.anchang.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The broker's failures cannot be had at will, so this one test plays them.
class ProducerLifeTest {
    private final MockProducer<String, String> producer =
            new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
    private final ProducerLife line = new ProducerLife(producer);

    @Test
    @DisplayName("after a failed record nothing goes over the same line, so that nothing overtakes it")
    void brokenForGood() {
        var first = send("1");
        producer.errorNext(new TimeoutException("no broker"));

        assertThat(first).isCompletedExceptionally();
        assertThat(line.isBroken()).isTrue();
        assertThat(producer.closed()).isTrue();
        assertThat(send("2")).isCompletedExceptionally();
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    @DisplayName("a record that is too large fails alone")
    void tooLarge() {
        var large = send("1");
        producer.errorNext(new RecordTooLargeException("too large"));
        var next = send("2");
        producer.completeNext();

        assertThat(large).isCompletedExceptionally();
        assertThat(next).isCompleted();
    }

    private CompletableFuture<?> send(String payload) {
        return line.send("topic", "key", payload, Map.of());
    }
}

package org.anchang.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.kafka.KafkaSender;
import org.anchang.test.OfficeBacking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Polls that bring several events, made by hand: under a topic that nothing else reads here.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class InboxTogetherTest {
    private static final Scope EVERYTHING = new Scope("wu.gang", Set.of("*"), Set.of());

    private static final String TOPIC = CommissionEvent.TOPIC;

    /// What a reader has read, and in which transactions.
    private final class Notebook implements Reader<CustomerEvent> {
        final List<UUID> read = new ArrayList<>();
        final List<Object> transactions = new ArrayList<>();
        private final Consumer<CustomerRegistered> effect;

        Notebook(Consumer<CustomerRegistered> effect) {
            this.effect = effect;
        }

        @Override
        public Class<CustomerEvent> language() {
            return CustomerEvent.class;
        }

        @Override
        public void read(CustomerEvent event) {
            database.createNativeQuery("INSERT INTO echo (customer, number) VALUES (?1, 'together')")
                    .setParameter(1, event.aggregate())
                    .executeUpdate();
            effect.accept((CustomerRegistered) event);
            read.add(event.aggregate());
            transactions.add(database.createNativeQuery("SELECT pg_current_xact_id()::text")
                    .getSingleResult());
        }
    }

    @Inject
    Inbox inbox;

    @Inject
    EntityManager database;

    @Inject
    ParkedEvents waiting;

    private final List<UUID> customers =
            Stream.generate(UUID::randomUUID).limit(5).toList();
    private final AtomicBoolean acknowledged = new AtomicBoolean();
    private final Map<UUID, Long> sequences = new HashMap<>();

    @Test
    @DisplayName("what one poll brings is read in one transaction; what comes again has no effect again")
    void together() {
        var notebook = new Notebook(_ -> {});
        var poll = polled(List.of(event(0), event(1), event(0), event(2), event(1)));
        inbox.read(poll, notebook);
        inbox.read(poll, notebook);

        assertThat(notebook.read).containsExactly(ids(0, 1, 0, 2, 1));
        assertThat(notebook.transactions.stream().distinct()).hasSize(1);
        assertThat(acknowledged).isTrue();
        assertThat(echoes(customers.get(0))).isEqualTo(2);
    }

    @Test
    @DisplayName("SEC-2 each event of a poll acts for its own person, also where what it writes is written late")
    void persons() {
        var notebook = new Notebook(event -> database.persist(new Remark(event.customer(), event.number())));
        inbox.read(
                polled(List.of(event(0, "li.na"), event(1, "wang.lei"), event(2, "li.na"), event(3, null))), notebook);

        assertThat(notebook.transactions.stream().distinct()).hasSize(1);
        assertThat(actorOf(customers.get(0))).isEqualTo("li.na");
        assertThat(actorOf(customers.get(1))).isEqualTo("wang.lei");
        assertThat(actorOf(customers.get(2))).isEqualTo("li.na");
        assertThat(actorOf(customers.get(3))).startsWith("event CustomerRegistered ");
        assertThat(customers.subList(0, 4).stream().map(this::causeOf).distinct())
                .hasSize(4)
                .allMatch(cause -> cause.startsWith("event CustomerRegistered "));
    }

    @Test
    @DisplayName("an indigestible event parks its aggregate only; what came with it has its effect once")
    void poison() {
        var notebook = new Notebook(event -> {
            if (event.customer().equals(customers.get(2))) {
                throw new IllegalStateException("cannot digest");
            }
        });
        inbox.read(polled(List.of(event(0), event(1), event(2), event(3), event(2), event(0), event(4))), notebook);

        assertThat(acknowledged).isTrue();
        assertThat(Stream.of(0, 1, 2, 3, 4).map(customers::get).map(this::echoes))
                .containsExactly(2L, 1L, 0L, 1L, 1L);
        assertThat(parked(customers.get(2))).containsExactlyInAnyOrder("FAILED", "BEHIND");
        assertThat(Stream.of(0, 1, 3, 4).map(customers::get).flatMap(id -> parked(id).stream()))
                .isEmpty();
    }

    @Test
    @DisplayName("an aggregate with a gap waits, the others of the poll do not")
    void gap() {
        event(1);
        var notebook = new Notebook(_ -> {});
        inbox.read(polled(List.of(event(0), event(1), event(2))), notebook);

        assertThat(notebook.read).containsExactly(ids(0, 2));
        assertThat(parked(customers.get(1))).containsExactly("GAP");
    }

    @Test
    @DisplayName(
            "OPS-1 the same number with another id, in one poll or later, is a fork: parked, not passed over; all behind it waits")
    void fork() {
        var notebook = new Notebook(_ -> {});
        inbox.read(
                polled(List.of(record(0, 1), record(0, 2), record(0, 3), record(1, 1), fork(1, 1), record(2, 1))),
                notebook);
        assertThat(notebook.read).containsExactlyInAnyOrder(ids(0, 0, 0, 1, 2));
        assertThat(parked(customers.get(1))).containsExactly("FORKED");

        // Of a database that went back by two events: neither of the new ones is the last that was read.
        inbox.read(polled(List.of(record(0, 1), fork(0, 2), record(0, 4), record(2, 1), record(2, 2))), notebook);
        assertThat(Stream.of(0, 1, 2).map(customers::get).map(this::echoes)).containsExactly(3L, 1L, 2L);
        assertThat(parked(customers.get(0))).containsExactlyInAnyOrder("FORKED", "BEHIND");
        assertThat(acknowledged).isTrue();
        assertThat(QuarkusTransaction.requiringNew().call(() -> waiting.due(50)))
                .extracting(ParkedEvents.Due::aggregate)
                .doesNotContain(ids(0, 1));

        QuarkusTransaction.requiringNew().run(() -> waiting.replay(EVERYTHING, TOPIC, customers.get(0)));
        inbox.goOn(TOPIC, customers.get(0), notebook);
        assertThat(echoes(customers.get(0))).as("a person let it be read").isEqualTo(5);
        assertThat(parked(customers.get(0))).isEmpty();
    }

    @Test
    @DisplayName(
            "OPS-1 the letter of an unreadable record is awaited; where it cannot be sent before the end nothing is acknowledged")
    void unreadableAtTheEnd() {
        var time = new ReadingTime();
        var attempts = new AtomicInteger();
        var letters = another(DeadLetters.class);
        letters.time = time;
        letters.kafka = new KafkaSender() {
            @Override
            public CompletableFuture<RecordMetadata> send(
                    String topic, String key, String payload, Map<String, String> headers) {
                if (attempts.incrementAndGet() == 2) {
                    time.end(new ShutdownDelayInitiatedEvent());
                }
                return CompletableFuture.failedFuture(new TimeoutException("no broker"));
            }
        };
        var stopping = another(Inbox.class);
        stopping.time = time;
        stopping.deadLetters = letters;
        var unreadable = new ConsumerRecord<String, byte[]>(TOPIC, 0, 1, "no id", new byte[0]);
        stopping.read(polled(List.of(unreadable)), new Notebook(_ -> {}));

        assertThat(attempts).hasValue(2);
        assertThat(acknowledged).isFalse();
    }

    @Test
    @DisplayName(
            "OPS-1 at the first sign of a stop reading ends: what fails then is neither parked, nor a dead letter, nor acknowledged")
    void firstSign() {
        var time = new ReadingTime();
        var stopping = another(Inbox.class);
        stopping.time = time;
        stopping.alone = another(ReadingAlone.class);
        stopping.alone.time = time;
        var failing = new Notebook(_ -> {
            time.end(new ShutdownDelayInitiatedEvent());
            throw new IllegalStateException("the pool is closed");
        });
        stopping.read(polled(List.of(record(3, 1), record(4, 1))), failing);

        assertThat(acknowledged).isFalse();
        assertThat(Stream.of(3, 4).map(customers::get).flatMap(id -> parked(id).stream()))
                .isEmpty();
        inbox.read(polled(List.of(record(3, 1), record(4, 1))), new Notebook(_ -> {}));
        assertThat(Stream.of(3, 4).map(customers::get).map(this::echoes)).containsExactly(1L, 1L);
    }

    @Test
    @DisplayName("once the service stops nothing more is read; what fails then is neither parked nor acknowledged")
    void stopping() {
        var time = new ReadingTime();
        var stopping = another(Inbox.class);
        stopping.time = time;
        stopping.alone = another(ReadingAlone.class);
        stopping.alone.time = time;
        var tried = new ArrayList<UUID>();
        var notebook = new Notebook(event -> {
            tried.add(event.customer());
            var end = Thread.ofVirtual().start(() -> end(time));
            while (!time.isOver()) {
                Thread.onSpinWait();
            }
            assertThat(end.isAlive()).as("it waits for what is under way").isTrue();
            throw new IllegalStateException("the pool is closed");
        });
        stopping.read(polled(List.of(event(0), event(1))), notebook);

        assertThat(tried).containsExactly(ids(0));
        assertThat(acknowledged).isFalse();
        assertThat(Stream.of(0, 1).map(customers::get).flatMap(id -> parked(id).stream()))
                .isEmpty();

        inbox.read(polled(List.of(record(0, 1), record(1, 1))), new Notebook(_ -> {}));
        assertThat(Stream.of(0, 1).map(customers::get).map(this::echoes)).containsExactly(1L, 1L);
    }

    private static void end(ReadingTime time) {
        try {
            time.end(new ShutdownEvent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T another(Class<T> type) {
        var bean = Arc.container().instance(type).getBean();
        return bean.create(Arc.container().beanManager().createCreationalContext(bean));
    }

    private UUID[] ids(int... nths) {
        return java.util.Arrays.stream(nths).mapToObj(customers::get).toArray(UUID[]::new);
    }

    private ConsumerRecord<String, byte[]> event(int nth) {
        return event(nth, "li.na");
    }

    /// The next one of that customer.
    private ConsumerRecord<String, byte[]> event(int nth, @org.jspecify.annotations.Nullable String by) {
        return record(nth, sequences.merge(customers.get(nth), 1L, Long::sum), by);
    }

    private ConsumerRecord<String, byte[]> record(int nth, long sequence) {
        return record(nth, sequence, "li.na");
    }

    private ConsumerRecord<String, byte[]> fork(int nth, long sequence) {
        var message = record(nth, sequence);
        message.headers()
                .remove("ce_id")
                .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private ConsumerRecord<String, byte[]> record(
            int nth, long sequence, @org.jspecify.annotations.Nullable String by) {
        var customer = customers.get(nth);
        var payload = """
                {"customer": "%s", "project": "songfeng", "at": "2026-11-01T08:00:00Z", "number": "1", "owner": "li.na",
                 "channel": "WALK_IN"%s}""".formatted(customer, by == null ? "" : ", \"by\": \"" + by + "\"");
        var message =
                new ConsumerRecord<>(TOPIC, 0, sequence, customer.toString(), payload.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_sequence", Long.toString(sequence),
                        "ce_id",
                                UUID.nameUUIDFromBytes(
                                                (customer.toString() + sequence).getBytes(StandardCharsets.UTF_8))
                                        .toString(),
                        "ce_type", "CustomerRegistered")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private Message<ConsumerRecords<String, byte[]>> polled(List<ConsumerRecord<String, byte[]>> messages) {
        var records = new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), messages), Map.of());
        return Message.of(records, () -> {
            acknowledged.set(true);
            return CompletableFuture.completedFuture(null);
        });
    }

    private long echoes(UUID customer) {
        return ((Number) database.createNativeQuery("SELECT count(*) FROM echo WHERE customer = ?1")
                        .setParameter(1, customer)
                        .getSingleResult())
                .longValue();
    }

    private List<String> parked(UUID customer) {
        return strings("SELECT reason FROM inbox_parked WHERE aggregate = ?1", customer);
    }

    private String actorOf(UUID customer) {
        return strings("SELECT actor FROM audit WHERE relation = 'remark' AND row_id = CAST(?1 AS text)", customer)
                .getFirst();
    }

    private String causeOf(UUID customer) {
        return strings("SELECT cause FROM audit WHERE relation = 'remark' AND row_id = CAST(?1 AS text)", customer)
                .getFirst();
    }

    private List<String> strings(String query, UUID parameter) {
        List<?> found =
                database.createNativeQuery(query).setParameter(1, parameter).getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}

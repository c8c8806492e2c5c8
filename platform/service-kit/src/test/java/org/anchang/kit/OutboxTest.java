package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.kit.outbox.Outbox;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class OutboxTest {
    @Inject
    EntityManager database;

    @Inject
    Outbox outbox;

    @Test
    @DisplayName("an event of a committed command is published, and marked so")
    void committedIsPublished() {
        var deal = UUID.randomUUID();
        Notes.write(deal, "T-1");

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            var event = heard.await(deal, TicketIssued.class);
            assertThat(event.ticket()).isEqualTo("T-1");
            assertThat(event.consultant()).isEqualTo("li.na");
        }
        await().pollInSameThread().atMost(Duration.ofSeconds(5)).until(() -> waiting(deal) == 0);
    }

    @Test
    @DisplayName("an event of a command that was rolled back is never published and leaves no gap")
    void rolledBackIsNot() {
        var deal = UUID.randomUUID();
        Notes.write(deal, "first");
        Notes.write(deal, "fail");
        Notes.write(deal, "refuse me");
        Notes.write(deal, "second");

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> heard.of(deal).size() >= 2);
            assertThat(heard.of(deal))
                    .extracting(said -> said.as(TicketIssued.class).ticket())
                    .containsExactly("first", "second");
            assertThat(heard.of(deal)).extracting(Overheard.Said::sequence).containsExactly(1L, 2L);
        }
    }

    @Test
    @DisplayName("under many writers each aggregate's events arrive once and in the order of their commits")
    void orderUnderLoad() {
        var deals = IntStream.range(0, 6).mapToObj(_ -> UUID.randomUUID()).toList();
        try (var writers = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 120; i++) {
                var deal = deals.get(i % deals.size());
                var text = "note " + i;
                writers.submit(() -> Notes.write(deal, text).then().statusCode(201));
            }
        }

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            for (var deal : deals) {
                await().pollInSameThread()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> heard.of(deal).size() == 20);
                assertThat(heard.of(deal))
                        .extracting(Overheard.Said::sequence)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 20).boxed().toList());
            }
        }
    }

    @Test
    @DisplayName("events appended together are numbered in their order, beside those appended one by one")
    void appendedTogether() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        Notes.write(one, "first");

        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.appendAll(List.of(ticket(one, "second"), ticket(other, "first"), ticket(one, "third"))));
        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.appendAll(List.of(ticket(one, "never"), ticket(other, "never")));
                    throw new IllegalStateException("as asked");
                }));
        QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(List.of()));
        Notes.write(one, "fourth");

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> heard.of(one).size() >= 4 && !heard.of(other).isEmpty());
            assertThat(heard.of(one))
                    .extracting(said -> said.as(TicketIssued.class).ticket())
                    .containsExactly("first", "second", "third", "fourth");
            assertThat(heard.of(one)).extracting(Overheard.Said::sequence).containsExactly(1L, 2L, 3L, 4L);
            assertThat(heard.of(other)).extracting(Overheard.Said::sequence).containsExactly(1L);
        }
    }

    @Test
    @DisplayName(
            "those who append to the same aggregates together, in any order, wait for each other and for no deadlock")
    void togetherAtOnce() {
        var deals = IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();
        try (var writers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                var events = new ArrayList<>(
                        deals.stream().map(deal -> ticket(deal, "together")).toList());
                Collections.shuffle(events, new Random(i));
                writers.submit(() -> QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(events)));
            }
        }

        for (var deal : deals) {
            List<?> numbers = database.createNativeQuery(
                            "SELECT sequence FROM outbox WHERE aggregate = ?1 ORDER BY position", Long.class)
                    .setParameter(1, deal)
                    .getResultList();
            assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
        }
    }

    private static TicketIssued ticket(UUID deal, String text) {
        return new TicketIssued(deal, "songfeng", Instant.now(), text, UUID.randomUUID(), "li.na", UUID.randomUUID());
    }

    private long waiting(UUID aggregate) {
        return ((Number) database.createNativeQuery(
                                "SELECT count(*) FROM outbox WHERE aggregate = ?1 AND published_at IS NULL")
                        .setParameter(1, aggregate)
                        .getSingleResult())
                .longValue();
    }
}

package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
            assertThat(heard.of(deal).getFirst().json().path("by").asText())
                    .as("who did it")
                    .isEqualTo("li.na");
        }
        await().pollInSameThread().until(() -> waiting(deal) == 0);
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
            await().pollInSameThread().until(() -> heard.of(deal).size() >= 2);
            assertThat(heard.of(deal))
                    .extracting(said -> said.as(TicketIssued.class).ticket())
                    .containsExactly("first", "second");
            assertThat(heard.of(deal)).extracting(Overheard.Said::sequence).containsExactly(1L, 2L);
        }
    }

    @Test
    @DisplayName("an event that the broker may not take fails its command, and leaves nothing behind")
    void tooLarge() {
        var deal = UUID.randomUUID();
        var large = issued(List.of(deal), "好".repeat(350_000));

        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(large.getFirst())))
                .withMessageContaining("TicketIssued of " + deal);
        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(large)));
        assertThat(waiting(deal)).isZero();
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
                await().pollInSameThread().until(() -> heard.of(deal).size() == 20);
                assertThat(heard.of(deal))
                        .extracting(Overheard.Said::sequence)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 20).boxed().toList());
            }
        }
    }

    @Test
    @DisplayName("thousands of events appended at once are numbered and published like single ones, or not at all")
    void manyAtOnce() {
        var deals = IntStream.range(0, 700).mapToObj(_ -> UUID.randomUUID()).toList();
        Notes.write(deals.getFirst(), "before");

        QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(issued(deals, "first", "second", "third")));
        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.appendAll(issued(deals, "never"));
                    throw new IllegalStateException("as asked");
                }));
        Notes.write(deals.getFirst(), "after");

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            await().pollInSameThread()
                    .until(() -> deals.stream().mapToLong(this::waiting).sum() == 0);
            assertThat(ticketsTold(heard, deals.getFirst()))
                    .containsExactly("1 before", "2 first", "3 second", "4 third", "5 after");
            for (var deal : List.of(deals.get(1), deals.get(350), deals.getLast())) {
                assertThat(ticketsTold(heard, deal)).containsExactly("1 first", "2 second", "3 third");
            }
        }
    }

    private static List<String> ticketsTold(Overheard heard, UUID deal) {
        return heard.of(deal).stream()
                .map(said -> said.sequence() + " " + said.as(TicketIssued.class).ticket())
                .toList();
    }

    private static List<TicketIssued> issued(List<UUID> deals, String... tickets) {
        return Stream.of(tickets)
                .flatMap(ticket -> deals.stream()
                        .map(deal -> new TicketIssued(
                                deal,
                                "songfeng",
                                Instant.now(),
                                ticket,
                                UUID.randomUUID(),
                                "li.na",
                                UUID.randomUUID())))
                .toList();
    }

    private long waiting(UUID aggregate) {
        return ((Number) database.createNativeQuery(
                                "SELECT count(*) FROM outbox WHERE aggregate = ?1 AND published_at IS NULL")
                        .setParameter(1, aggregate)
                        .getSingleResult())
                .longValue();
    }
}

package org.anchang.kit.inbox;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.anchang.events.Event;
import org.anchang.kit.inbox.Positions.Position;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Where events come in.
///
/// Promise: the effect of an event happens exactly once and in the order of its aggregate. What was read before is
/// passed over; after a gap, or after an event that its reader cannot digest, the aggregate is parked: its later
/// events wait in order, other aggregates go on. A failed event is tried again with growing pauses, then goes to the
/// dead-letter topic while its aggregate waits for [ParkedEvents#replay]. Another event under a number that was read, as
/// it comes from a service whose database was restored to an earlier time, is a fork: it and all behind it waits for a
/// person. As long as the database is out of reach the topic is not read on. Once the service stops nothing more is read, and what was not read is not acknowledged.
///
/// Events that come together are read in one transaction, each on behalf of its own person. If one of them fails, what
/// came before it is read again without it, and it alone meets what it deserves.
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /// What one event has locked is free when all that are read with it are through: where effects take their time,
    /// fewer are read together.
    private static final int FIRST_TOGETHER = 10;

    private static final int MOST_TOGETHER = 100;
    private static final Duration LONG = Duration.ofMillis(100);

    @Inject
    ReadingTime time;

    @Inject
    ReadingAlone alone;

    @Inject
    Positions positions;

    @Inject
    Effect effect;

    @Inject
    DeadLetters deadLetters;

    /// One of several events fails the transaction of all.
    private static final class Failed extends RuntimeException {
        final Received event;

        Failed(Received event, RuntimeException cause) {
            super(cause);
            this.event = event;
        }
    }

    /// Of these aggregates something waits already, or comes before its turn.
    private static final class OutOfTurn extends RuntimeException {
        final Set<UUID> aggregates;

        OutOfTurn(Set<UUID> aggregates) {
            super(null, null, false, false);
            this.aggregates = aggregates;
        }

        boolean has(Received event) {
            return aggregates.contains(event.aggregate());
        }
    }

    /// Reads what one poll brought, and acknowledges it when each event is done, known, or parked.
    @ActivateRequestContext
    public <E extends Event> CompletionStage<Void> read(
            Message<ConsumerRecords<String, byte[]>> messages, Reader<E> reader) {
        var events = new ArrayList<Received>();
        for (var message : messages.getPayload()) {
            try {
                var event = Received.of(message);
                if (reader.reads(event.type())) {
                    events.add(event);
                }
            } catch (IllegalArgumentException e) {
                deadLetters.sendUnreadable(message, String.valueOf(e.getMessage()));
            }
        }
        readAll(events, reader);
        return time.isOver() ? CompletableFuture.completedFuture(null) : messages.ack();
    }

    /// Tries the first waiting event of a parked aggregate again, then all that wait behind it.
    @ActivateRequestContext
    <E extends Event> void goOn(String topic, UUID aggregate, Reader<E> reader) {
        time.spendOn(() -> alone.goOn(topic, aggregate, reader));
    }

    private <E extends Event> void readAll(List<Received> events, Reader<E> reader) {
        int most = FIRST_TOGETHER;
        for (int from = 0; from < events.size() && !time.isOver(); ) {
            var some = events.subList(from, Math.min(from + most, events.size()));
            var begun = System.nanoTime();
            time.spendOn(() -> readTogether(some, reader));
            from += some.size();
            var tookLong = System.nanoTime() - begun > LONG.toNanos();
            most = tookLong ? Math.max(1, most / 2) : Math.min(MOST_TOGETHER, most * 2);
        }
    }

    private <E extends Event> void readTogether(List<Received> events, Reader<E> reader) {
        if (events.isEmpty()) {
            return;
        }
        try {
            effect.onBehalfOf(events.getFirst());
            QuarkusTransaction.requiringNew().run(() -> readInTurn(events, reader));
        } catch (OutOfTurn e) {
            readTogether(events.stream().filter(event -> !e.has(event)).toList(), reader);
            events.stream().filter(e::has).forEach(event -> readAlone(event, reader));
        } catch (Failed e) {
            throwIfExcused(e);
            var failed = events.indexOf(e.event);
            readTogether(events.subList(0, failed), reader);
            readAlone(e.event, reader);
            readTogether(events.subList(failed + 1, events.size()), reader);
        } catch (RuntimeException e) {
            throwIfExcused(e);
            events.forEach(event -> readAlone(event, reader));
        }
    }

    private <E extends Event> void readInTurn(List<Received> events, Reader<E> reader) {
        if (events.size() > 1) {
            positions.giveWay();
        }
        for (var event : unread(events)) {
            try {
                effect.happen(event, reader);
            } catch (RuntimeException e) {
                throw new Failed(event, e);
            }
        }
    }

    /// Takes the positions behind these events. @return those that were not read yet
    private List<Received> unread(List<Received> events) {
        var last = positions.take(events);
        var unread = new ArrayList<Received>();
        var outOfTurn = new HashSet<UUID>();
        var reached = new HashMap<UUID, Long>();
        for (var event : events) {
            var position = requireNonNull(last.get(event.aggregate()));
            var before = reached.getOrDefault(event.aggregate(), position.last());
            if (position.parked() || event.sequence() > before + 1 || isForked(event, position, unread)) {
                outOfTurn.add(event.aggregate());
            } else if (event.sequence() == before + 1) {
                reached.put(event.aggregate(), event.sequence());
                unread.add(event);
            }
        }
        if (!outOfTurn.isEmpty()) {
            throw new OutOfTurn(outOfTurn);
        }
        return unread;
    }

    /// Whether another event was read under its number, earlier or just now.
    private static boolean isForked(Received event, Position position, List<Received> justNow) {
        return event.sequence() <= position.last()
                ? position.isForkedBy(event)
                : justNow.stream().anyMatch(event::forks);
    }

    private <E extends Event> void readAlone(Received event, Reader<E> reader) {
        try {
            alone.read(event, reader);
        } catch (RuntimeException e) {
            throwIfExcused(e);
            // Not even parking it worked. The topic goes on; the aggregate shows a gap at its next event.
            LOG.errorf("%s %s could not be parked: %s", event.type(), event.id(), DeadLetters.kindOf(e));
            deadLetters.sendUnparked(event, e);
        }
    }

    private void throwIfExcused(RuntimeException failure) {
        if (time.excuses(failure)) {
            throw failure;
        }
    }
}

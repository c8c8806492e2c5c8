package org.anchang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.anchang.events.Event;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.json.EventJson;
import org.anchang.kit.kafka.KafkaSender;
import org.anchang.kit.problem.DatabaseTrouble;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Where events come in.
///
/// Promise: the effect of an event happens exactly once and in the order of its aggregate. What was read before is
/// passed over; after a gap, or after an event that its reader cannot digest, the aggregate is parked: its
/// later events
/// wait in order, other aggregates go on. A failed event is tried again with growing pauses, then goes to the
/// dead-letter topic while its aggregate waits for [ParkedEvents#replay]. As long as the database is out of
/// reach the
/// topic is not read on.
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    @Inject
    ParkedEvents parked;

    @Inject
    EventJson json;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Inject
    KafkaSender kafka;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /// Reads one record; returns when it is done, known, or parked.
    @ActivateRequestContext
    public <E extends Event> void once(ConsumerRecord<String, byte[]> message, Reader<E> reader) {
        Received received;
        try {
            received = Received.of(message);
        } catch (IllegalArgumentException e) {
            LOG.errorf("Unreadable record in %s at %d/%d", message.topic(), message.partition(), message.offset());
            sendUnreadable(message, String.valueOf(e.getMessage()));
            return;
        }
        if (!reader.reads(received.type())) {
            return;
        }
        try {
            untilDatabaseAnswers(() -> readOrPark(received, reader));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isOutOfReach(e)) {
                throw e;
            }
            // Not even parking it worked. The topic goes on; the aggregate shows a gap at its next event.
            LOG.errorf("%s %s could not be parked: %s", received.type(), received.id(), kindOf(e));
            sendUnreadable(message, kindOf(e));
        }
    }

    /// Tries the first waiting event of a parked aggregate again, then all that wait behind it.
    @ActivateRequestContext
    <E extends Event> void goOn(String topic, UUID aggregate, Reader<E> reader) {
        var next = QuarkusTransaction.requiringNew().call(() -> parked.next(topic, aggregate));
        while (next != null) {
            var event = next;
            if (!tried(event, reader)) {
                return;
            }
            next = QuarkusTransaction.requiringNew().call(() -> parked.next(topic, aggregate));
        }
    }

    private <E extends Event> void readOrPark(Received received, Reader<E> reader) {
        if (tried(received, reader)) {
            goOn(received.topic(), received.aggregate(), reader);
        }
    }

    /// @return whether the event is behind us, so that a later one may follow
    private <E extends Event> boolean tried(Received received, Reader<E> reader) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> read(received, reader));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isOutOfReach(e)) {
                throw e;
            }
            if (!(e instanceof NotYet)) {
                LOG.warnf("%s %s of %s failed: %s", received.type(), received.id(), received.aggregate(), kindOf(e));
                meters.counter("anchang_inbox_failures", "topic", received.topic(), "type", received.type())
                        .increment();
            }
            if (failed(received, e)) {
                LOG.errorf("%s %s of %s is a dead letter", received.type(), received.id(), received.aggregate());
            }
            return false;
        }
    }

    /// Counts the attempt. An event counts as dead only once the dead-letter topic has it: if Kafka does not take
    /// it, nothing is counted and the event is tried again.
    private boolean failed(Received received, RuntimeException failure) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var dead = parked.failed(received, failure);
                if (dead) {
                    sendDead(received, kindOf(failure)).join();
                }
                return dead;
            });
        } catch (CompletionException e) {
            LOG.warnf("The dead-letter topic does not take %s: %s", received.id(), kindOf(e));
            QuarkusTransaction.requiringNew().run(() -> parked.postpone(received));
            return false;
        }
    }

    private CompletableFuture<?> sendDead(Received received, String error) {
        return kafka.send(
                service + "-dead-letters",
                received.aggregate().toString(),
                received.payload(),
                received.headers(error));
    }

    /// Class names only: messages of drivers and parsers quote the data, which may be personal.
    private static String kindOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var kind = failure.getClass().getSimpleName();
        return root == failure ? kind : kind + " by " + root.getClass().getSimpleName();
    }

    private <E extends Event> boolean read(Received received, Reader<E> reader) {
        var last = parked.lockPosition(received.topic(), received.aggregate());
        if (received.sequence() <= last) {
            parked.forget(received);
            return true;
        }
        if (received.sequence() > last + 1) {
            parked.park(received, parked.anyOf(received) ? "BEHIND" : "GAP");
            return false;
        }
        if (parked.isDead(received)) {
            return false;
        }
        caller.actFor("event " + received.type() + " " + received.id());
        caller.inTheNameOf(json.by(received.payload()));
        var event = json.read(reader.language(), received.type(), received.aggregate(), received.payload());
        clock.set(event.at());
        reader.read(event);
        parked.advance(received);
        parked.forget(received);
        return true;
    }

    private void sendUnreadable(ConsumerRecord<String, byte[]> message, String error) {
        var payload =
                message.value() == null ? "" : new String(message.value(), java.nio.charset.StandardCharsets.UTF_8);
        var _ = kafka.send(
                service + "-dead-letters",
                String.valueOf(message.key()),
                payload,
                Map.of("x-original-topic", message.topic(), "x-error", error));
        meters.counter("anchang_inbox_unreadable", "topic", message.topic()).increment();
    }

    private static void untilDatabaseAnswers(Runnable work) {
        for (long pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!DatabaseTrouble.isOutOfReach(e)) {
                    throw e;
                }
                LOG.debugf("The database does not answer; the event waits: %s", e.getMessage());
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }
}

package org.anchang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.anchang.events.Event;
import org.anchang.kit.inbox.Positions.Position;
import org.jboss.logging.Logger;

/// An event in a transaction of its own: where it failed among others, where one before it is missing, or where some
/// wait behind it. It is read, or parked with its aggregate.
@ApplicationScoped
class ReadingAlone {
    private static final Logger LOG = Logger.getLogger(ReadingAlone.class);

    @Inject
    ReadingTime time;

    @Inject
    Positions positions;

    @Inject
    ParkedEvents parked;

    @Inject
    Effect effect;

    @Inject
    DeadLetters deadLetters;

    @Inject
    MeterRegistry meters;

    <E extends Event> void read(Received event, Reader<E> reader) {
        if (tried(event, reader)) {
            goOn(event.topic(), event.aggregate(), reader);
        }
    }

    /// Tries what waits of the aggregate, in order.
    <E extends Event> void goOn(String topic, UUID aggregate, Reader<E> reader) {
        var isBehindUs = true;
        while (isBehindUs) {
            var next = QuarkusTransaction.requiringNew().call(() -> parked.next(topic, aggregate));
            isBehindUs = next.isPresent() && tried(next.get(), reader);
        }
    }

    /// @return whether the event is behind us, so that a later one may follow
    private <E extends Event> boolean tried(Received event, Reader<E> reader) {
        try {
            effect.onBehalfOf(event);
            return QuarkusTransaction.requiringNew().call(() -> isRead(event, reader));
        } catch (RuntimeException e) {
            if (time.excuses(e)) {
                throw e;
            }
            if (!(e instanceof NotYet)) {
                LOG.warnf("%s %s of %s failed: %s", event.type(), event.id(), event.aggregate(), DeadLetters.kindOf(e));
                meters.counter("anchang_inbox_failures", "topic", event.topic(), "type", event.type())
                        .increment();
            }
            if (failed(event, e)) {
                LOG.errorf("%s %s of %s is a dead letter", event.type(), event.id(), event.aggregate());
            }
            return false;
        }
    }

    private <E extends Event> boolean isRead(Received event, Reader<E> reader) {
        var position = positions.lock(event);
        if (event.sequence() <= position.last()) {
            return isBehindUs(event, position, reader);
        }
        if (event.sequence() > position.last() + 1) {
            parked.park(event, position.parked() ? "BEHIND" : "GAP");
            return false;
        }
        if (parked.isForked(event)) {
            parked.park(event, "BEHIND");
            return false;
        }
        if (parked.isDead(event)) {
            return false;
        }
        effect.happen(event, reader);
        positions.advance(event);
        parked.forget(event);
        return true;
    }

    /// Of what comes again nothing is left to do; a fork is read where a person has said so.
    private <E extends Event> boolean isBehindUs(Received event, Position position, Reader<E> reader) {
        if (position.isForkedBy(event)) {
            if (!parked.isForkToBeRead(event)) {
                LOG.errorf(
                        "%s %s of %s claims number %d, under which another event was read: a database was restored to an"
                                + " earlier time",
                        event.type(), event.id(), event.aggregate(), event.sequence());
                parked.fork(event);
                return false;
            }
            effect.happen(event, reader);
        }
        parked.forget(event);
        return true;
    }

    /// Counts the attempt. An event counts as dead only once the dead-letter topic has it: if Kafka does not take
    /// it, nothing is counted and the event is tried again.
    private boolean failed(Received event, RuntimeException failure) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                // The failed attempt took the position of a first event back with it; without one it would never
                // be due.
                positions.lock(event);
                var isDead = parked.failed(event, failure);
                if (isDead) {
                    deadLetters.send(event, failure).join();
                }
                return isDead;
            });
        } catch (CompletionException e) {
            LOG.warnf("The dead-letter topic does not take %s: %s", event.id(), DeadLetters.kindOf(e));
            QuarkusTransaction.requiringNew().run(() -> {
                positions.lock(event);
                parked.postpone(event);
            });
            return false;
        }
    }
}

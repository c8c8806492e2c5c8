package org.anchang.kit.inbox;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.anchang.events.Event;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.json.EventJson;
import org.jspecify.annotations.Nullable;

/// What an event does here, on behalf of the person behind it, at its time, and under the trace of its command.
@ApplicationScoped
class Effect {
    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @Inject
    EventJson json;

    @Inject
    AuditedTransaction transaction;

    @Inject
    EntityManager database;

    @Inject
    OpenTelemetry traces;

    /// From now on this thread works for the event.
    void onBehalfOf(Received event) {
        caller.actFor("event " + event.type() + " " + event.id());
        caller.inTheNameOf(json.by(event.payload()));
    }

    <E extends Event> void happen(Received received, Reader<E> reader) {
        onBehalfOf(received);
        transaction.goesOnForCaller();
        var event = json.read(reader.language(), received.type(), received.aggregate(), received.payload());
        clock.set(event.at());
        var span = span(received);
        try (var _ = span.makeCurrent()) {
            reader.read(event, received.id(), received.sequence());
            // Entities are written late, and what was read is kept: both would reach into the next event.
            database.flush();
            database.clear();
        } finally {
            span.end();
        }
    }

    private Span span(Received received) {
        return traces.getTracer("inbox")
                .spanBuilder(received.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), received, TRACEPARENT))
                .startSpan();
    }

    private static final TextMapGetter<Received> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Received event) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable Received event, String key) {
            return event != null && key.equals("traceparent") ? event.traceparent() : null;
        }
    };
}

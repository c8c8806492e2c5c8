package org.anchang.kit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.anchang.events.DealEvent;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Reads what the service itself tells, and remembers under which trace.
@ApplicationScoped
public class DealEchoes implements Reader<DealEvent> {
    public static final Map<UUID, SpanContext> READ_UNDER = new ConcurrentHashMap<>();

    @Inject
    Inbox inbox;

    @Incoming(DealEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(DealEvent event) {
        READ_UNDER.put(event.aggregate(), Span.current().getSpanContext());
    }
}

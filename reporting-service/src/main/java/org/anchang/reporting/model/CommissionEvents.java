package org.anchang.reporting.model;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CommissionEvent;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

@ApplicationScoped
class CommissionEvents implements Reader<CommissionEvent> {
    @Inject
    Inbox inbox;

    @Inject
    CommissionFacts facts;

    @Inject
    TakingIn takingIn;

    @Incoming(CommissionEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public Class<CommissionEvent> language() {
        return CommissionEvent.class;
    }

    @Override
    public void read(CommissionEvent event) {
        throw new UnsupportedOperationException("without its place an event is not taken in");
    }

    @Override
    public void read(CommissionEvent event, UUID id, long sequence) {
        takingIn.take(facts, event, sequence);
    }
}

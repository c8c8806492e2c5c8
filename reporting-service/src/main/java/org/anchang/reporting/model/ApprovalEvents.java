package org.anchang.reporting.model;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.events.ApprovalEvent;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

@ApplicationScoped
class ApprovalEvents implements Reader<ApprovalEvent> {
    @Inject
    Inbox inbox;

    @Inject
    ApprovalFacts facts;

    @Inject
    TakingIn takingIn;

    @Incoming(ApprovalEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public Class<ApprovalEvent> language() {
        return ApprovalEvent.class;
    }

    @Override
    public void read(ApprovalEvent event) {
        throw new UnsupportedOperationException("without its place an event is not taken in");
    }

    @Override
    public void read(ApprovalEvent event, UUID id, long sequence) {
        takingIn.take(facts, event, sequence);
    }
}

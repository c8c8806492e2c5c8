package org.anchang.customer.timeline;

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

/// CUS-9: how the signatures on the forms of a customer's deals ended.
@ApplicationScoped
class ApprovalEvents implements Reader<ApprovalEvent> {
    @Inject
    Inbox inbox;

    @Inject
    ToldEntries told;

    @Incoming(ApprovalEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(ApprovalEvent event, UUID id) {
        told.tell(id, event);
    }

    /// It is kept under its own id alone.
    @Override
    public void read(ApprovalEvent event) {
        throw new UnsupportedOperationException("an entry has the id of its event");
    }
}

package org.anchang.customer.region;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.ProjectOpened;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// CUS-2: hears in which region a project was opened. What happens to units is not heard here: on an opening day that
/// is all the topic is about.
@ApplicationScoped
class InventoryEvents implements Reader<InventoryEvent> {
    @Inject
    Inbox inbox;

    @Inject
    Regions regions;

    @Incoming(InventoryEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public boolean reads(String type) {
        return type.equals(ProjectOpened.class.getSimpleName());
    }

    @Override
    public void read(InventoryEvent event) {
        if (event instanceof ProjectOpened opened) {
            regions.opened(opened);
        }
    }
}

package org.anchang.approval.run;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.PostsChanged;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// TRK-7: where people work. Of customers this service knows nothing.
@ApplicationScoped
class CustomerEvents implements Reader<CustomerEvent> {
    @Inject
    Inbox inbox;

    @Inject
    HandingOverTasks handingOver;

    @Incoming(CustomerEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    /// Nothing else is told in the stream of a person who works here.
    @Override
    public boolean reads(String type) {
        return type.equals(PostsChanged.class.getSimpleName());
    }

    @Override
    public void read(CustomerEvent event) {
        switch (event) {
            case PostsChanged changed -> handingOver.hear(changed);
            case CustomerEvent.OfCustomer _, CustomerEvent.Unknown _ -> {}
        }
    }
}

package org.anchang.inventory.neighbour.customer;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CustomerEvent;
import org.anchang.inventory.hold.Holds;
import org.anchang.inventory.hold.waiting.WaitingLine;
import org.anchang.inventory.opening.Tickets;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.people.People;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who owns whom (SEC-1): places in line go along with a customer who has another consultant. CUS-3: they,
/// live holds and the tickets of opening days that are on are those of the record that stands for the person,
/// as long as it does. A hold stays its consultant's for its few minutes.
@ApplicationScoped
class CustomerEvents implements Reader<CustomerEvent>, Consequences {
    @Inject
    Inbox inbox;

    @Inject
    People people;

    @Inject
    WaitingLine line;

    @Inject
    Holds holds;

    @Inject
    Tickets tickets;

    @Incoming(CustomerEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.Ownership ownership -> people.read(ownership, this);
            case CustomerEvent.Attribution _,
                    CustomerEvent.Care _,
                    CustomerEvent.PostsChanged _,
                    CustomerEvent.Unknown _ -> {}
        }
    }

    @Override
    public void given(Given given) {
        line.handOver(given);
    }

    @Override
    public void stand(List<Standing> standings) {
        line.become(standings);
        standings.forEach(standing -> {
            holds.become(standing);
            tickets.become(standing);
        });
    }
}

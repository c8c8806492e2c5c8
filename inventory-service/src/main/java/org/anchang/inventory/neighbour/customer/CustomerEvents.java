package org.anchang.inventory.neighbour.customer;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CustomerEvent;
import org.anchang.inventory.neighbour.customer.HandingOver.Successor;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.people.People;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who owns whom (SEC-1): places in line go along with a customer who has another consultant, and with a record that
/// went into another one of the same person (CUS-3).
@ApplicationScoped
class CustomerEvents implements Reader<CustomerEvent>, Consequences {
    @Inject
    Inbox inbox;

    @Inject
    People people;

    @Inject
    HandingOver handingOver;

    @Incoming(CustomerEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public Class<CustomerEvent> language() {
        return CustomerEvent.class;
    }

    @Override
    public void read(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.Ownership ownership -> people.read(ownership, this);
            case CustomerEvent.Attribution _,
                    CustomerEvent.CallLogged _,
                    CustomerEvent.FollowUpRecorded _,
                    CustomerEvent.CustomerArchivedAsBuyer _,
                    CustomerEvent.CustomerLeftBuyers _,
                    CustomerEvent.CustomerGivenUp _,
                    CustomerEvent.DossierFilled _,
                    CustomerEvent.Unknown _ -> {}
        }
    }

    @Override
    public void given(Given given) {
        handingOver.places(given.customer(), new Successor(given.from(), given.to()));
    }

    @Override
    public void merged(Merged merged) {
        handingOver.places(
                merged.record(), new Successor(merged.former(), merged.stays().owner()));
        handingOver.everything(merged.record(), merged.stays());
    }
}

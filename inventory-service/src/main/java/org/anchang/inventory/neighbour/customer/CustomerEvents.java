package org.anchang.inventory.neighbour.customer;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.inventory.neighbour.customer.HandingOver.Successor;
import org.anchang.inventory.neighbour.customer.KnownCustomers.Known;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who owns whom (SEC-1): places in line go along with a customer who has another consultant, and with a record that
/// went into another one of the same person (CUS-3).
@ApplicationScoped
class CustomerEvents implements Reader<CustomerEvent> {
    @Inject
    Inbox inbox;

    @Inject
    KnownCustomers customers;

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
            case CustomerRegistered registered ->
                customers.owned(new Known(registered.customer(), registered.project(), registered.owner()));
            case CustomerReassigned reassigned -> reassign(reassigned);
            case VisitReceived visit -> {
                // Who owns the customer may act as long as that is so, and not for good.
                if (!visit.receiver().equals(visit.owner())) {
                    customers.received(visit.customer(), visit.receiver());
                }
            }
            case CustomersMerged merged -> merge(merged);
            case CustomerEvent.CallLogged _,
                    CustomerEvent.FollowUpRecorded _,
                    CustomerEvent.CustomerArchivedAsBuyer _,
                    CustomerEvent.Unknown _ -> {}
        }
    }

    private void reassign(CustomerReassigned reassigned) {
        customers.given(new Known(reassigned.customer(), reassigned.project(), reassigned.to()), reassigned.from());
        handingOver.places(reassigned.customer(), new Successor(reassigned.from(), reassigned.to()));
    }

    private void merge(CustomersMerged merged) {
        var former = customers.owner(merged.merged());
        var stays = customers.merge(merged);
        handingOver.places(merged.merged(), new Successor(former, stays.owner()));
        handingOver.everything(merged.merged(), stays);
    }
}

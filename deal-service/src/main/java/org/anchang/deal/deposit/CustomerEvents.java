package org.anchang.deal.deposit;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.anchang.deal.Deals;
import org.anchang.deal.deposit.KnownCustomers.Known;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who owns whom (SEC-1): a customer's new consultant goes on with the customer's deals, and two records of one person
/// have their deals together (CUS-3).
@ApplicationScoped
public class CustomerEvents implements Reader<CustomerEvent> {
    @Inject
    Inbox inbox;

    @Inject
    KnownCustomers customers;

    @Inject
    Deals deals;

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
        deals.liveOfCustomer(reassigned.customer()).stream()
                .filter(deal -> deal.consultant().equals(reassigned.from()))
                .forEach(deal -> deal.handOver(reassigned.to()));
    }

    /// CUS-3: the merged record's deals are the customer's; its owner's live ones go to the customer's owner.
    private void merge(CustomersMerged merged) {
        var former = customers.owner(merged.merged());
        var stays = customers.merge(merged);
        deals.ofCustomer(merged.merged()).forEach(deal -> {
            deal.goOnUnder(stays.customer());
            if (deal.stage().isLive() && deal.consultant().equals(former)) {
                deal.handOver(stays.owner());
            }
        });
    }
}

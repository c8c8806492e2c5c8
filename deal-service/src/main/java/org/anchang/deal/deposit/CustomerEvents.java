package org.anchang.deal.deposit;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.anchang.deal.Deals;
import org.anchang.events.CustomerEvent;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.people.People;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who owns whom (SEC-1): a customer's new consultant goes on with the customer's deals, and two records of one person
/// have their deals together (CUS-3).
@ApplicationScoped
public class CustomerEvents implements Reader<CustomerEvent>, Consequences {
    @Inject
    Inbox inbox;

    @Inject
    People people;

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
        deals.liveOfCustomer(given.customer()).stream()
                .filter(deal -> deal.consultant().equals(given.from()))
                .forEach(deal -> deal.handOver(given.to()));
    }

    /// CUS-3: the merged record's deals are the customer's; its owner's live ones go to the customer's owner.
    @Override
    public void merged(Merged merged) {
        var stays = merged.stays();
        deals.ofCustomer(merged.record()).forEach(deal -> {
            deal.goOnUnder(stays.customer());
            if (deal.stage().isLive() && deal.consultant().equals(merged.former())) {
                deal.handOver(stays.owner());
            }
        });
    }

    /// CUS-3: a merge with deals is not undone; a deal of which customer-service had not heard when it was goes back.
    @Override
    public void unmerged(Unmerged unmerged) {
        var again = unmerged.again();
        deals.ofCustomer(unmerged.stood().customer()).stream()
                .filter(deal -> deal.wasOf(unmerged.records()))
                .forEach(deal -> {
                    deal.goBackTo(again.customer());
                    if (deal.stage().isLive()
                            && deal.consultant().equals(unmerged.stood().owner())) {
                        deal.handOver(again.owner());
                    }
                });
    }
}

package org.anchang.deal.neighbour;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.anchang.deal.Deal;
import org.anchang.deal.Deals;
import org.anchang.deal.deposit.BroughtCustomers;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.PostsChanged;
import org.anchang.kit.identity.HeldPosts;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.people.OwnedCustomer;
import org.anchang.kit.people.People;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who owns whom (SEC-1): a customer's new consultant goes on with the customer's deals, and two records of
/// one person have their deals together (CUS-3).
@ApplicationScoped
public class CustomerEvents implements Reader<CustomerEvent>, Consequences {
    /// TRK-5: the owner of a customer in the pool.
    private static final String NOBODY = "*";

    @Inject
    Inbox inbox;

    @Inject
    People people;

    @Inject
    Deals deals;

    @Inject
    BroughtCustomers brought;

    @Incoming(CustomerEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.Ownership ownership -> {
                people.read(ownership, this);
                brought.read(ownership);
            }
            case PostsChanged changed -> goOnWithout(changed);
            case CustomerEvent.Attribution _, CustomerEvent.Care _, CustomerEvent.Unknown _ -> {}
        }
    }

    /// TRK-7: nothing live stays with somebody who is gone. Their own customers are handed over before they go, and the
    /// deals with them, whichever is told first; what they had begun in another's place is the owner's, or the
    /// successor's where the customer is nobody's.
    private void goOnWithout(PostsChanged changed) {
        deals.liveOfConsultant(changed.person()).stream()
                .filter(deal -> !HeldPosts.include(changed.projects(), deal.project()))
                .forEach(deal -> heir(deal, changed).ifPresent(deal::handOver));
    }

    private Optional<String> heir(Deal deal, PostsChanged changed) {
        var owner = people.known(deal.customer()).map(OwnedCustomer::owner).orElse(changed.person());
        return owner.equals(NOBODY)
                ? Optional.ofNullable(changed.successor())
                        .filter(one -> HeldPosts.include(one.projects(), deal.project()))
                        .map(PostsChanged.Successor::person)
                : Optional.of(owner).filter(one -> !one.equals(changed.person()));
    }

    @Override
    public void given(Given given) {
        deals.liveOfCustomer(given.customer()).stream()
                .filter(deal -> deal.consultant().equals(given.from()))
                .forEach(deal -> deal.handOver(given.to()));
    }

    /// CUS-3: the deals of a record are those of the one that stands for it; the live ones of its owner go to
    /// the owner.
    @Override
    public void stand(List<Standing> standings) {
        standings.forEach(standing -> deals.ofRecord(standing.record()).forEach(deal -> {
            deal.goOnUnder(standing.now().customer());
            if (deal.stage().isLive()
                    && deal.consultant().equals(standing.before().owner())) {
                deal.handOver(standing.now().owner());
            }
        }));
    }
}

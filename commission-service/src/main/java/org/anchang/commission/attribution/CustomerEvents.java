package org.anchang.commission.attribution;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerArchivedAsBuyer;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.NotYet;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// COM-1, COM-2: keeps who was first and who received in their place.
@ApplicationScoped
class CustomerEvents implements Reader<CustomerEvent> {
    @Inject
    Inbox inbox;

    @Inject
    EntityManager database;

    @Inject
    Commissions commissions;

    @Inject
    Event<FactsChanged> changed;

    @Incoming(CustomerEvent.TOPIC)
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.once(message, this);
    }

    @Override
    public Class<CustomerEvent> language() {
        return CustomerEvent.class;
    }

    @Override
    public void read(CustomerEvent event) {
        switch (event) {
            case CustomerRegistered registered -> database.persist(FirstConsultant.of(registered));
            case VisitReceived visit -> received(visit);
            case CustomersMerged merged -> merge(merged);
            // COM-1: the first consultant stays the first.
            case CustomerReassigned _ -> {}
            case CustomerEvent.CallLogged _,
                    CustomerEvent.FollowUpRecorded _,
                    CustomerArchivedAsBuyer _,
                    CustomerEvent.Unknown _ -> {}
        }
    }

    private void received(VisitReceived visit) {
        switch (visit.reason()) {
            case OWNER_ON_ERRAND, OWNER_ON_BUSINESS_TRIP, OWNER_ON_LEAVE -> {
                database.persist(Substitution.of(visit));
                // The deal may have been read before this visit, though it came later.
                changed.fire(new FactsChanged(commissions.idsOfCustomer(visit.customer()), "VISIT_RECEIVED"));
            }
            case OWN_CUSTOMER, NEW_VISITOR -> {}
        }
    }

    private void merge(CustomersMerged event) {
        known(event.customer()).mergeWith(known(event.merged()));
    }

    /// The two records are on different partitions; the one not read yet will come, and the inbox tries again.
    private FirstConsultant known(UUID customer) {
        var first = database.find(FirstConsultant.class, customer);
        if (first == null) {
            throw new NotYet("customer " + customer + " is not known yet");
        }
        return first;
    }
}

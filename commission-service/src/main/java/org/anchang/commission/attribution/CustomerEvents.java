package org.anchang.commission.attribution;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerArchivedAsBuyer;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.NotYet;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.people.People;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// COM-1, COM-2: keeps who was first and who received in their place.
@ApplicationScoped
class CustomerEvents implements Reader<CustomerEvent>, Consequences {
    @Inject
    Inbox inbox;

    @Inject
    EntityManager database;

    @Inject
    People people;

    @Inject
    Attribution attribution;

    @Inject
    Commissions commissions;

    @Inject
    SettlingOwnership settling;

    @Inject
    Event<FactsChanged> changed;

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
            case CustomerEvent.Ownership ownership -> {
                people.read(ownership, this);
                first(ownership);
            }
            case CustomerEvent.Attribution attribution -> settling.read(attribution);
            case CustomerEvent.CallLogged _,
                    CustomerEvent.FollowUpRecorded _,
                    CustomerArchivedAsBuyer _,
                    CustomerEvent.CustomerLeftBuyers _,
                    CustomerEvent.CustomerGivenUp _,
                    CustomerEvent.DossierFilled _,
                    CustomerEvent.Unknown _ -> {}
        }
    }

    private void first(CustomerEvent.Ownership event) {
        switch (event) {
            case CustomerRegistered registered -> database.persist(FirstConsultant.of(registered));
            case VisitReceived visit -> received(visit);
            case CustomersUnmerged unmerged -> unmerged(unmerged);
            case CustomerCorrected _, CustomerReassigned _, CustomersMerged _ -> {}
        }
    }

    /// COM-1: the first consultant stays the first.
    @Override
    public void given(Given given) {}

    private void received(VisitReceived visit) {
        switch (visit.reason()) {
            case OWNER_ON_ERRAND, OWNER_ON_BUSINESS_TRIP, OWNER_ON_LEAVE -> {
                var customer = known(visit.customer()).customer();
                database.persist(Substitution.of(visit, customer));
                // The deal may have been read before this visit, though it came later.
                changed.fire(new FactsChanged(commissions.idsOfCustomer(customer), "VISIT_RECEIVED"));
            }
            case OWN_CUSTOMER, NEW_VISITOR -> {}
        }
    }

    /// CUS-3, COM-1: one person, who was first with whoever knew them first. What the merged record has is the
    /// customer's: those who received in the owner's place, and the commissions, which are worked out again.
    @Override
    public void merged(Merged merged) {
        var stays = known(merged.record());
        stays.mergeWith(database.find(FirstConsultant.class, merged.record()));
        database.createQuery("update Substitution set customer = :stays where customer = :goes")
                .setParameter("stays", stays.customer())
                .setParameter("goes", merged.record())
                .executeUpdate();
        commissions.ofCustomer(merged.record()).forEach(commission -> commission.goesTo(stays.customer()));
        settling.merged(merged.record(), stays.customer());
        commissions.ofCustomer(stays.customer()).forEach(commission -> commission.belongsTo(stays.consultant()));
        changed.fire(new FactsChanged(commissions.idsOfCustomer(stays.customer()), "CUSTOMERS_MERGED"));
    }

    /// CUS-3, COM-1, COM-2: two people after all: each was first with whoever knew them first, and those who
    /// received in the owner's place did so for one of them. Neither had a deal; one that was begun since may
    /// have been read before.
    private void unmerged(CustomersUnmerged unmerged) {
        var stays = known(unmerged.customer());
        stays.isAgain(unmerged.firstConsultant(), unmerged.knownSince());
        if (!unmerged.visits().isEmpty()) {
            database.createQuery("update Substitution set customer = :unmerged where visit in :visits")
                    .setParameter("unmerged", unmerged.unmerged())
                    .setParameter("visits", unmerged.visits())
                    .executeUpdate();
        }
        commissions.ofCustomer(stays.customer()).forEach(commission -> commission.belongsTo(stays.consultant()));
        changed.fire(new FactsChanged(commissions.idsOfCustomer(stays.customer()), "CUSTOMERS_UNMERGED"));
    }

    /// The record that stands for a customer. Records are on different partitions; one not read yet will come, and the
    /// inbox tries again.
    private FirstConsultant known(UUID customer) {
        return attribution
                .standing(customer)
                .orElseThrow(() -> new NotYet("customer " + customer + " is not known yet"));
    }
}

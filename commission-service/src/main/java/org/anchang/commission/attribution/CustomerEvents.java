package org.anchang.commission.attribution;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.anchang.commission.Commissions;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.people.OwnedCustomer;
import org.anchang.kit.people.People;
import org.anchang.kit.sql.Database;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// COM-1, COM-2: keeps who was first and who received in their place.
@ApplicationScoped
class CustomerEvents implements Reader<CustomerEvent>, Consequences {
    private static final String REGISTERED = """
            INSERT INTO first_consultant (customer, project, consultant, registered_at)
            VALUES (:customer, :project, :consultant, :registeredAt)""";
    private static final String RECEIVED = """
            INSERT INTO substitution (visit, customer, substitute, reason, received_at)
            VALUES (:visit, :customer, :substitute, :reason, :receivedAt)""";

    @Inject
    Inbox inbox;

    @Inject
    Database database;

    @Inject
    People people;

    @Inject
    Commissions commissions;

    @Inject
    SettlingOwnership settling;

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
                first(ownership);
            }
            case CustomerEvent.Attribution attribution -> settling.read(attribution);
            case CustomerEvent.Care _, CustomerEvent.PostsChanged _, CustomerEvent.Unknown _ -> {}
        }
    }

    private void first(CustomerEvent.Ownership event) {
        switch (event) {
            case CustomerRegistered registered ->
                database.sql(REGISTERED).with(FirstConsultant.of(registered)).write();
            case VisitReceived visit -> received(visit);
            case CustomerCorrected _, CustomerReassigned _, CustomersMerged _, CustomersUnmerged _ -> {}
        }
    }

    /// COM-1: the first consultant stays the first.
    @Override
    public void given(Given given) {}

    private void received(VisitReceived visit) {
        switch (visit.reason()) {
            case OWNER_ON_ERRAND, OWNER_ON_BUSINESS_TRIP, OWNER_ON_LEAVE -> {
                database.sql(RECEIVED).with(Substitution.of(visit)).write();
                // The deal may have been read before this visit, though it came later.
                settling.settle(people.standing(visit.customer()), "VISIT_RECEIVED");
            }
            case OWN_CUSTOMER, NEW_VISITOR -> {}
        }
    }

    /// CUS-3, COM-1, COM-2: of one person the record says who was first with which the office came to know them, and
    /// whoever received one of the records in the owner's place did so for the person. That is asked of the
    /// records that are one, so it is again as it was where they turn out not to be; the commissions are
    /// worked out again.
    @Override
    public void stand(List<Standing> standings) {
        var isUndone = standings.stream().anyMatch(one -> one.now().customer().equals(one.record()));
        standings.forEach(one -> commissions
                .ofRecord(one.record())
                .forEach(commission -> commission.goOnUnder(one.now().customer())));
        standings.stream()
                .flatMap(one -> Stream.of(one.before(), one.now()))
                .map(OwnedCustomer::customer)
                .distinct()
                .forEach(customer -> settling.settle(customer, isUndone ? "CUSTOMERS_UNMERGED" : "CUSTOMERS_MERGED"));
    }
}

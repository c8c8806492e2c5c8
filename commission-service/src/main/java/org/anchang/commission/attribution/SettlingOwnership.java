package org.anchang.commission.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.commission.Commissions;
import org.anchang.commission.FactsChanged;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.OwnershipDecided;
import org.anchang.events.CustomerEvent.OwnershipDisputed;
import org.anchang.kit.inbox.NotYet;
import org.anchang.kit.people.People;
import org.anchang.kit.sql.Database;

/// REC-6, REC-4, COM-5: while it is not settled whose the customer is, what rests on them is frozen; what
/// is decided
/// goes before who was first. The two may be read in any order, where the customer's record went into
/// another between
/// them.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SettlingOwnership {
    private static final String DISPUTED = """
            INSERT INTO ownership_dispute (dispute, customer) VALUES (:dispute, :customer) ON CONFLICT DO NOTHING""";
    private static final String DECIDED = """
            INSERT INTO ownership_dispute (dispute, customer, decided_at) VALUES (:dispute, :customer, :at)
            ON CONFLICT (dispute) DO UPDATE SET decided_at = excluded.decided_at""";
    private static final String MERGED = "UPDATE ownership_dispute SET customer = :stays WHERE customer = :goes";

    @Inject
    Database statements;

    @Inject
    EntityManager database;

    @Inject
    People people;

    @Inject
    Attribution attribution;

    @Inject
    Commissions commissions;

    @Inject
    Event<FactsChanged> changed;

    void read(CustomerEvent.Attribution event) {
        var customer = people.standing(event.customer());
        switch (event) {
            case OwnershipDisputed disputed ->
                statements
                        .sql(DISPUTED)
                        .with("dispute", disputed.dispute())
                        .with("customer", customer)
                        .write();
            case OwnershipDecided decided -> decide(decided, customer);
        }
        contest(customer);
        if (event instanceof OwnershipDecided) {
            changed.fire(new FactsChanged(commissions.idsOfCustomer(customer), "OWNERSHIP_DECIDED"));
        }
    }

    /// CUS-3: a dispute about a record is one about the customer for whom another stands now.
    void merged(UUID goes, UUID stays) {
        statements.sql(MERGED).with("goes", goes).with("stays", stays).write();
        contest(stays);
    }

    private void decide(OwnershipDecided decided, UUID customer) {
        if (decided.dispute() != null) {
            statements
                    .sql(DECIDED)
                    .with("dispute", decided.dispute())
                    .with("customer", customer)
                    .with("at", decided.at())
                    .write();
        }
        var own = first(decided.customer());
        own.decide(decided.firstConsultant());
        var stands = first(customer);
        if (stands.beganWith(own)) {
            stands.decide(decided.firstConsultant());
            commissions.ofCustomer(customer).forEach(commission -> commission.belongsTo(decided.firstConsultant()));
        }
    }

    private FirstConsultant first(UUID record) {
        var first = database.find(FirstConsultant.class, record);
        if (first == null) {
            throw new NotYet("customer " + record + " is not known yet");
        }
        return first;
    }

    private void contest(UUID customer) {
        var isContested = attribution.isContested(customer);
        commissions.ofCustomer(customer).forEach(commission -> commission.contest(isContested));
    }
}

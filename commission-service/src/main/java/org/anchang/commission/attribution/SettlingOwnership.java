package org.anchang.commission.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
import org.jspecify.annotations.Nullable;

/// REC-6, REC-4, COM-5: while it is not settled whose the customer is, what rests on them is frozen; what is decided
/// goes before who was first. The two may be read in any order, where the customer's record went into another between
/// them.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SettlingOwnership {
    private static final String DISPUTED = """
            INSERT INTO ownership_dispute (dispute, customer) VALUES (:dispute, :customer) ON CONFLICT DO NOTHING""";
    private static final String DECIDED = """
            INSERT INTO ownership_dispute (dispute, customer, decided_at) VALUES (:dispute, :customer, :at)
            ON CONFLICT (dispute) DO UPDATE SET decided_at = excluded.decided_at""";

    private static final String IS_KNOWN = "SELECT EXISTS (SELECT 1 FROM first_consultant WHERE customer = :customer)";
    private static final String IS_FIRST = """
            UPDATE first_consultant SET consultant = :consultant WHERE customer = :customer AND consultant <> :consultant""";

    @Inject
    Database database;

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
                database.sql(DISPUTED)
                        .with("dispute", disputed.dispute())
                        .with("customer", event.customer())
                        .write();
            case OwnershipDecided decided -> decide(decided);
        }
        settle(customer, event instanceof OwnershipDecided ? "OWNERSHIP_DECIDED" : null);
    }

    /// COM-1, COM-5: what the commissions on a customer rest on is another.
    ///
    /// @param reason why they are worked out again; null: they are not
    void settle(UUID customer, @Nullable String reason) {
        var isContested = attribution.isContested(customer);
        var first = attribution.firstOf(customer);
        commissions.ofCustomer(customer).forEach(commission -> {
            commission.contest(isContested);
            first.ifPresent(its -> commission.belongsTo(its.consultant()));
        });
        if (reason != null) {
            changed.fire(new FactsChanged(commissions.idsOfCustomer(customer), reason));
        }
    }

    /// Where it is the record of a person who was known under another one before, it counts there, where it
    /// is asked for.
    private void decide(OwnershipDecided decided) {
        if (decided.dispute() != null) {
            database.sql(DECIDED)
                    .with("dispute", decided.dispute())
                    .with("customer", decided.customer())
                    .with("at", decided.at())
                    .write();
        }
        if (!database.sql(IS_KNOWN).with("customer", decided.customer()).one(Boolean.class)) {
            throw new NotYet("customer " + decided.customer() + " is not known yet");
        }
        first(decided.customer(), decided.firstConsultant());
        if (people.standing(decided.customer()).equals(decided.customer())) {
            attribution
                    .earliest(decided.customer())
                    .ifPresent(first -> first(first.customer(), decided.firstConsultant()));
        }
    }

    private void first(UUID customer, String consultant) {
        database.sql(IS_FIRST)
                .with("customer", customer)
                .with("consultant", consultant)
                .write();
    }
}

package org.anchang.customer.dispute;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.dispute.OwnershipCaseResource.DecideCase;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.customer.roster.Roster;
import org.anchang.events.CustomerEvent.OwnershipDecided;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// REC-6: the parties are heard, and somebody decides who is none of them: the ownership moves with the
/// decision, in one
/// transaction, and the commission by its event (COM-1, COM-5).
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SettlingCases {
    private static final String CUSTOMER = "SELECT customer FROM ownership_case WHERE id = :id";

    @Inject
    OwnershipCases cases;

    @Inject
    Statements statements;

    @Inject
    Deciders deciders;

    @Inject
    Customers customers;

    @Inject
    Roster roster;

    @Inject
    MovingCustomers moving;

    @Inject
    Event<OwnershipSettled> settled;

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    OwnershipCase state(UUID id, String said) {
        var filed = cases.get(caller.scope(), id);
        cases.hold(filed);
        filed.mustHear(caller.name());
        statements.add(id, caller.name(), Names.trimmed(said), clock.instant());
        return filed;
    }

    OwnershipCase remind(UUID id) {
        var filed = cases.get(caller.scope(), id);
        cases.hold(filed);
        filed.remind(caller.name(), clock.instant());
        return filed;
    }

    /// Of two who decide at once the second one hears who was first.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWNERSHIP_CASE_IS_DECIDED, PARTIES_DO_NOT_DECIDE,
    ///     SUPERVISOR_DECIDES, NOT_A_CONSULTANT
    OwnershipCase decide(UUID id, DecideCase answer) {
        var filed = cases.get(caller.scope(), id);
        // The customer first, as a merge does.
        var customer = customers.toChange(
                filed.project(), database.sql(CUSTOMER).with("id", id).one(UUID.class));
        cases.hold(filed);
        var now = clock.instant();
        var owner = Names.plain(answer.owner());
        var first =
                answer.firstConsultant() == null ? customer.firstConsultant() : Names.plain(answer.firstConsultant());
        deciders.mustDecide(filed);
        refuseUnless(!customer.belongsTo(caller.name()), CustomerRefusal.PARTIES_DO_NOT_DECIDE);
        filed.decide(
                new OwnershipCase.Decided(owner, first, Names.trimmed(answer.reason())), caller.name(), now, sealing);
        if (!filed.isParty(first)) {
            roster.mustBeConsultant(new Roster.Worker(filed.project(), first));
        }
        if (!customer.belongsTo(owner)) {
            roster.mustBeConsultant(new Roster.Worker(filed.project(), owner));
            var how = new Customer.Decision(owner, caller.name(), now);
            moving.move(List.of(customer), _ -> how, Names.trimmed(answer.reason()));
        }
        customers.firstWas(customer, first);
        outbox.append(new OwnershipDecided(
                customer.id(), filed.project(), now, id, filed.kind().name(), owner, first, caller.name()));
        cases.flush();
        settled.fire(
                new OwnershipSettled(customer.id(), filed.kind() == CaseKind.HOUSEHOLD, owner, caller.name(), now));
        return filed;
    }
}

package org.anchang.customer.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.dispute.FilingCases;
import org.anchang.customer.dispute.OwnershipSettled;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.customer.roster.Roster;
import org.anchang.events.CustomerEvent.OwnershipDecided;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.setting.Settings;

/// REC-4, REC-9: a member of a household signs, and all of it goes to whom the project's rule says: who
/// closes, the first
/// consultant, or as is decided; the commission goes with it.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ClosingForFamilies {
    /// A contract was signed.
    ///
    /// @param customer by any id they ever had
    /// @param closer   whose deal it is
    public record Closed(UUID customer, String project, String closer, Instant at) {}

    /// What the event tells of the reason.
    private static final String HOUSEHOLD = "HOUSEHOLD";

    @Inject
    Households households;

    @Inject
    Customers customers;

    @Inject
    MovingCustomers moving;

    @Inject
    FilingCases filing;

    @Inject
    Roster roster;

    @Inject
    Settings settings;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    /// To be asked before the customer was read in the transaction.
    public void closed(Closed deal) {
        var ids = households.customersWith(deal.customer());
        if (ids.size() < 2) {
            return;
        }
        var members = customers.toChange(ids);
        var signs = customers.named(deal.customer());
        var rule = HouseholdOwner.valueOf(settings.text(deal.project(), CustomerSetting.HOUSEHOLD_OWNER));
        switch (HouseholdRule.outcome(
                rule, members.stream().map(ClosingForFamilies::member).toList(), deal.closer())) {
            case HouseholdRule.Agreed _ -> {}
            case HouseholdRule.Belongs belongs -> belongs(members, signs, belongs.consultant(), deal.at());
            case HouseholdRule.Undecided _ ->
                filing.file(
                        signs,
                        members.stream()
                                .flatMap(member -> Stream.of(member.owner(), member.firstConsultant()))
                                .filter(person -> !person.equals(Customer.POOL))
                                .distinct()
                                .toList());
        }
    }

    /// A supervisor has decided: what is true of the one who signed is true of all.
    void settled(@Observes OwnershipSettled settled) {
        var ids = households.customersWith(settled.customer());
        if (settled.isOfHousehold() && !ids.isEmpty()) {
            move(
                    customers.toChange(ids),
                    new Customer.Decision(settled.owner(), settled.by(), settled.at(), HOUSEHOLD));
        }
    }

    private void belongs(List<Customer> members, Customer signs, String consultant, Instant at) {
        // Who has left owns nobody any more, and has earned what they have earned.
        if (roster.isConsultant(new Roster.Worker(signs.project(), consultant))) {
            move(members, new Customer.Decision(consultant, caller.actor(), at, HOUSEHOLD));
        }
        if (!signs.firstConsultant().equals(consultant)) {
            customers.firstWas(signs, consultant);
            outbox.append(new OwnershipDecided(
                    signs.id(),
                    signs.project(),
                    at,
                    null,
                    "HOUSEHOLD_RULE",
                    signs.owner(),
                    consultant,
                    caller.actor()));
        }
    }

    private void move(List<Customer> members, Customer.Decision decision) {
        var moved = members.stream()
                .filter(member -> !member.belongsTo(decision.to()))
                .toList();
        moving.move(moved, _ -> decision, null);
    }

    private static HouseholdRule.Member member(Customer customer) {
        return new HouseholdRule.Member(
                customer.id(), customer.owner(), customer.firstConsultant(), customer.registeredAt());
    }
}

package org.anchang.customer.merging;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.dispute.FilingCases;
import org.anchang.customer.finding.NameTokens;
import org.anchang.customer.household.LinkingFamilies;
import org.anchang.customer.ownership.OwnerChanges;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.roster.Roster;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;

/// CUS-3: undoes a merge exactly, or says why it cannot (decision 43). What was recorded of either since then
/// stays with the record under which it was recorded.
@ApplicationScoped
class UnmergingCustomers {
    private static final String SUBSTITUTED =
            "SELECT visit FROM received_visit WHERE customer = ANY (:records) AND receiver <> owner ORDER BY visit";

    @Inject
    Merges merges;

    @Inject
    StandingMerges standing;

    @Inject
    KnownOfCustomers known;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    NameTokens names;

    @Inject
    OwnerChanges ownerChanges;

    @Inject
    LinkingFamilies families;

    @Inject
    FilingCases cases;

    @Inject
    Roster roster;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @return the record that has stood for both
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, MERGE_IS_UNDONE, MERGE_IS_TOO_OLD, MERGED_FURTHER,
    ///     MERGED_CUSTOMERS_HAVE_A_DEAL, CHANGED_SINCE_THE_MERGE, MERGED_CUSTOMER_IS_OF_A_FAMILY,
    ///     OWNERSHIP_CASE_IS_OPEN
    @Transactional(Transactional.TxType.MANDATORY)
    Customer unmerge(UUID id, UUID mergeId, String reason) {
        var stays = customers.get(caller.scope(), id);
        var merge = merges.find(mergeId)
                .filter(one -> customers.records(stays).contains(one.customer()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var goes = customers.findById(merge.merged());
        merges.lock(stays, goes);
        var undone = standing.toUndo(merge.id());
        mustBeInTime(merge);
        refuseIf(!merge.customer().equals(stays.id()) || standing.hasLater(merge), CustomerRefusal.MERGED_FURTHER);
        refuseIf(standing.haveDeals(customers.records(stays)), CustomerRefusal.MERGED_CUSTOMERS_HAVE_A_DEAL);
        families.mustBeOfNone(stays.id());
        cases.mustHaveNoneOpen(stays.id());
        var changes = standing.changes(merge.id());
        mustBeUnchanged(stays, changes);

        var records = standing.records(merge.id());
        var from = goes.owner();
        goes.standAgain(isThere(undone.formerOwner(), stays.project()) ? undone.formerOwner() : from);
        var before = known.of(stays);
        known.putBack(stays, before.without(changes));
        var under = records.stream().filter(record -> !record.equals(goes.id())).toList();
        customers.standUnder(goes, under);
        ownerChanges.keep(goes, from, "UNMERGED", reason, caller.name());
        phones.goBack(goes.id(), records);
        names.goBack(goes, records);
        standing.undo(merge, reason, caller.name(), clock.instant());
        var first = customers.firstOf(stays, stays);
        outbox.append(new CustomersUnmerged(
                stays.id(),
                stays.project(),
                clock.instant(),
                goes.id(),
                under,
                goes.owner(),
                stays.firstConsultant(),
                first.registeredAt(),
                database.sql(SUBSTITUTED).with("records", records).rows(UUID.class)));
        if (!before.name().equals(known.of(stays).name())) {
            names.called(stays);
            outbox.append(stays.called(sealing, clock.instant()));
        }
        return stays;
    }

    private void mustBeInTime(Merge merge) {
        var last = OfficeClock.dateOf(merge.mergedAt())
                .plusDays(settings.integer(merge.project(), CustomerSetting.UNMERGE_DAYS));
        if (clock.today().isAfter(last)) {
            throw refuse(CustomerRefusal.MERGE_IS_TOO_OLD).with("until", last);
        }
    }

    private void mustBeUnchanged(Customer stays, List<Known.MergedChange> changes) {
        var now = known.of(stays);
        changes.stream().filter(change -> !now.isStill(change)).findFirst().ifPresent(change -> {
            throw refuse(CustomerRefusal.CHANGED_SINCE_THE_MERGE).with("field", change.field());
        });
    }

    /// TRK-7: nobody is the customer of one who is gone: then of whoever has them now.
    private boolean isThere(String owner, String project) {
        return owner.equals(Customer.POOL) || roster.isConsultant(new Roster.Worker(project, owner));
    }
}

package org.anchang.customer.merging;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.MergedField;
import org.anchang.customer.Numbers;
import org.anchang.customer.Recorded;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.Texts;
import org.anchang.customer.dispute.FilingCases;
import org.anchang.customer.finding.NameTokens;
import org.anchang.customer.household.LinkingFamilies;
import org.anchang.customer.merging.MergeResource.Choice;
import org.anchang.customer.merging.MergeResource.MergeCustomers;
import org.anchang.customer.merging.MergeResource.MergePreview;
import org.anchang.customer.merging.MergeResource.Moving;
import org.anchang.customer.ownership.OwnerChanges;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.referral.Introductions;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-3: makes one record of two. The one that goes keeps its row, its numbers and what was recorded under it; all
/// that finds a customer finds the one that stays.
@ApplicationScoped
class MergingCustomers {
    @Inject
    Merges merges;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    StandingMerges standing;

    @Inject
    KnownOfCustomers known;

    @Inject
    Instance<Recorded> features;

    @Inject
    Texts texts;

    @Inject
    NameTokens names;

    @Inject
    Numbers numbers;

    @Inject
    OwnerChanges ownerChanges;

    @Inject
    Introductions introductions;

    @Inject
    LinkingFamilies families;

    @Inject
    FilingCases cases;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Transactional(Transactional.TxType.MANDATORY)
    Customer merge(UUID id, MergeCustomers request) {
        var stays = customers.get(caller.scope(), id);
        var goes = customers.get(caller.scope(), request.merged());
        merges.lock(stays, goes);
        var bought = goes.boughtAt();
        var from = goes.owner();
        var records = customers.records(goes);
        var before = known.of(stays);
        var introducer = stays.introducedBy();
        var fields = request.fromMerged() == null ? Set.<MergedField>of() : request.fromMerged();
        var merged = stays.merge(goes, customers.firstOf(stays, goes), clock.instant());
        keepOutOfCircles(stays, goes, introducer);
        var merge = Merge.of(merged, request.reason(), caller.name(), sealing);
        merges.keep(merge);
        stays.takeOverNote(goes, sealing);
        ownerChanges.keep(goes, from, "MERGED", request.reason(), caller.name());
        phones.goOver(merged);
        names.goOver(merged);
        stays.takeOver(goes, fields, sealing);
        customers.standsFor(stays, goes);
        var first = stays.firstIsOwner(caller.name(), merged.at());
        families.merged(goes.id(), stays.id());
        cases.merged(goes.id(), stays.id());
        standing.keep(merge, from, records, before.changesTo(known.of(stays)));
        outbox.append(merged);
        first.ifPresent(its -> {
            customers.firstWas(stays, its.firstConsultant());
            outbox.append(its);
        });
        if (fields.contains(MergedField.NAME)) {
            names.called(stays);
            outbox.append(stays.called(sealing, merged.at()));
        }
        if (bought != null) {
            stays.archiveAsBuyer(bought).ifPresent(archived -> {
                numbers.keepOnce(stays, archived.at());
                outbox.append(archived);
            });
        }
        return stays;
    }

    /// CUS-3: what would go along, and nothing is changed.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CUSTOMERS_ARE_THE_SAME, CUSTOMERS_OF_TWO_PROJECTS
    MergePreview preview(UUID id, UUID merged) {
        var stays = customers.get(caller.scope(), id);
        var goes = customers.get(caller.scope(), merged);
        refuseIf(goes.id().equals(stays.id()), CustomerRefusal.CUSTOMERS_ARE_THE_SAME);
        refuseUnless(goes.project().equals(stays.project()), CustomerRefusal.CUSTOMERS_OF_TWO_PROJECTS);
        var records = customers.records(goes);
        return new MergePreview(
                features.stream()
                        .map(Recorded::held)
                        .map(held -> new Moving(held.what(), count(held, records)))
                        .filter(moving -> moving.count() > 0)
                        .sorted(Comparator.comparing(Moving::what))
                        .toList(),
                Stream.of(MergedField.values())
                        .map(field -> new Choice(field, value(stays, field), value(goes, field)))
                        .filter(choice -> !Objects.equals(choice.stays(), choice.goes()))
                        .toList(),
                customers.firstOf(stays, goes).firstConsultant(),
                stays.boughtAt() != null || goes.boughtAt() != null);
    }

    private @Nullable String value(Customer customer, MergedField field) {
        return switch (field) {
            case NAME -> texts.of(customer).of(customer.identity().name(), SealedIdentity.nameOf(customer.id()));
            case GENDER -> customer.gender() == null ? null : customer.gender().name();
            case CHANNEL -> customer.channel().name();
            case INTENT_GRADE ->
                customer.intentGrade() == null ? null : customer.intentGrade().name();
        };
    }

    /// REF-1: nobody came through themselves. Whom the other record names is not taken over where they did, and
    /// where the one that stays says so itself, that is to be corrected first.
    ///
    /// @param before who had brought the one that stays
    private void keepOutOfCircles(Customer stays, Customer goes, @Nullable UUID before) {
        var introducer = stays.introducedBy();
        if (introducer != null && introductions.cameThrough(introducer, List.of(stays.id(), goes.id()))) {
            refuseIf(before != null, CustomerRefusal.INTRODUCTION_IS_A_LOOP);
            stays.introduce(null);
        }
    }

    private long count(Held held, List<UUID> records) {
        return database.sql(held.count()).with("records", records).one(Long.class);
    }
}

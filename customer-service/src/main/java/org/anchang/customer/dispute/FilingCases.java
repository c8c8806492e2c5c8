package org.anchang.customer.dispute;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.dispute.OwnershipCaseResource.FileCase;
import org.anchang.customer.finding.SaidCustomers;
import org.anchang.customer.roster.Roster;
import org.anchang.events.CustomerEvent.OwnershipDisputed;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// REC-6: a case is filed, with what the office's records say at that moment. Of one customer one case is
/// open at most.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FilingCases {
    @Inject
    OwnershipCases cases;

    @Inject
    GatheringEvidence gathering;

    @Inject
    SaidCustomers said;

    @Inject
    Roster roster;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    SealedJson json;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CUSTOMER_MISSING, CUSTOMER_NOT_KNOWN,
    ///     NOT_A_CONSULTANT,
    ///     OWNERSHIP_CASE_IS_OPEN, CUSTOMER_IS_IN_THE_POOL, DISPUTE_NEEDS_TWO
    OwnershipCase file(FileCase request) {
        caller.mustBeBoundTo(request.project());
        roster.meetCaller(request.project());
        var about = said.said(request.project(), request.customer(), request.phone());
        var kind = CaseKind.valueOf(request.kind().name());
        var other = other(kind, request.other(), about);
        if (other != null) {
            roster.mustBeConsultant(new Roster.Worker(request.project(), other));
        }
        mustHaveNone(about);
        var parties = Stream.of(about.owner(), about.firstConsultant(), other)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return open(about, kind, other, parties, Names.trimmed(request.reason()));
    }

    /// REC-9: a household whose owner is to be decided. Where a case of the customer is open, that one
    /// decides.
    public void file(Customer about, List<String> parties) {
        if (cases.openOf(about.id()).isEmpty()) {
            var other = parties.stream()
                    .filter(one -> !one.equals(about.owner()))
                    .findFirst()
                    .orElse(null);
            open(about, CaseKind.HOUSEHOLD, other, parties, null);
        }
    }

    /// CUS-3: a case is about the customer for whom the record stands.
    ///
    /// @throws org.anchang.kit.problem.Refused OWNERSHIP_CASE_IS_OPEN: both have one, and one is decided
    ///     first
    public void merged(UUID goes, UUID stays) {
        cases.openOf(goes).ifPresent(filed -> {
            cases.openOf(stays).ifPresent(own -> {
                throw refuse(CustomerRefusal.OWNERSHIP_CASE_IS_OPEN).with("by", own.filedBy());
            });
            filed.goesTo(stays);
        });
    }

    /// CUS-3: it is decided before the records become two again.
    ///
    /// @throws org.anchang.kit.problem.Refused OWNERSHIP_CASE_IS_OPEN
    public void mustHaveNoneOpen(UUID customer) {
        cases.openOf(customer).ifPresent(own -> {
            throw refuse(CustomerRefusal.OWNERSHIP_CASE_IS_OPEN).with("by", own.filedBy());
        });
    }

    private OwnershipCase open(
            Customer about,
            CaseKind kind,
            @Nullable String other,
            Collection<String> parties,
            @Nullable String reason) {
        var days = settings.integer(about.project(), CustomerSetting.OWNERSHIP_CASE_DAYS);
        var filed = OwnershipCase.filed(
                about,
                new OwnershipCase.Filed(
                        kind, other, parties, reason, clock.today().plusDays(days)),
                caller.actor(),
                clock.instant(),
                sealing);
        filed.rests(gathering.of(about), json);
        cases.persist(filed);
        cases.flush();
        switch (kind) {
            case WISH -> {}
            case DISPUTE, HOUSEHOLD ->
                outbox.append(new OwnershipDisputed(
                        about.id(), about.project(), filed.filedAt(), filed.id(), kind.name(), filed.filedBy()));
        }
        return filed;
    }

    /// A consultant who says nobody else means themselves, where it is no customer of theirs.
    private @Nullable String other(CaseKind kind, @Nullable String named, Customer about) {
        if (named != null) {
            return Names.plain(named);
        }
        var claims = kind == CaseKind.DISPUTE
                && caller.holds(about.project(), Role.CONSULTANT)
                && !about.belongsTo(caller.name());
        return claims ? caller.name() : null;
    }

    private void mustHaveNone(Customer about) {
        cases.openOf(about.id()).ifPresent(open -> {
            throw refuse(CustomerRefusal.OWNERSHIP_CASE_IS_OPEN).with("by", open.filedBy());
        });
    }
}

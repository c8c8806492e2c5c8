package org.anchang.customer.household;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-4: a customer in their family, until they are taken out of it.
@Entity
class HouseholdMember {
    @Id
    private UUID id;

    private UUID household;
    private String project;
    private UUID customer;

    @Enumerated(EnumType.STRING)
    private HouseholdRelation relation;

    private String addedBy;
    private Instant addedAt;
    private @Nullable String leftBy;
    private @Nullable Instant leftAt;
    private @Nullable String leaveReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected HouseholdMember() {}

    static HouseholdMember of(Household household, UUID customer, HouseholdRelation relation, String by, Instant at) {
        var member = new HouseholdMember();
        member.id = Ids.next();
        member.household = household.id();
        member.project = household.project();
        member.customer = customer;
        member.relation = relation;
        member.addedBy = by;
        member.addedAt = at;
        return member;
    }

    /// Who stands for a household is not taken out of it as long as others would be left together.
    boolean mustStay(int members) {
        return relation == HouseholdRelation.SELF && members > 2;
    }

    /// @param reason none where the household ends, or the record went into another
    void leave(@Nullable String reason, String by, Instant at, Sealing sealing) {
        leftBy = by;
        leftAt = at;
        leaveReason = sealing.sealIfAny(reason, new Place("household_member", "leave_reason", id));
    }

    /// CUS-3: the record has gone into another.
    void goesTo(UUID record) {
        customer = record;
    }

    /// CUS-3: who stood for the household has turned out to be this one.
    void standsForIt() {
        relation = HouseholdRelation.SELF;
    }

    UUID id() {
        return id;
    }

    UUID household() {
        return household;
    }

    UUID customer() {
        return customer;
    }

    HouseholdRelation relation() {
        return relation;
    }

    String addedBy() {
        return addedBy;
    }

    Instant addedAt() {
        return addedAt;
    }
}

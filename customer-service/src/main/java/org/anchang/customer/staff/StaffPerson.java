package org.anchang.customer.staff;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.anchang.customer.CustomerRefusal;
import org.jspecify.annotations.Nullable;

/// Somebody who works in the offices, or has worked there.
@Entity
class StaffPerson {
    enum PersonState {
        ACTIVE,
        LEFT
    }

    /// What was decided about somebody, by whom and when.
    record StaffDecision(String reason, String by, Instant at) {}

    @Id
    private String person;

    private String name;

    @Enumerated(EnumType.STRING)
    private PersonState state;

    private @Nullable String invitedBy;
    private @Nullable Instant invitedAt;
    private @Nullable String leftBy;
    private @Nullable Instant leftAt;
    private @Nullable String leftReason;
    private @Nullable String passwordBy;
    private @Nullable Instant passwordAt;
    private @Nullable String passwordReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected StaffPerson() {}

    /// Somebody whom the identity provider knew before.
    static StaffPerson known(String person, String name) {
        var known = new StaffPerson();
        known.person = person;
        known.name = name;
        known.state = PersonState.ACTIVE;
        return known;
    }

    static StaffPerson invited(String person, String name, String by, Instant at) {
        var invited = known(person, name);
        invited.invitedBy = by;
        invited.invitedAt = at;
        return invited;
    }

    /// Who has left comes back.
    ///
    /// @throws org.anchang.kit.problem.Refused PERSON_IS_KNOWN
    void inviteAgain(String newName, String by, Instant at) {
        if (state == PersonState.ACTIVE) {
            throw refuse(CustomerRefusal.PERSON_IS_KNOWN).with("person", person);
        }
        name = newName;
        state = PersonState.ACTIVE;
        invitedBy = by;
        invitedAt = at;
        leftBy = null;
        leftAt = null;
        leftReason = null;
    }

    /// @throws org.anchang.kit.problem.Refused PERSON_HAS_LEFT
    void leave(StaffDecision decision) {
        mustBeActive();
        state = PersonState.LEFT;
        leftReason = decision.reason();
        leftBy = decision.by();
        leftAt = decision.at();
    }

    /// @throws org.anchang.kit.problem.Refused PERSON_HAS_LEFT
    void giveNewPassword(StaffDecision decision) {
        mustBeActive();
        passwordReason = decision.reason();
        passwordBy = decision.by();
        passwordAt = decision.at();
    }

    /// @throws org.anchang.kit.problem.Refused PERSON_HAS_LEFT
    void mustBeActive() {
        if (state == PersonState.LEFT) {
            throw refuse(CustomerRefusal.PERSON_HAS_LEFT).with("person", person);
        }
    }

    String person() {
        return person;
    }

    String name() {
        return name;
    }

    PersonState state() {
        return state;
    }

    @Nullable
    Instant invitedAt() {
        return invitedAt;
    }

    @Nullable
    String leftReason() {
        return leftReason;
    }
}

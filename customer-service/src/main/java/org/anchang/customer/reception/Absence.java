package org.anchang.customer.reception;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.kit.Ids;
import org.jspecify.annotations.Nullable;

/// REC-3: somebody of the office is out, from one moment until another.
@Entity
class Absence {
    /// What keeps them away. A later one weighs more where two meet: who is on leave cannot be reached at all.
    enum Kind {
        ERRAND(ReceptionReason.OWNER_ON_ERRAND),
        BUSINESS_TRIP(ReceptionReason.OWNER_ON_BUSINESS_TRIP),
        LEAVE(ReceptionReason.OWNER_ON_LEAVE);

        private final ReceptionReason reason;

        Kind(ReceptionReason reason) {
            this.reason = reason;
        }

        /// Why another receives then.
        ReceptionReason reason() {
            return reason;
        }
    }

    /// What the site manager records.
    record Notice(String project, String person, Kind kind, Instant from, Instant until) {}

    @Id
    private UUID id;

    private String project;
    private String person;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Instant begins;
    private Instant ends;
    private String recordedBy;
    private Instant recordedAt;
    private @Nullable String endedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Absence() {}

    /// @throws org.anchang.kit.problem.Refused ABSENCE_ENDS_BEFORE_IT_BEGINS
    static Absence recorded(Notice notice, String by, Instant at) {
        refuseUnless(notice.from().isBefore(notice.until()), CustomerRefusal.ABSENCE_ENDS_BEFORE_IT_BEGINS);
        var absence = new Absence();
        absence.id = Ids.next();
        absence.project = notice.project();
        absence.person = notice.person();
        absence.kind = notice.kind();
        absence.begins = notice.from();
        absence.ends = notice.until();
        absence.recordedBy = by;
        absence.recordedAt = at;
        return absence;
    }

    /// They are back before the time, or do not leave at all.
    ///
    /// @throws org.anchang.kit.problem.Refused ABSENCE_HAS_ENDED
    void end(String by, Instant at) {
        refuseIf(endedBy != null || !at.isBefore(ends), CustomerRefusal.ABSENCE_HAS_ENDED);
        ends = at.isBefore(begins) ? begins : at;
        endedBy = by;
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(begins) && moment.isBefore(ends);
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    String person() {
        return person;
    }

    Kind kind() {
        return kind;
    }

    Instant begins() {
        return begins;
    }

    Instant ends() {
        return ends;
    }

    String recordedBy() {
        return recordedBy;
    }

    @Nullable
    String endedBy() {
        return endedBy;
    }
}

package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.jspecify.annotations.Nullable;

/// CAR-1: a day on which the office greets its customers.
@Entity
class Holiday {
    @Id
    private UUID id;

    private String project;
    private LocalDate day;
    private String name;
    private String enteredBy;
    private Instant enteredAt;
    private @Nullable String removedBy;
    private @Nullable Instant removedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Holiday() {}

    static Holiday entered(String project, LocalDate day, String name, String by, Instant at) {
        var holiday = new Holiday();
        holiday.id = Ids.next();
        holiday.project = project;
        holiday.day = day;
        holiday.name = name;
        holiday.enteredBy = by;
        holiday.enteredAt = at;
        return holiday;
    }

    /// Tasks that were made for it stay.
    ///
    /// @throws org.anchang.kit.problem.Refused HOLIDAY_IS_REMOVED
    void remove(String by, Instant at) {
        refuseIf(removedAt != null, CustomerRefusal.HOLIDAY_IS_REMOVED);
        removedBy = by;
        removedAt = at;
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    LocalDate day() {
        return day;
    }

    String name() {
        return name;
    }

    String enteredBy() {
        return enteredBy;
    }
}

package org.anchang.customer.call;

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

/// TEL-1: a day on which something is advertised, so that more people call.
@Entity
class AdvertisingDay {
    @Id
    private UUID id;

    private String project;
    private LocalDate day;
    private String medium;
    private String enteredBy;
    private Instant enteredAt;
    private @Nullable String removedBy;
    private @Nullable Instant removedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected AdvertisingDay() {}

    static AdvertisingDay entered(String project, LocalDate day, String medium, String by, Instant at) {
        var entered = new AdvertisingDay();
        entered.id = Ids.next();
        entered.project = project;
        entered.day = day;
        entered.medium = medium;
        entered.enteredBy = by;
        entered.enteredAt = at;
        return entered;
    }

    /// Calls that were marked by its limits stay as they are.
    ///
    /// @throws org.anchang.kit.problem.Refused ADVERTISING_DAY_IS_REMOVED
    void remove(String by, Instant at) {
        refuseIf(removedAt != null, CustomerRefusal.ADVERTISING_DAY_IS_REMOVED);
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

    String medium() {
        return medium;
    }

    String enteredBy() {
        return enteredBy;
    }
}

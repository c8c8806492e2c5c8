package org.anchang.customer.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-10: one field as it was and as it is since, who changed it, when and why. Never altered.
@Entity
@Table(name = "customer_correction")
class Correction {
    /// What of a person can be put right.
    enum Field {
        NAME,
        GENDER,
        CHANNEL,
        SOURCE,
        INTRODUCER,
        NOTE,
        PHONE,
        BROKER,
        REGISTRATION;

        /// Whether other services are told of it.
        boolean isTold() {
            return this == NAME || this == CHANNEL || this == BROKER || this == REGISTRATION;
        }
    }

    /// @param before absent: nothing was known
    /// @param after  absent: nothing is known any more
    record Change(
            Field field, @Nullable String before, @Nullable String after) {}

    /// Who says so, why, and when.
    record Word(String reason, String by, Instant at) {}

    @Id
    private UUID id;

    private String project;
    private UUID customer;

    @Enumerated(EnumType.STRING)
    private Field field;

    @Column(name = "before_value")
    private @Nullable String before;

    @Column(name = "after_value")
    private @Nullable String after;

    private String reason;
    private String correctedBy;
    private Instant correctedAt;

    @SuppressWarnings("NullAway.Init")
    protected Correction() {}

    static Correction of(Customer customer, Change change, Word word, Sealing sealing) {
        var correction = new Correction();
        correction.id = Ids.next();
        correction.project = customer.project();
        correction.customer = customer.id();
        correction.field = change.field();
        correction.before = sealing.sealIfAny(change.before(), correction.place("before_value"));
        correction.after = sealing.sealIfAny(change.after(), correction.place("after_value"));
        correction.reason = sealing.seal(word.reason(), correction.place("reason"));
        correction.correctedBy = word.by();
        correction.correctedAt = word.at();
        return correction;
    }

    Place place(String column) {
        return new Place("customer_correction", column, id);
    }

    UUID id() {
        return id;
    }

    Field field() {
        return field;
    }

    /// Sealed.
    @Nullable
    String before() {
        return before;
    }

    /// Sealed.
    @Nullable
    String after() {
        return after;
    }

    /// Sealed.
    String reason() {
        return reason;
    }

    String correctedBy() {
        return correctedBy;
    }

    Instant correctedAt() {
        return correctedAt;
    }
}

package org.anchang.customer.correction;

import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-10: one field as it was and as it is since, who changed it, when and why. Never altered; its texts are sealed.
record Correction(
        UUID id,
        String project,
        UUID customer,
        CorrectedField field,
        @Nullable String beforeValue,
        @Nullable String afterValue,
        String reason,
        String correctedBy,
        Instant correctedAt) {
    /// What of a person can be put right.
    enum CorrectedField {
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
            CorrectedField field,
            @Nullable String before,
            @Nullable String after) {}

    /// Who says so, why, and when.
    record Word(String reason, String by, Instant at) {}

    static Correction of(Customer customer, Change change, Word word, Sealing sealing) {
        var id = Ids.next();
        return new Correction(
                id,
                customer.project(),
                customer.id(),
                change.field(),
                sealing.sealIfAny(change.before(), place(id, "before_value")),
                sealing.sealIfAny(change.after(), place(id, "after_value")),
                sealing.seal(word.reason(), place(id, "reason")),
                word.by(),
                word.at());
    }

    static Place place(UUID correction, String column) {
        return new Place("customer_correction", column, correction);
    }
}

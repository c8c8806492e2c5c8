package org.anchang.inventory.hold;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All that decides whether somebody gets a unit that is free, read while its row is locked.
///
/// @param ticket INV-13: null unless the unit is kept for the tickets of an opening day
/// @param at     by the clock of the office
record Standing(Facts facts, @Nullable ByTicket ticket, Instant at) {
    /// What one statement reads.
    ///
    /// @param openingDay      INV-13: that is on, for whose tickets the unit is kept
    /// @param customer        the record that stands for whom the unit was asked (CUS-3)
    /// @param isAnothers      SEC-1: whether the customer is known to be another consultant's
    /// @param attachedTaken   INV-11: of what is attached to the home, one that is not available, by its label
    /// @param uncertified     INV-6: a building without the five certificates, the home's or what is attached's
    /// @param othersTurnUntil INV-5: until when another customer has the head start
    /// @param isInLine        whether the customer waits for the unit
    /// @param othersWait      whether another customer does
    /// @param holdAgainAt     when this consultant or customer, who had it last, may have it while others wait
    /// @param ofConsultant    holds without a deal there are already, as `forCustomer`
    /// @param expiresAt       of the hold to be, by the clock of the database
    record Facts(
            int priceVersion,
            boolean isAttached,
            @Nullable UUID openingDay,
            UUID customer,
            boolean isAnothers,
            @Nullable String attachedTaken,
            @Nullable UUID uncertified,
            @Nullable Instant othersTurnUntil,
            boolean isInLine,
            boolean othersWait,
            @Nullable Instant holdAgainAt,
            int ofConsultant,
            int forCustomer,
            int holdLimitPerConsultant,
            int holdLimitPerCustomer,
            Instant expiresAt) {}

    boolean ofTicket(Predicate<ByTicket> condition) {
        return ticket != null && condition.test(ticket);
    }

    boolean isByTicket() {
        return ticket != null;
    }

    /// INV-5: who had the unit last lets the others have it first.
    boolean wasHeldJustNow() {
        return facts.othersWait()
                && !facts.isInLine()
                && facts.holdAgainAt() != null
                && facts.holdAgainAt().isAfter(at);
    }
}

package org.anchang.inventory.hold.waiting;

import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// INV-5: a customer's place in the line for a unit, a row of `waiting_listing`. See [WaitingForUnits] and
/// [WaitingLine].
///
/// @param state          of the unit
/// @param customerName   masked; null while customer-service has not told it
/// @param ahead          how many are told before
/// @param told           how often
/// @param toldAt         the last time
/// @param hasTurn        whether the unit is free, and this place is the one that was told of it last
/// @param headStartUntil by the clock of the database; null without the turn
/// @param endWords       what whoever left wrote, sealed
record WaitingPlace(
        UUID id,
        UUID unit,
        String label,
        UnitState state,
        String project,
        UUID customer,
        @Nullable String customerName,
        String consultant,
        Instant joinedAt,
        long ahead,
        int told,
        @Nullable Instant toldAt,
        boolean hasTurn,
        @Nullable Instant headStartUntil,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable String endWords) {
    /// What was written about its end, or a word for it.
    @Nullable
    String endReason(Sealing sealing) {
        return endWords == null ? endReason : sealing.open(endWords, wordsOf(id));
    }

    /// Where what people write about a place is sealed.
    static Place wordsOf(UUID id) {
        return new Place("waiting_place", "words", id);
    }
}

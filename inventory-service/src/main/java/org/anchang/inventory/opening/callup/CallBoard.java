package org.anchang.inventory.opening.callup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.opening.OpeningDayState;
import org.anchang.inventory.opening.TicketState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// INV-13: what the wall screen shows of an opening day: numbers and counts, no name and no price.
///
/// @param called  who shall appear now, the latest call first, at most 100
/// @param next    the numbers that are called next, at most 20
/// @param tickets how many are in which state
/// @param units   of the release
@Schema(name = "Board")
public record CallBoard(
        UUID day,
        String project,
        String name,
        OpeningDayState state,
        List<CalledNumber> called,
        List<String> next,
        Map<TicketState, Integer> tickets,
        UnitCounts units,
        List<BuildingStock> buildings) {
    public record CalledNumber(String number, @Nullable String desk, Instant appearUntil) {}

    /// INV-16: what the manager withholds is not for sale, and not counted.
    ///
    /// @param sold with a deposit or further
    /// @param held by somebody who is deciding
    /// @param left to choose from
    @Schema(name = "Stock")
    public record UnitCounts(int units, int sold, int held, int left) {
        UnitCounts and(UnitCounts other) {
            return new UnitCounts(units + other.units, sold + other.sold, held + other.held, left + other.left);
        }
    }

    public record BuildingStock(UUID id, String building, UnitCounts units, List<LayoutStock> layouts) {}

    /// @param layout absent of units that have none on record
    public record LayoutStock(@Nullable String layout, UnitCounts units) {}
}

package org.anchang.inventory.opening.callup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.opening.OpeningDayState;
import org.anchang.inventory.opening.TicketState;
import org.jspecify.annotations.Nullable;

/// INV-13: what the wall screen shows of an opening day: numbers and counts, no name and no price.
///
/// @param called  who shall appear now, the latest call first, at most 100
/// @param next    the numbers that are called next, at most 20
/// @param tickets how many are in which state
/// @param units   of the release
public record Board(
        UUID day,
        String project,
        String name,
        OpeningDayState state,
        List<CalledNumber> called,
        List<String> next,
        Map<TicketState, Integer> tickets,
        Stock units,
        List<BuildingStock> buildings) {
    public record CalledNumber(String number, @Nullable String desk, Instant appearUntil) {}

    /// INV-16: what the manager withholds is not for sale, and not counted.
    ///
    /// @param sold with a deposit or further
    /// @param held by somebody who is deciding
    /// @param left to choose from
    public record Stock(int units, int sold, int held, int left) {
        Stock and(Stock other) {
            return new Stock(units + other.units, sold + other.sold, held + other.held, left + other.left);
        }
    }

    public record BuildingStock(UUID id, String building, Stock units, List<LayoutStock> layouts) {}

    /// @param layout absent of units that have none on record
    public record LayoutStock(@Nullable String layout, Stock units) {}
}

package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.UnitState;

/// INV-8, INV-14: what forbids a release, and a step with one. Each rule by its name, of each command in the order in
/// which they are tried. What remains to the database, which sees two at the same time, is that a moment lies ahead,
/// that a unit is in one release only, and that it is closed still when it moves.
final class ReleasePolicy {
    /// A unit that is to be released.
    ///
    /// @param released whether another release has it, planned or open
    record Candidate(UUID unit, UUID building, UnitState state, boolean released) {}

    private ReleasePolicy() {}

    /// What is said of a release at first: which units.
    ///
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_AMBIGUOUS
    static void mustSayWhichOnce(ReleaseResource.ReleaseUnits asked) {
        var namesUnits = asked.units() != null && !asked.units().isEmpty();
        var said = Stream.of(namesUnits, asked.building() != null, Boolean.TRUE.equals(asked.everything()))
                .filter(way -> way)
                .count();
        refuseIf(said > 1, InventoryRefusal.RELEASE_IS_AMBIGUOUS);
    }

    /// @param obstacles INV-6: of a plan none, they count at its moment
    /// @throws org.anchang.kit.problem.Refused RELEASE_NAMES_NO_UNITS, CERTIFICATES_INCOMPLETE,
    ///     PERMIT_IS_NOT_THE_BUILDINGS, UNIT_IS_NOT_CLOSED, UNIT_IS_IN_ANOTHER_RELEASE
    static void mayBeReleased(List<Candidate> units, List<Obstacle> obstacles) {
        refuseIf(units.isEmpty(), InventoryRefusal.RELEASE_NAMES_NO_UNITS);
        mustBeClear(obstacles);
        refuseUnless(
                units.stream().allMatch(unit -> unit.state() == UnitState.CLOSED), InventoryRefusal.UNIT_IS_NOT_CLOSED);
        refuseIf(units.stream().anyMatch(Candidate::released), InventoryRefusal.UNIT_IS_IN_ANOTHER_RELEASE);
    }

    /// By hand, before its moment or once what blocked it is mended.
    ///
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED, CERTIFICATES_INCOMPLETE,
    ///     PERMIT_IS_NOT_THE_BUILDINGS
    static void mayOpen(Release release, List<Obstacle> obstacles) {
        mustBeAhead(release);
        mustBeClear(obstacles);
    }

    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED
    static void mayHaveAnotherPermit(Release release) {
        mustBeAhead(release);
    }

    /// @param isNeeded INV-13: an opening day rests on it
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED, RELEASE_HAS_OPENING_DAY
    static void mayBeWithdrawn(Release release, boolean isNeeded) {
        mustBeAhead(release);
        refuseIf(isNeeded, InventoryRefusal.RELEASE_HAS_OPENING_DAY);
    }

    private static void mustBeAhead(Release release) {
        if (!release.isAhead()) {
            throw refuse(InventoryRefusal.RELEASE_IS_NOT_PLANNED).with("state", release.state());
        }
    }

    private static void mustBeClear(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw obstacles.getFirst().refused();
        }
    }
}

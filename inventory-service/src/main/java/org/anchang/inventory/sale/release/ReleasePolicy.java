package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.UnitState;

/// INV-8, INV-14: what forbids a release, and a step with one. Each rule by its name, of each command in the order in
/// which they are tried. What remains to the database, which sees two at the same time, is that a moment lies ahead and
/// that a unit is in one release only.
final class ReleasePolicy {
    /// A unit that is to be released.
    ///
    /// @param released whether another release has it, planned or open
    record Chosen(UUID unit, UUID building, UnitState state, boolean released) {}

    private ReleasePolicy() {}

    /// What is said of a release at first: which units.
    ///
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_AMBIGUOUS
    static void mustSayWhichOnce(ReleasingUnits.Plan plan) {
        refuseIf(plan.isAmbiguous(), InventoryRefusal.RELEASE_IS_AMBIGUOUS);
    }

    /// @param obstacles INV-6: of a plan none, they count at its moment
    /// @throws org.anchang.kit.problem.Refused RELEASE_NAMES_NO_UNITS, CERTIFICATES_INCOMPLETE,
    ///     PERMIT_IS_NOT_THE_BUILDINGS, UNIT_IS_NOT_CLOSED, UNIT_IS_IN_ANOTHER_RELEASE
    static void mayBeReleased(List<Chosen> units, List<Obstacle> obstacles) {
        mustNameUnits(units);
        mustBeClear(obstacles);
        mustBeClosed(units);
        mustBeInNoOther(units);
    }

    /// By hand, before its moment or once what blocked it is mended.
    ///
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED, CERTIFICATES_INCOMPLETE,
    ///     PERMIT_IS_NOT_THE_BUILDINGS
    static void mayOpen(Release release, List<Obstacle> obstacles) {
        mustBePlanned(release);
        mustBeClear(obstacles);
    }

    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED
    static void mayHaveAnotherPermit(Release release) {
        mustBePlanned(release);
    }

    /// @param isNeeded INV-13: an opening day rests on it
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED, RELEASE_HAS_OPENING_DAY
    static void mayBeWithdrawn(Release release, boolean isNeeded) {
        mustBePlanned(release);
        refuseIf(isNeeded, InventoryRefusal.RELEASE_HAS_OPENING_DAY);
    }

    private static void mustNameUnits(List<Chosen> units) {
        refuseIf(units.isEmpty(), InventoryRefusal.RELEASE_NAMES_NO_UNITS);
    }

    private static void mustBePlanned(Release release) {
        if (!release.isPlanned()) {
            throw refuse(InventoryRefusal.RELEASE_IS_NOT_PLANNED).with("state", release.state());
        }
    }

    private static void mustBeClear(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw obstacles.getFirst().refused();
        }
    }

    private static void mustBeClosed(List<Chosen> units) {
        refuseUnless(
                units.stream().allMatch(unit -> unit.state() == UnitState.CLOSED), InventoryRefusal.UNIT_IS_NOT_CLOSED);
    }

    private static void mustBeInNoOther(List<Chosen> units) {
        refuseIf(units.stream().anyMatch(Chosen::released), InventoryRefusal.UNIT_IS_IN_ANOTHER_RELEASE);
    }
}

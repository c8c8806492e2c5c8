package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Rule;

/// INV-8, INV-14: what forbids a release, and a step with one, and what forbids to take a unit off sale and to offer it
/// again; of each command in the order in which it is tried. What remains to the database, which sees two at the same
/// time, is that a moment lies ahead, that a unit is in one release only, and its state when it moves.
public enum ReleasePolicy implements Refusal {
    RELEASE_IS_AMBIGUOUS(Rule.INV_14, 422),
    RELEASE_NAMES_NO_UNITS(Rule.INV_14, 422),
    UNIT_IS_NOT_CLOSED(Rule.INV_3, 409),
    UNIT_IS_IN_ANOTHER_RELEASE(Rule.INV_8, 409),
    RELEASE_MOMENT_HAS_PASSED(Rule.INV_8, 422),
    RELEASE_IS_NOT_PLANNED(Rule.INV_14, 409),
    RELEASE_HAS_OPENING_DAY(Rule.INV_13, 409),
    UNIT_IS_NOT_WITHHELD(Rule.INV_14, 409);

    /// A unit that is to be released.
    ///
    /// @param released whether another release has it, planned or open
    record Candidate(UUID unit, UUID building, UnitState state, boolean released) {}

    private final Meaning meaning;

    ReleasePolicy(Rule rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }

    /// What is said of a release at first: which units.
    ///
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_AMBIGUOUS
    static void mustSayWhichOnce(Release.Asked asked) {
        var namesUnits = asked.units() != null && !asked.units().isEmpty();
        var said = Stream.of(namesUnits, asked.building() != null, Boolean.TRUE.equals(asked.everything()))
                .filter(way -> way)
                .count();
        refuseIf(said > 1, RELEASE_IS_AMBIGUOUS);
    }

    /// @param obstacles INV-6: of a plan none, they count at its moment
    /// @throws org.anchang.kit.problem.Refused RELEASE_NAMES_NO_UNITS, CERTIFICATES_INCOMPLETE,
    ///     PERMIT_IS_NOT_THE_BUILDINGS, UNIT_IS_NOT_CLOSED, UNIT_IS_IN_ANOTHER_RELEASE
    static void mayBeReleased(List<Candidate> units, List<Obstacle> obstacles) {
        refuseIf(units.isEmpty(), RELEASE_NAMES_NO_UNITS);
        mustBeClear(obstacles);
        refuseUnless(units.stream().allMatch(unit -> unit.state() == UnitState.CLOSED), UNIT_IS_NOT_CLOSED);
        refuseIf(units.stream().anyMatch(Candidate::released), UNIT_IS_IN_ANOTHER_RELEASE);
    }

    /// By hand, before its moment or once what blocked it is mended.
    ///
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED, CERTIFICATES_INCOMPLETE,
    ///     PERMIT_IS_NOT_THE_BUILDINGS
    static void mayOpen(ReleaseState state, List<Obstacle> obstacles) {
        mustBeAhead(state);
        mustBeClear(obstacles);
    }

    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED
    static void mayHaveAnotherPermit(ReleaseState state) {
        mustBeAhead(state);
    }

    /// @param isNeeded INV-13: an opening day rests on it
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_NOT_PLANNED, RELEASE_HAS_OPENING_DAY
    static void mayBeWithdrawn(ReleaseState state, boolean isNeeded) {
        mustBeAhead(state);
        refuseIf(isNeeded, RELEASE_HAS_OPENING_DAY);
    }

    /// @throws org.anchang.kit.problem.Refused UNIT_NOT_AVAILABLE
    public static void mayBeWithheld(UnitState state) {
        refuseUnless(UnitMove.WITHHOLD.startsFrom(state), InventoryRefusal.UNIT_NOT_AVAILABLE);
    }

    /// @param missing INV-6: certificates that its building lacks
    /// @throws org.anchang.kit.problem.Refused CERTIFICATES_INCOMPLETE, UNIT_IS_NOT_WITHHELD
    public static void mayBeOfferedAgain(UnitState state, List<Certificate> missing) {
        refuseUnless(missing.isEmpty(), InventoryRefusal.CERTIFICATES_INCOMPLETE);
        refuseUnless(UnitMove.OFFER_AGAIN.startsFrom(state), UNIT_IS_NOT_WITHHELD);
    }

    private static void mustBeAhead(ReleaseState state) {
        if (!state.isAhead()) {
            throw refuse(RELEASE_IS_NOT_PLANNED).with("state", state);
        }
    }

    private static void mustBeClear(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw obstacles.getFirst().refused();
        }
    }
}

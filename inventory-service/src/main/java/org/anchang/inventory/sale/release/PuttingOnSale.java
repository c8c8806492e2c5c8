package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.anchang.events.InventoryEvent.UnitsReleased;
import org.anchang.inventory.price.adjustment.BringingIntoForce;
import org.anchang.inventory.sale.release.Releases.NewRelease;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// INV-8: moves the units of a release and tells it, in slices, so that neither a statement nor an event is too large
/// however many they are. Locks are taken in this order: the release, the turn at the prices of the project, the units.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PuttingOnSale {
    /// Whose units are put on sale, by whom, and when that counts.
    ///
    /// @param pricesOf        the moment whose prices are to count
    /// @param beforeEachSlice may end it by an exception
    record Opening(
            UUID release,
            String project,
            String permit,
            Instant pricesOf,
            String by,
            Instant at,
            Runnable beforeEachSlice) {
        static Opening atOnce(Release.Asked asked, NewRelease its) {
            return new Opening(its.id(), asked.project(), asked.permit(), its.at(), its.by(), its.at(), () -> {});
        }

        static Opening of(Release release, String by, Instant at, Runnable beforeEachSlice) {
            var moment = at.isBefore(release.opensAt()) ? at : release.opensAt();
            return new Opening(release.id(), release.project(), release.permit(), moment, by, at, beforeEachSlice);
        }
    }

    @Inject
    Units units;

    @Inject
    BringingIntoForce prices;

    @Inject
    Outbox outbox;

    @ConfigProperty(name = "anchang.releases.slice")
    int slice;

    /// @param chosen in the order of their ids
    /// @throws org.anchang.kit.problem.Refused UNIT_IS_NOT_CLOSED
    void put(Opening opening, List<UUID> chosen) {
        var pricesAreDue = prices.takeTurn(opening.project(), chosen, opening.pricesOf());
        for (int from = 0; from < chosen.size(); from += slice) {
            opening.beforeEachSlice().run();
            var some = chosen.subList(from, Math.min(from + slice, chosen.size()));
            if (pricesAreDue) {
                prices.allThatIsDue(opening.project(), some, opening.pricesOf());
            }
            putSome(opening, some);
        }
    }

    private void putSome(Opening opening, List<UUID> chosen) {
        var at = opening.at();
        var moved = units.move(UnitMove.RELEASE, chosen, new Cause(null, null, opening.permit(), null, at));
        refuseUnless(moved.size() == chosen.size(), ReleasePolicy.UNIT_IS_NOT_CLOSED);
        var described = units.described(chosen);
        var told = new ArrayList<InventoryEvent>(moved.size() + 1);
        told.add(new UnitsReleased(opening.release(), opening.project(), at, chosen, opening.by()));
        for (var unit : moved) {
            told.add(new UnitStateChanged(
                    unit.unit(),
                    unit.project(),
                    at,
                    unit.from().told(),
                    unit.to().told(),
                    null,
                    UnitMove.RELEASE.name(),
                    described.get(unit.unit())));
        }
        outbox.appendAll(told);
    }
}

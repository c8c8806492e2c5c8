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
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.adjustment.BringingIntoForce;
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
    /// Who puts the units on sale, and when that counts.
    ///
    /// @param beforeEachSlice may end it by an exception
    record Opening(String by, Instant at, Runnable beforeEachSlice) {
        static Opening by(String person, Instant at) {
            return new Opening(person, at, () -> {});
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
    void put(Release release, List<UUID> chosen, Opening opening) {
        var moment = opening.at().isBefore(release.opensAt()) ? opening.at() : release.opensAt();
        var pricesAreDue = prices.takeTurn(release.project(), chosen, moment);
        for (int from = 0; from < chosen.size(); from += slice) {
            opening.beforeEachSlice().run();
            var some = chosen.subList(from, Math.min(from + slice, chosen.size()));
            if (pricesAreDue) {
                prices.allThatIsDue(release.project(), some, moment);
            }
            putSome(release, some, opening);
        }
    }

    private void putSome(Release release, List<UUID> chosen, Opening opening) {
        var at = opening.at();
        var moved = units.move(UnitMove.RELEASE, chosen, new Cause(null, null, release.permit(), at));
        refuseUnless(moved.size() == chosen.size(), InventoryRefusal.UNIT_IS_NOT_CLOSED);
        var described = units.described(chosen);
        var told = new ArrayList<InventoryEvent>(moved.size() + 1);
        told.add(new UnitsReleased(release.id(), release.project(), at, chosen, opening.by()));
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

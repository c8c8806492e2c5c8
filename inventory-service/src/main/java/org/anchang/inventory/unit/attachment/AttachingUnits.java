package org.anchang.inventory.unit.attachment;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Homes;
import org.anchang.inventory.unit.UnitState;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-11: attaches and detaches.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AttachingUnits {
    /// A home and what goes with it.
    public record Pair(UUID home, UUID unit) {}

    private record Locked(
            UUID id,
            String productType,
            UnitState state,
            @Nullable UUID attachedTo) {}

    /// Whoever is at one of them, a hold for instance, wins; nobody waits.
    private static final String LOCK = """
            SELECT id, product_type, state, attached_to FROM unit_standing WHERE id = ANY (:units) ORDER BY id
            FOR NO KEY UPDATE SKIP LOCKED""";

    @Inject
    Units units;

    @Inject
    Database database;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CANNOT_BE_ATTACHED, UNIT_NOT_AVAILABLE,
    ///     UNIT_IS_ATTACHED
    public void attach(Pair pair, boolean pricedApart) {
        var home = units.locate(caller.scope(), pair.home());
        var unit = units.locate(caller.scope(), pair.unit());
        refuseUnless(unit.project().equals(home.project()), KitRefusal.NOT_FOUND);
        var locked = lock(pair);
        var attached = locked.getLast();
        refuseUnless(
                Homes.isHome(locked.getFirst().productType()) && Homes.goesWithOne(attached.productType()),
                InventoryRefusal.CANNOT_BE_ATTACHED);
        refuseIf(attached.attachedTo() != null, InventoryRefusal.UNIT_IS_ATTACHED);
        write(pair, "ATTACHED", pair.home(), pricedApart);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, UNIT_NOT_AVAILABLE, UNIT_IS_NOT_ATTACHED
    public void detach(Pair pair) {
        units.locate(caller.scope(), pair.home());
        units.locate(caller.scope(), pair.unit());
        var attached = lock(pair).getLast();
        refuseUnless(pair.home().equals(attached.attachedTo()), InventoryRefusal.UNIT_IS_NOT_ATTACHED);
        write(pair, "DETACHED", null, null);
    }

    /// @return the home, then the unit; neither is held or sold
    private List<Locked> lock(Pair pair) {
        var locked = database.sql(LOCK)
                .with("units", List.of(pair.home(), pair.unit()))
                .rows(Locked.class);
        refuseUnless(
                locked.size() == 2
                        && locked.stream().noneMatch(one -> one.state().isTaken()),
                InventoryRefusal.UNIT_NOT_AVAILABLE);
        return locked.getFirst().id().equals(pair.home()) ? locked : locked.reversed();
    }

    private void write(Pair pair, String what, @Nullable UUID home, @Nullable Boolean apart) {
        units.attach(pair.unit(), home, apart);
        units.remember(pair.unit(), what, Cause.of("home " + pair.home()));
        units.remember(pair.home(), what, Cause.of("unit " + pair.unit()));
        units.cellsChanged(units.locate(caller.scope(), pair.unit()).project());
    }
}

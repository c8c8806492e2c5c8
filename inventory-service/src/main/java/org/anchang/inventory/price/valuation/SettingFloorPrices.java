package org.anchang.inventory.price.valuation;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.LoweringPrices;
import org.anchang.inventory.price.NewPrices;
import org.anchang.inventory.price.PriceTurn;
import org.anchang.inventory.price.valuation.FloorPriceResource.SetFloorPrice;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.Stock;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// INV-12: sets the floor price of a unit.
@ApplicationScoped
class SettingFloorPrices {
    /// The price that counts, once more, with the new floor: what a hold has frozen stays as it was.
    private static final String SET =
            """
            WITH newest AS (%s RETURNING unit, version),
            counting AS (%s)
            SELECT count(*) = 1 FROM counting""".formatted(NewPrices.prices("""
            SELECT p.unit, (SELECT max(version) + 1 FROM price_on_record WHERE unit = p.unit) AS version, p.basis, p.area,
                   p.unit_price, p.list_total, CAST(:floorPrice AS numeric) AS floor_price, CAST(:at AS timestamptz) AS effective_from,
                   p.price_list, NULL::uuid AS adjustment, CAST(:reason AS text) AS reason, CAST(:by AS text) AS set_by,
                   CAST(:at AS timestamptz) AS set_at
            FROM unit_standing u JOIN price_on_record p ON p.unit = u.id AND p.version = u.price_version
            WHERE u.id = :unit AND p.list_total >= :floorPrice"""), Stock.repriced("SELECT unit, version AS price_version FROM newest"));
    private static final String LOWER =
            "SELECT EXISTS (SELECT 1 FROM counting_price WHERE unit = :unit AND floor_price > :floorPrice)";

    @Inject
    LoweringPrices lowering;

    @Inject
    Units units;

    @Inject
    PriceTurn turn;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, FLOOR_PRICES_ARE_NOT_YOURS, FLOOR_PRICE_ABOVE_LIST,
    ///     CONFLICT_TRY_AGAIN, FLOOR_PRICE_MAY_ONLY_RISE
    @Transactional(Transactional.TxType.MANDATORY)
    void set(UUID id, SetFloorPrice request) {
        var unit = units.locate(caller.scope(), id);
        if (!FloorPrices.mayBeSetBy(caller)) {
            throw refuse(InventoryRefusal.FLOOR_PRICES_ARE_NOT_YOURS).with("column", "floorPrice");
        }
        refuseUnless(request.floorPrice().isPositive(), InventoryRefusal.FLOOR_PRICE_ABOVE_LIST);
        // Whoever changes many prices of the project locks in this order.
        refuseUnless(turn.tryToTake(unit.project()), KitRefusal.CONFLICT_TRY_AGAIN);
        units.lock(List.of(id));
        lowering.floorMustRise(
                unit.project(),
                !database.sql(LOWER)
                        .with("unit", id)
                        .with("floorPrice", request.floorPrice())
                        .one(Boolean.class));
        var isSet = database.sql(SET)
                .with("floorPrice", request.floorPrice())
                .with("at", clock.instant())
                .with("reason", request.reason())
                .with("by", caller.name())
                .with("unit", id)
                .one(Boolean.class);
        refuseUnless(isSet, InventoryRefusal.FLOOR_PRICE_ABOVE_LIST);
        units.remember(id, "FLOOR_PRICE_SET", Cause.of(request.reason()));
        units.cellsChanged(unit.project());
    }
}

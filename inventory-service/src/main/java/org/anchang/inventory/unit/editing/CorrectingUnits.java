package org.anchang.inventory.unit.editing;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Homes;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-1: corrects what the price list got wrong about one unit; what it was before stays in its history. Layout
/// and type of a sold one are what was bought: they change by an approved layout change alone (INV-9).
@ApplicationScoped
public class CorrectingUnits {
    /// What is null stays as it is.
    public record Correction(
            @Nullable String layout,
            @Nullable String view,
            @Nullable String productType,
            String reason) {}

    private record Known(
            String project,
            @Nullable String layout,
            @Nullable String view,
            String productType,
            boolean isAttached,
            boolean hasAttached,
            boolean isSold) {}

    private record Corrected(
            @Nullable String before, @Nullable String after) {
        boolean isOne() {
            return after != null && !after.equals(before);
        }

        String words() {
            return (before == null ? "-" : before) + " > " + after;
        }
    }

    private static final String LOCK = """
            SELECT project, layout, view, product_type, attached_to IS NOT NULL AS is_attached,
                   EXISTS (SELECT 1 FROM unit_standing a WHERE a.attached_to = u.id) AS has_attached, sold AS is_sold
            FROM unit_standing u WHERE id = :unit FOR NO KEY UPDATE""";

    @Inject
    Units units;

    @Inject
    Database database;

    @Inject
    Caller caller;

    /// INV-11: what is attached stays something that can be, and what it is attached to a home.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CORRECTION_CHANGES_NOTHING, UNIT_IS_SOLD,
    ///     CANNOT_BE_ATTACHED
    @Transactional(Transactional.TxType.MANDATORY)
    public void correct(UUID id, Correction correction) {
        units.locate(caller.scope(), id);
        var known =
                database.sql(LOCK).with("unit", id).row(Known.class).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var type = correction.productType() == null ? known.productType() : correction.productType();
        var layout = new Corrected(known.layout(), correction.layout());
        var kind = new Corrected(known.productType(), correction.productType());
        var changes = Stream.of(layout, new Corrected(known.view(), correction.view()), kind)
                .filter(Corrected::isOne)
                .map(Corrected::words)
                .collect(Collectors.joining(", "));
        refuseIf(changes.isEmpty(), InventoryRefusal.CORRECTION_CHANGES_NOTHING);
        refuseIf(known.isSold() && (layout.isOne() || kind.isOne()), InventoryRefusal.UNIT_IS_SOLD);
        refuseIf(
                known.isAttached() && !Homes.goesWithOne(type) || known.hasAttached() && !Homes.isHome(type),
                InventoryRefusal.CANNOT_BE_ATTACHED);
        units.correct(id, correction.layout(), correction.view(), correction.productType());
        units.remember(id, "CORRECTED", Cause.of(changes + ": " + correction.reason()));
        units.cellsChanged(known.project());
    }
}
